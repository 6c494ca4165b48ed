import Link from 'next/link';
import { Table, Td, Th } from '@/components/ui/table';
import { formatCount, formatInterval, formatScore } from '@/lib/format';
import {
  type JourneyNumbers,
  LOWEST_STAGE,
  type LowestStage,
  type Placed,
  type RolledUp,
} from '@/lib/insights/rules/journey-numbers';
import { METRICS, type MetricId } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';

/**
 * What the touchpoints together say about a journey: the average with its coverage, the worst moment, and what is
 * remembered. Side by side, because one can be good while another is bad.
 */
export function JourneyNumbersTable({
  numbers,
  hrefOf,
  t,
}: {
  numbers: readonly JourneyNumbers[];
  hrefOf: (touchpointId: string) => string;
  t: Translate;
}) {
  if (numbers.length === 0) {
    return (
      <p className="text-sm text-soft">
        {t('Two touchpoints have to be asked the same before the journey has numbers of its own.')}
      </p>
    );
  }
  return (
    <Table
      label={t('The journey in numbers')}
      head={
        <tr>
          <Th>{t('Asked')}</Th>
          <Th
            title={t(
              'The mean of the touchpoints’ scores, each counting the same; its interval from theirs.',
            )}
          >
            {t('Average')}
          </Th>
          <Th>{t('Worst moment')}</Th>
          <Th
            title={t(
              'The mean of the moment farthest from the middle and of the last one: what people tend to remember of an experience (Fredrickson and Kahneman 1993).',
            )}
          >
            {t('Peak and end')}
          </Th>
        </tr>
      }
    >
      {numbers.map(({ metric, wording, title, measured, touchpoints, average, worst, peakEnd }) => (
        <tr key={`${metric} ${wording}`}>
          <Td className="font-medium">
            {title}
            <span className="block text-xs font-normal whitespace-nowrap text-soft">
              {t('{measured} of {touchpoints} touchpoints', { measured, touchpoints })}
            </span>
          </Td>
          <Td>
            <Rolled metric={metric} number={average} t={t} />
          </Td>
          <Td>
            <Moment placed={worst} hrefOf={hrefOf} t={t} />
          </Td>
          <Td>
            {peakEnd ? (
              <>
                <Rolled metric={metric} number={peakEnd} t={t} />
                <span className="block text-xs text-soft">
                  {t('{peak}, then {end}', {
                    peak: peakEnd.peak.touchpoint.title,
                    end: peakEnd.end.touchpoint.title,
                  })}
                  {peakEnd.endsTheJourney ? null : ` ${t('(the end itself is not measured)')}`}
                </span>
              </>
            ) : (
              <span className="text-xs text-soft">{t('Needs three touchpoints')}</span>
            )}
          </Td>
        </tr>
      ))}
    </Table>
  );
}

/** A number that is made of several scores, with its interval. */
export function Rolled({ metric, number, t }: { metric: MetricId; number: RolledUp; t: Translate }) {
  return (
    <span className="tabular whitespace-nowrap">
      <b className="font-semibold">{formatScore(metric, number.value, t.tongue)}</b>{' '}
      <span className="text-xs text-soft">
        <span className="sr-only">{t('95 % interval')} </span>
        {formatInterval(metric, number.low, number.high, t.tongue)}
      </span>
    </span>
  );
}

/** A touchpoint with the score it stands for. */
export function Moment({
  placed: { touchpoint, measure },
  hrefOf,
  t,
}: {
  placed: Placed;
  hrefOf: (touchpointId: string) => string;
  t: Translate;
}) {
  const { metric, score } = measure;
  return (
    <>
      <Link
        href={hrefOf(touchpoint.id)}
        className="inline-flex min-h-6 items-center underline-offset-2 hover:underline"
      >
        {touchpoint.title}
      </Link>
      <span className="tabular block text-xs whitespace-nowrap text-soft">
        <b className="font-semibold text-ink">{formatScore(metric, score.value, t.tongue)}</b>{' '}
        {formatInterval(metric, score.low, score.high, t.tongue)},{' '}
        {t('n {n}', { n: formatCount(score.n, t.tongue) })}
      </span>
    </>
  );
}

/** The stages with the lowest scores, question by question, and whether that is clear. */
export function LowestStages({ stages, t }: { stages: readonly LowestStage[]; t: Translate }) {
  return (
    <ul className="flex flex-col gap-1.5 text-sm">
      {stages.map(({ stage, measure: { metric, wording, score }, clear, of }) => (
        <li key={`${metric} ${wording}`}>
          <span className="text-soft">{t(LOWEST_STAGE[metric])}: </span>
          <b className="font-semibold">{stage.title}</b>{' '}
          <span className="tabular whitespace-nowrap">
            {METRICS[metric].label} {formatScore(metric, score.value, t.tongue)}{' '}
            <span className="text-xs text-soft">
              {formatInterval(metric, score.low, score.high, t.tongue)},{' '}
              {t('n {n}', { n: formatCount(score.n, t.tongue) })}
            </span>
          </span>{' '}
          <span className="text-xs text-soft">
            {clear
              ? t('{n, plural, one {clearly below the other one} other {clearly below the other {n}}}', {
                  n: of - 1,
                })
              : t('of {n}; not clearly below all others', { n: of })}
          </span>
        </li>
      ))}
    </ul>
  );
}
