/** The 97.5 % point of the standard normal distribution: every interval here is a two-sided 95 % one. */
export const Z95 = 1.959963984540054;
