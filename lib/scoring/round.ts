/**
 * A number rounded for display, half away from zero, never −0. Noise in the last digits of a double is removed
 * first, so that 0.145 × 100 is 15 and not 14. Round once, at the very end: never average rounded numbers.
 * @throws RangeError for NaN and infinities.
 * @example roundHalfAway(-12.5, 0) // -13
 */
export function roundHalfAway(value: number, decimals: number): number {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be shown`);
  const factor = 10 ** decimals;
  const scaled = Math.round(Number((Math.abs(value) * factor).toPrecision(14))) / factor;
  return scaled === 0 ? 0 : Math.sign(value) * scaled;
}
