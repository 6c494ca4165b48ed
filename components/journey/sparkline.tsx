/** A line of a few values, broken where one is missing; decoration beside the numbers it stands for. */
export function Sparkline({
  values,
  className = '',
}: {
  values: readonly (number | null)[];
  className?: string;
}) {
  const known = values.filter((value) => value !== null);
  if (known.length < 2) return <span className={className} />;
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const span = high - low || 1;
  const step = 44 / Math.max(1, values.length - 1);
  let pen = 'M';
  const path = values
    .map((value, index) => {
      if (value === null) {
        pen = 'M';
        return '';
      }
      const y = high === low ? 8 : 14 - ((value - low) / span) * 12;
      const mark = `${pen}${(2 + index * step).toFixed(1)} ${y.toFixed(1)}`;
      pen = 'L';
      return mark;
    })
    .join('');
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 48 16"
      className={`h-4 w-12 ${className}`}
      fill="none"
      stroke="currentColor"
    >
      <path d={path} strokeWidth="1.4" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
