/**
 * What a standardised mean would be were its distribution normal: with few answers of which most are alike, such as
 * 95 % satisfied, one week in a hundred is 3.6 standard deviations down by chance, and this says 2.5 to it.
 * Source: Wilson & Hilferty, PNAS 17 (1931) 684, turned round for the gamma distribution with this skewness.
 *
 * @param z mean 0 and variance 1
 * @param skewness of the mean: that of one answer divided by √n
 * @example withoutSkewness(-3.63, -1.306) // -2.51
 */
export function withoutSkewness(z: number, skewness: number): number {
  if (Math.abs(skewness) < 1e-6) return z;
  return (6 / skewness) * (Math.cbrt((skewness / 2) * z + 1) - 1) + skewness / 6;
}
