const STEPS: readonly [limitSeconds: number, unitSeconds: number, unit: string][] = [
  [3_600, 60, 'min'],
  [86_400, 3_600, 'h'],
  [86_400 * 14, 86_400, 'd'],
];

/** How long ago an instant was, '2 min ago'; null where it is so long ago that its day says more. */
export function ago(instant: Date, now: Date): string | null {
  const seconds = Math.max(0, (now.getTime() - instant.getTime()) / 1000);
  if (seconds < 60) return 'just now';
  const step = STEPS.find(([limit]) => seconds < limit);
  return step ? `${Math.floor(seconds / step[1])} ${step[2]} ago` : null;
}
