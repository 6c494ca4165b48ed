/**
 * Where a value stands for the diverging colour: −1 at `low` and below, 0 half way, 1 at `high` and above.
 * The anchors are a choice of display; nothing is computed from a tone.
 */
export function toneBetween(low: number, high: number): (value: number) => number {
  return (value) => Math.min(1, Math.max(-1, (2 * (value - low)) / (high - low) - 1));
}
