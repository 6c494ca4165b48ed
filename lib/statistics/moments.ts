/** Mean and variance of one answer, and the number of answers they rest on (adjusted methods add to it). */
export interface Moments {
  readonly mean: number;
  readonly variance: number;
  readonly n: number;
}
