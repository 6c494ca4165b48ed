import { clampInterval } from '@/lib/statistics/interval';

/** A place with its intervals, in the units of the axes. */
export type MatrixPoint = {
  /** What the point is called in the list beside. */
  number: number;
  label: string;
  x: { value: number; low: number; high: number };
  y: { value: number; low: number; high: number };
  /** 0–1: how much of what it stands for is told by its picture's size and strength. */
  size: number;
  strength: number;
  /** Drawn with a broken edge: it may lie on either side of a line. */
  straddles: boolean;
};

/**
 * Numbered points between two axes, with their intervals as thin lines, two dividing lines, and the names of the four
 * fields. Points are links, so that the keyboard reaches them.
 */
export function ImpactMatrix({
  label,
  points,
  lines,
  fields,
  xAxis,
  yAxis,
}: {
  label: string;
  points: MatrixPoint[];
  lines: { x: number; y: number };
  fields: { topLeft: string; topRight: string; bottomLeft: string; bottomRight: string };
  xAxis: { title: string; low: string; high: string };
  yAxis: { title: string };
}) {
  const x = axisOf(
    points.map((point) => point.x),
    lines.x,
  );
  const y = axisOf(
    points.map((point) => point.y),
    lines.y,
  );
  // Small ones lie on top; the keyboard goes from the largest to the smallest.
  const bySize = points.toSorted((a, b) => b.size - a.size || a.number - b.number);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a group of links with a name of its own
    <div role="group" aria-label={label} className="grid grid-cols-[1.25rem_minmax(0,1fr)] gap-1 text-xs">
      <div className="flex items-center justify-center">
        <span className="rotate-180 whitespace-nowrap text-soft [writing-mode:vertical-rl]">
          {yAxis.title}
        </span>
      </div>
      <div>
        <div className="relative aspect-square w-full sm:aspect-4/3 overflow-hidden rounded-lg border border-line-strong bg-panel">
          <Field place="top-1.5 left-2" text={fields.topLeft} />
          <Field place="top-1.5 right-2 text-right" text={fields.topRight} />
          <Field place="bottom-1.5 left-2" text={fields.bottomLeft} />
          <Field place="right-2 bottom-1.5 text-right" text={fields.bottomRight} />
          <span
            aria-hidden="true"
            className="absolute inset-y-0 border-l border-dashed border-field"
            style={{ left: x(lines.x) }}
          />
          <span
            aria-hidden="true"
            className="absolute inset-x-0 border-t border-dashed border-field"
            style={{ bottom: y(lines.y) }}
          />
          {points.map((point) => (
            <span key={`${point.number} whiskers`} aria-hidden="true">
              <span
                className="absolute border-t border-soft opacity-60"
                style={{
                  left: x(point.x.low),
                  right: `calc(100% - ${x(point.x.high)})`,
                  bottom: y(point.y.value),
                }}
              />
              <span
                className="absolute border-l border-soft opacity-60"
                style={{
                  bottom: y(point.y.low),
                  top: `calc(100% - ${y(point.y.high)})`,
                  left: x(point.x.value),
                }}
              />
            </span>
          ))}
          {bySize.map((point) => {
            const side = 24 + 12 * point.size;
            return (
              // Points may lie on one another: whoever wants to open one finds it in the table beside them.
              <span
                key={point.number}
                aria-hidden="true"
                title={point.label}
                className={`absolute flex -translate-x-1/2 translate-y-1/2 items-center justify-center rounded-full border-2 font-semibold hover:z-10 ${
                  point.straddles
                    ? 'border-dashed border-curve bg-panel text-ink'
                    : 'border-transparent bg-primary text-on-primary'
                }`}
                style={{
                  left: x(point.x.value),
                  bottom: y(point.y.value),
                  width: side,
                  height: side,
                  // Never so faint that the number cannot be read.
                  opacity: 0.75 + 0.25 * point.strength,
                }}
              >
                {point.number}
              </span>
            );
          })}
        </div>
        <div className="mt-1 flex justify-between gap-2 text-soft">
          <span className="whitespace-nowrap">{xAxis.low}</span>
          <span className="text-center">{xAxis.title}</span>
          <span className="whitespace-nowrap">{xAxis.high}</span>
        </div>
      </div>
    </div>
  );
}

function Field({ place, text }: { place: string; text: string }) {
  return <span className={`absolute max-w-[45%] text-2xs font-semibold text-soft ${place}`}>{text}</span>;
}

/** Where a value lies between the outermost ends, with room for the points at both. */
function axisOf(
  values: { value: number; low: number; high: number }[],
  line: number,
): (value: number) => string {
  const least = Math.min(line, ...values.map(({ low }) => low));
  const most = Math.max(line, ...values.map(({ high }) => high));
  const room = (most - least || 1) * 0.12;
  const [from, to] = [least - room, most + room];
  return (value) => {
    const { low } = clampInterval({ low: (value - from) / (to - from), high: 1 }, 0, 1);
    return `${(100 * low).toFixed(2)}%`;
  };
}
