/** The last day of which anything is on file, at most today; null: nothing is. */
export function lastDay(onFile: readonly { last: string }[], today: string): string | null {
  const last = onFile
    .map((one) => one.last)
    .sort()
    .at(-1);
  if (last === undefined) return null;
  return last < today ? last : today;
}
