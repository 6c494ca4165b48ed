/** A grey place holder of the size of what comes. */
export function Skeleton({ className = '' }: { className?: string }) {
  return (
    <div aria-hidden="true" data-loading="" className={`animate-pulse rounded-lg bg-sunk ${className}`} />
  );
}
