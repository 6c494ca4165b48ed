/**
 * Where a value stands for the diverging colour: −1 at `low` and below, 0 half way, 1 at `high` and above.
 * The anchors are a choice of display; nothing is computed from a tone.
 */
export function toneBetween(low: number, high: number): (value: number) => number {
  return (value) => Math.min(1, Math.max(-1, (2 * (value - low)) / (high - low) - 1));
}

/** The step, 0…4, of the diverging colour that a tone of −1…1 falls on; what lies outside has the step at that end. */
export function stepOf(tone: number): number {
  return Math.min(4, Math.max(0, Math.floor(((tone + 1) / 2) * 5)));
}
