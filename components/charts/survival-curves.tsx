/** The share of one group that is left after each day, as steps; a band where an interval is known. */
export type SurvivalLine = {
  label: string;
  color: string;
  /** Empty: drawn through. */
  dash: string;
  steps: { time: number; survival: number; low: number | null; high: number | null }[];
  /** Day until which somebody of the group was known. */
  until: number;
};

/** How long groups stay, as falling steps with their intervals. Its table says the same in numbers. */
export function SurvivalCurves({
  lines,
  days,
  floor,
  axisText,
  ticks,
}: {
  lines: SurvivalLine[];
  /** The length of the time axis. */
  days: number;
  /** The share at the foot of the chart, 0–1. */
  floor: number;
  axisText: [foot: string, middle: string, top: string];
  ticks: { at: number; label: string }[];
}) {
  const y = (share: number) => ((1 - Math.max(floor, share)) / (1 - floor)).toFixed(4);
  return (
    <div aria-hidden="true" className="tabular text-2xs text-soft">
      <div className="flex gap-1.5">
        <div className="flex h-52 w-9 shrink-0 flex-col-reverse justify-between text-right">
          {axisText.map((text) => (
            <span key={text} className="-my-2">
              {text}
            </span>
          ))}
        </div>
        <div className="min-w-0 flex-1">
          <svg
            aria-hidden="true"
            viewBox={`0 0 ${days} 1`}
            preserveAspectRatio="none"
            className="h-52 w-full overflow-visible border-b border-line-strong"
          >
            {[0, 0.5].map((at) => (
              <line
                key={at}
                {...{ x1: 0, x2: days, y1: at, y2: at }}
                stroke="var(--color-line)"
                vectorEffect="non-scaling-stroke"
              />
            ))}
            {lines.map((line) => (
              <path key={line.label} d={bandOf(line, days, y)} fill={line.color} fillOpacity={0.16} />
            ))}
            {lines.map((line) => (
              <path
                key={line.label}
                d={lineOf(line, days, y)}
                fill="none"
                stroke={line.color}
                strokeWidth={2}
                strokeDasharray={line.dash}
                vectorEffect="non-scaling-stroke"
              />
            ))}
          </svg>
          <div className="relative h-5">
            {ticks.map(({ at, label }) => (
              <span
                key={at}
                className={`absolute pt-0.5 whitespace-nowrap ${at === 0 ? '' : at >= days ? '-translate-x-full' : '-translate-x-1/2'}`}
                style={{ left: `${(at / days) * 100}%` }}
              >
                {label}
              </span>
            ))}
          </div>
        </div>
      </div>
      <ul className="mt-1 flex flex-wrap gap-x-4 gap-y-1 pl-10 text-xs text-ink">
        {lines.map(({ label, color, dash }) => (
          <li key={label} className="flex items-center gap-1.5">
            <svg aria-hidden="true" viewBox="0 0 28 4" className="h-1 w-7">
              <line x1="0" y1="2" x2="28" y2="2" stroke={color} strokeWidth="3" strokeDasharray={dash} />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}

type Height = (share: number) => string;

function lineOf({ steps, until }: SurvivalLine, days: number, y: Height): string {
  const within = steps.filter(({ time }) => time <= days);
  return `M0 ${y(1)}${within.map(({ time, survival }) => `H${time}V${y(survival)}`).join('')}H${Math.min(days, until)}`;
}

/** Out along the upper ends, back along the lower ones. */
function bandOf({ steps, until }: SurvivalLine, days: number, y: Height): string {
  const known = steps.flatMap(({ time, low, high }) =>
    time > days || low === null || high === null ? [] : [{ time, low, high }],
  );
  const first = known[0];
  const last = known.at(-1);
  if (!first || !last) return '';
  const end = Math.min(days, until);
  const out = known.map(({ time, high }) => `H${time}V${y(high)}`).join('');
  const back = [...known]
    .reverse()
    .map(({ time, low }) => `V${y(low)}H${time}`)
    .join('');
  return `M${first.time} ${y(first.high)}${out}H${end}${back}Z`;
}
