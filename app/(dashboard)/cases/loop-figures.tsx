import { Tooltip } from '@/components/ui/tooltip';
import type { ClosedLoop } from '@/lib/cases/rules/closed-loop';
import { formatPercent } from '@/lib/format';
import type { MedianEstimate } from '@/lib/statistics/median';
import type { Translate } from '@/lib/translate';

/** How well the loop is closed: the rate with its interval, and the two times. */
export function LoopFigures({ loop, minimumN, t }: { loop: ClosedLoop; minimumN: number; t: Translate }) {
  const shown = loop.rate !== null && loop.judged >= minimumN ? loop.rate : null;
  return (
    <dl className="grid gap-3 sm:grid-cols-3">
      <Figure
        name={t('Closed in time')}
        value={shown ? formatPercent(shown.value) : '–'}
        more={
          shown
            ? t('{low} … {high}, {n, plural, one {# case} other {# cases}}', {
                low: formatPercent(shown.low),
                high: formatPercent(shown.high),
                n: loop.judged,
              })
            : t('{n, number} of at least {least} cases to judge by', { n: loop.judged, least: minimumN })
        }
        how={t(
          'Closed by their due time, of all cases of the last 90 days that are closed or past it. 95 % interval by Wilson.',
        )}
      />
      <Figure
        name={t('First response')}
        {...medianFigure(loop.firstResponseHours, { minimumN, t })}
        how={t(
          'Median time by the clock from opening to the first thing that a member did: a mail, or a change of its state. Of the cases of the last 90 days where somebody did something; those that still wait are not in it. 95 % interval by ranks.',
        )}
      />
      <Figure
        name={t('Until closed')}
        {...medianFigure(loop.closeHours, { minimumN, t })}
        how={t(
          'Median time by the clock from opening to closing, of the cases of the last 90 days that are closed. 95 % interval by ranks.',
        )}
      />
    </dl>
  );
}

/** A median with its interval and n, as the figure and what stands beside it. */
function medianFigure(
  found: MedianEstimate | null,
  { minimumN, t }: { minimumN: number; t: Translate },
): { value: string; more: string } {
  const n = found?.n ?? 0;
  if (found === null || n < minimumN) {
    return {
      value: '–',
      more: t('{n, number} of at least {least} cases to judge by', { n, least: minimumN }),
    };
  }
  const { value, interval } = found;
  const text = t('median of {n, plural, one {# case} other {# cases}}', { n });
  const ends = interval && `${hoursText(interval.low, t, value)} … ${hoursText(interval.high, t, value)}, `;
  return { value: hoursText(value, t), more: `${ends ?? ''}${text}` };
}

function Figure({ name, value, more, how }: { name: string; value: string; more: string; how: string }) {
  return (
    <div className="rounded-xl border border-line bg-panel p-4 shadow-card">
      <dt className="text-xs text-soft">
        <Tooltip text={how}>
          <button
            type="button"
            className="min-h-6 cursor-help underline decoration-dotted underline-offset-2"
          >
            {name}
          </button>
        </Tooltip>
      </dt>
      <dd className="mt-1">
        <span className="tabular text-xl font-semibold">{value}</span>{' '}
        <span className="tabular text-xs text-soft">{more}</span>
      </dd>
    </div>
  );
}

/**
 * A time for people: '40 min', '3.5 h', '2.1 days'; '–' where nothing happened yet. @param like the time beside which it
 * stands and whose unit it takes
 */
export function hoursText(hours: number | null, t: Translate, like = hours ?? 0): string {
  if (hours === null) return '–';
  const text = (value: number) => value.toLocaleString(t.tongue, { maximumFractionDigits: 1 });
  if (like < 1) return t('{n} min', { n: Math.round(hours * 60) });
  return like < 48 ? t('{n} h', { n: text(hours) }) : t('{n} days', { n: text(hours / 24) });
}
