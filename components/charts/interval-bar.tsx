/** A share with its interval on a line from 0 to `most`; the numbers stand beside it as text. */
export function IntervalBar({
  value,
  low,
  high,
  most,
}: {
  value: number;
  low: number;
  high: number;
  most: number;
}) {
  const at = (share: number) => `${most > 0 ? Math.max(0, Math.min(100, (100 * share) / most)) : 0}%`;
  const width = `${most > 0 ? Math.max(0, Math.min(100, (100 * (high - low)) / most)) : 0}%`;
  return (
    <span aria-hidden="true" className="relative block h-4 w-full min-w-24 rounded-sm bg-sunk">
      <span
        className="absolute inset-y-1 border-x-2 border-curve bg-line-strong"
        style={{ left: at(low), width }}
      />
      <span
        className="absolute inset-y-0 w-1 -translate-x-1/2 rounded-full bg-curve"
        style={{ left: at(value) }}
      />
    </span>
  );
}
