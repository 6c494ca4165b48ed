import { Columns2 } from 'lucide-react';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Table, Td, Th } from '@/components/ui/table';
import { formatChange, formatChangeInterval } from '@/lib/format';
import {
  type Dimension,
  OTHERS,
  type SideBySide,
  type SideBySideView,
  type SideProblem,
} from '@/lib/insights/model/side-by-side';
import { searchOf } from '@/lib/insights/rules/address';
import { type JourneyNumbers, journeyNumbers } from '@/lib/insights/rules/journey-numbers';
import { standingOut } from '@/lib/insights/rules/side-by-side';
import { METRICS } from '@/lib/scoring/metrics';
import { msg, type Translate } from '@/lib/translate';
import { Moment, Rolled } from './journey-numbers';
import { sideName } from './side-chooser';
import { SideCurves } from './side-curves';
import { SideHead, SideLanes } from './side-lanes';
import { MeasureCells, SideList, SideTable } from './side-table';

const NOTHING: Readonly<Record<Exclude<Dimension, 'period'>, string>> = {
  persona: msg('Draw a persona under Personas and say by a rule whose answers are theirs.'),
  channel: msg(
    'No channel has answers yet. Say under Surveys in which channel each link, mail or widget asks; answers from then on are counted there.',
  ),
  segment: msg(
    'No segment has answers yet. Choose under Settings the attribute by which you split customers.',
  ),
  source: msg('Choose two sources.'),
};

/** Whose answers are of neither kind; they are part of everybody else. */
const UNKNOWN: Readonly<Record<Exclude<Dimension, 'period'>, string>> = {
  persona: msg(
    'Everybody else is all answers less those of the other side. Answers that are of no persona count there too.',
  ),
  channel: msg(
    'Everybody else is all answers less those of the other side. Answers of which no channel is known count there too.',
  ),
  segment: msg(
    'Everybody else is all answers less those of the other side. Answers of which no segment is known count there too.',
  ),
  source: msg('Everybody else is all answers less those of the other side.'),
};

const PROBLEMS: Readonly<Record<Exclude<SideProblem, 'nothing to choose'>, string>> = {
  same: msg('Both sides are the same. Choose two different ones.'),
  overlap: msg(
    'The two periods share days. Answers of those days would count on both sides, and the difference would look surer than it is. Choose periods that do not overlap.',
  ),
};

/** Two groups of customers along one journey: where they differ, and by how much, for certain or not. */
export function SideBySideResult({
  view,
  fileHref,
  hrefOf,
  t,
}: {
  view: SideBySideView;
  /** Where the same numbers are as a file. */
  fileHref: string;
  hrefOf: (touchpointId: string) => string;
  t: Translate;
}) {
  const { by, compared, problem, shared } = view;
  if (problem !== null) {
    return problem === 'nothing to choose' ? (
      <EmptyState icon={Columns2} title={t('Nothing to hold against each other yet')}>
        {by === 'period' ? null : t(NOTHING[by])}
      </EmptyState>
    ) : (
      <Notice tone="warn" live>
        {t(PROBLEMS[problem])}
      </Notice>
    );
  }
  const { minimumN } = shared;
  const names = {
    a: sideName(compared.a.value, by, shared, t),
    b: sideName(compared.b.value, by, shared, t),
  };
  const shown = { compared, names, minimumN, hrefOf, t };
  return (
    <div className="flex flex-col gap-8">
      <Sides {...shown} by={by} shared={shared.id} />
      <SideCurves {...shown} />
      <section aria-labelledby="along" className="print:hidden">
        <h2 id="along" className="mb-2 text-lg font-semibold">
          {t('Along the journey')}
        </h2>
        <div className="max-md:hidden">
          <SideLanes {...shown} />
        </div>
        <div className="md:hidden">
          <SideList {...shown} />
        </div>
      </section>
      <WholeJourney {...shown} />
      <section aria-labelledby="numbers" className="print:block">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <h2 id="numbers" className="text-lg font-semibold">
            {t('As a table')}
          </h2>
          <a href={fileHref} download="" className={`no-print ${buttonClass({ size: 'small' })}`}>
            {t('Save as CSV')}
          </a>
        </div>
        <div className="max-md:hidden print:block">
          <SideTable {...shown} />
        </div>
      </section>
      <p className="text-xs text-soft">
        {t(
          'A and B share no answer. Each difference is B − A with its own 95 % interval: adjusted Wald for NPS, Newcombe for shares, Welch for means. Those at touchpoints and handoffs are judged together by Benjamini and Hochberg at 5 %. Somebody who answered on both sides counts as two.',
        )}
      </p>
    </div>
  );
}

type Shown = {
  compared: SideBySide;
  names: { a: string; b: string };
  minimumN: number;
  hrefOf: (touchpointId: string) => string;
  t: Translate;
};

/** Who is held against whom, and what stands out. */
function Sides({
  compared,
  names,
  minimumN,
  hrefOf,
  by,
  shared,
  t,
}: Shown & { by: Dimension; shared: string }) {
  const { made } = compared.comparisons;
  const clear = standingOut(compared, minimumN);
  return (
    <section
      aria-label={t('What stands out')}
      className="flex flex-col gap-2 rounded-xl border border-line bg-panel p-4"
    >
      <p className="flex flex-wrap gap-x-6 gap-y-1 text-sm">
        {(['a', 'b'] as const).map((side) =>
          compared[side].value === OTHERS ? (
            <span key={side} className="inline-flex min-h-6 items-center font-semibold">
              <SideHead letter={side === 'a' ? 'A' : 'B'} name={names[side]} />
            </span>
          ) : (
            <Link
              key={side}
              href={`/journeys/${shared}${searchOf(compared[side].filter)}`}
              title={t('The map of this side alone')}
              className="inline-flex min-h-6 items-center font-semibold underline-offset-2 hover:underline"
            >
              <SideHead letter={side === 'a' ? 'A' : 'B'} name={names[side]} />
            </Link>
          ),
        )}
      </p>
      {by !== 'period' && (compared.a.value === OTHERS || compared.b.value === OTHERS) ? (
        <p className="text-xs text-soft">{t(UNKNOWN[by])}</p>
      ) : null}
      <p className="tabular text-sm">
        {made === 0
          ? t('No touchpoint has enough answers on both sides to be compared.')
          : t(
              '{n, plural, =0 {No difference stands} one {# difference stands} other {# differences stand}} out of {made, plural, one {# comparison} other {# comparisons}}, judged together.',
              { n: clear.length, made },
            )}
      </p>
      {clear.length > 0 ? (
        <ul className="flex flex-col gap-1 text-sm">
          {clear.map(({ subject, compared: { b }, direction }) => (
            <li key={`${subject.id} ${b.metric} ${b.wording}`}>
              {compared.handoffs.includes(subject) ? (
                subject.title
              ) : (
                <Link
                  href={hrefOf(subject.id)}
                  className="inline-flex min-h-6 items-center font-medium underline-offset-2 hover:underline"
                >
                  {subject.title}
                </Link>
              )}
              <span className="tabular text-soft">
                {': '}
                {direction === 'up'
                  ? t('B higher, {measure} {change} ({interval})', differenceText(b, t))
                  : t('B lower, {measure} {change} ({interval})', differenceText(b, t))}
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

function differenceText(
  { metric, change }: SideBySide['measures'][number]['b'],
  t: Translate,
): Record<string, string> {
  return {
    measure: METRICS[metric].label,
    change: change ? formatChange(metric, change.delta, t.tongue) : '',
    interval: change ? formatChangeInterval(metric, change, t.tongue) : '',
  };
}

/** What both sides say of the whole: asked directly, and made of the touchpoints, each for itself. */
function WholeJourney({ compared, names, minimumN, hrefOf, t }: Shown) {
  const [a, b] = [journeyNumbers(compared.a.map), journeyNumbers(compared.b.map)];
  const keyOf = ({ metric, wording }: Pick<JourneyNumbers, 'metric' | 'wording'>) => `${metric} ${wording}`;
  const asked = new Map([...a, ...b].map((one) => [keyOf(one), one]));
  if (compared.measures.length === 0 && asked.size === 0) return null;
  return (
    <section aria-labelledby="whole">
      <h2 id="whole" className="mb-1 text-lg font-semibold">
        {t('The journey as a whole')}
      </h2>
      {compared.measures.length > 0 ? (
        <>
          <p className="mb-2 text-xs text-soft">{t('Asked directly, about all of it.')}</p>
          <Table
            label={t('Asked about the whole')}
            head={
              <tr>
                <Th>{t('Asked')}</Th>
                <SideHeads names={names} />
                <Th>{t('Difference, B − A')}</Th>
              </tr>
            }
          >
            {compared.measures.map((measure) => (
              <tr key={keyOf(measure.b)}>
                <MeasureCells measure={measure} minimumN={minimumN} t={t} />
              </tr>
            ))}
          </Table>
        </>
      ) : null}
      {asked.size > 0 ? (
        <>
          <p className="mt-4 mb-2 text-xs text-soft">
            {t(
              'Made of the touchpoints’ scores, each number for itself. On each side they can be of different touchpoints, so no difference is told.',
            )}
          </p>
          <Table
            label={t('Made of the touchpoints')}
            head={
              <tr>
                <Th>{t('Asked')}</Th>
                <Th>{t('Number')}</Th>
                <SideHeads names={names} />
              </tr>
            }
          >
            {[...asked].flatMap(([key, { title }]) => {
              const pair = [a, b].map((list) => list.find((one) => keyOf(one) === key) ?? null);
              const rows = (['average', 'worst', 'peakEnd'] as const).filter(
                (number) => number !== 'peakEnd' || pair.some((one) => one?.peakEnd),
              );
              return rows.map((number, index) => (
                <tr key={`${key} ${number}`}>
                  {index === 0 ? (
                    <Td rowSpan={rows.length} className="font-medium">
                      {title}
                    </Td>
                  ) : null}
                  <Td className="text-soft">{t(NUMBERS[number])}</Td>
                  {pair.map((one, side) => (
                    <Td key={side === 0 ? 'a' : 'b'}>
                      <NumberCell numbers={one} number={number} hrefOf={hrefOf} t={t} />
                    </Td>
                  ))}
                </tr>
              ));
            })}
          </Table>
        </>
      ) : null}
    </section>
  );
}

function SideHeads({ names }: { names: Shown['names'] }) {
  return (
    <>
      <Th>
        <SideHead letter="A" name={names.a} />
      </Th>
      <Th>
        <SideHead letter="B" name={names.b} />
      </Th>
    </>
  );
}

const NUMBERS = {
  average: msg('Average'),
  worst: msg('Worst moment'),
  peakEnd: msg('Peak and end'),
} as const;

function NumberCell({
  numbers,
  number,
  hrefOf,
  t,
}: {
  numbers: JourneyNumbers | null;
  number: keyof typeof NUMBERS;
  hrefOf: (touchpointId: string) => string;
  t: Translate;
}) {
  if (numbers === null) return <span className="text-xs text-soft">{t('too few answers')}</span>;
  const { metric, average, worst, peakEnd, measured, touchpoints } = numbers;
  if (number === 'worst') return <Moment placed={worst} hrefOf={hrefOf} t={t} />;
  if (number === 'peakEnd' && peakEnd === null) {
    return <span className="text-xs text-soft">{t('Needs three touchpoints')}</span>;
  }
  return (
    <>
      <Rolled metric={metric} number={number === 'peakEnd' && peakEnd ? peakEnd : average} t={t} />
      <span className="block text-xs text-soft">
        {number === 'peakEnd' && peakEnd
          ? t('{peak}, then {end}', {
              peak: peakEnd.peak.touchpoint.title,
              end: peakEnd.end.touchpoint.title,
            })
          : t('{measured} of {touchpoints} touchpoints', { measured, touchpoints })}
      </span>
    </>
  );
}
