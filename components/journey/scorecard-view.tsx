import Link from 'next/link';
import { ChartTools } from '@/components/charts/chart-tools';
import { Table, Td, Th } from '@/components/ui/table';
import { formatChangeInterval, formatCount, formatInterval, formatScore } from '@/lib/format';
import type { JourneyMapView, MeasureView, StageView } from '@/lib/insights/model';
import { expectationGap, gapText } from '@/lib/insights/rules/emotion';
import { rankText } from '@/lib/insights/rules/rank-text';
import { answersAt, type ScorecardLine, type ScorecardOrder } from '@/lib/insights/rules/scorecard';
import { targetText } from '@/lib/insights/rules/target';
import { METRICS } from '@/lib/scoring/metrics';
import { msg, type Translate } from '@/lib/translate';
import { scoreClass } from './tones';
import { directionOf, Trend } from './trend';

const ORDER_LABELS: Readonly<Record<ScorecardOrder, string>> = {
  map: msg('As on the map'),
  score: msg('Lowest score'),
  importance: msg('Most important'),
  gap: msg('Widest gap'),
  answers: msg('Fewest answers'),
  change: msg('Clearest fall'),
};

/** Stage by stage what it is for and how it stands, then every touchpoint in the order that is asked for. */
export function ScorecardView({
  map,
  lines,
  order,
  orderHref,
  hrefOf,
  t,
}: {
  map: JourneyMapView;
  lines: readonly ScorecardLine[];
  order: ScorecardOrder;
  orderHref: (order: ScorecardOrder) => string;
  hrefOf: (touchpointId: string) => string;
  t: Translate;
}) {
  const note = t('n: answers; low … high: 95 % interval. A change stands only where it is more than chance.');
  return (
    <div className="flex flex-col gap-8">
      <section aria-labelledby="stages">
        <h2 id="stages" className="mb-2 text-lg font-semibold">
          {t('Stages')}
        </h2>
        <ChartTools id="stages-table" title={t('Scores of the stages')} note={note}>
          <Table
            label={t('Scores of the stages')}
            head={
              <tr>
                <Th>{t('Stage')}</Th>
                <Th>{t('Owner')}</Th>
                <Th>{t('Scores, pooled from its touchpoints')}</Th>
                <Th>{t('Target')}</Th>
                <Th>{t('Measured')}</Th>
              </tr>
            }
          >
            {map.stages.map((stage) => (
              <StageLine key={stage.id} stage={stage} map={map} t={t} />
            ))}
          </Table>
        </ChartTools>
      </section>
      <section aria-labelledby="touchpoints">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <h2 id="touchpoints" className="text-lg font-semibold">
            {t('Touchpoints')}
          </h2>
          <nav aria-label={t('Order of the touchpoints')} className="no-print flex flex-wrap gap-1">
            {(Object.keys(ORDER_LABELS) as ScorecardOrder[]).map((one) => (
              <Link
                key={one}
                href={orderHref(one)}
                scroll={false}
                aria-current={one === order ? 'true' : undefined}
                className="inline-flex min-h-8 items-center rounded-full border border-line-strong px-3 text-xs hover:bg-sunk aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary"
              >
                {t(ORDER_LABELS[one])}
              </Link>
            ))}
          </nav>
        </div>
        {order === 'score' ? (
          <p className="mb-2 max-w-3xl text-sm text-soft">
            {t(
              'In the order of scores drawn together with all that was asked the same (empirical Bayes), so that few answers put nobody first. A rank holds with 80 %. Different questions stand by where they lie on their own scale.',
            )}
          </p>
        ) : null}
        <ChartTools id="touchpoints-table" title={t('Scores of the touchpoints')} note={note}>
          <Table
            label={t('Scores of the touchpoints')}
            head={
              <tr>
                <Th>{t('Touchpoint')}</Th>
                <Th>{t('Score')}</Th>
                <Th>{t('Change##of a score')}</Th>
                <Th>{t('Answers')}</Th>
                <Th title={t('For customers, then for the business, 1 to 5.')}>{t('Importance')}</Th>
                <Th>{t('Gap')}</Th>
                <Th>{t('Owner')}</Th>
              </tr>
            }
          >
            {lines.map((line) => (
              <TouchpointLine key={line.touchpoint.id} line={line} map={map} hrefOf={hrefOf} t={t} />
            ))}
          </Table>
        </ChartTools>
      </section>
    </div>
  );
}

function StageLine({ stage, map, t }: { stage: StageView; map: JourneyMapView; t: Translate }) {
  const target = targetText(stage, t);
  const measured = stage.touchpoints.filter((one) => one.measures.some(({ shown }) => shown)).length;
  return (
    <tr>
      <Td className="min-w-44">
        <b className="font-semibold">{stage.title}</b>
        {stage.goal ? <span className="block text-xs text-soft">{stage.goal}</span> : null}
      </Td>
      <Td>{stage.owner?.name ?? <span className="text-soft">{t('nobody##no owner')}</span>}</Td>
      <Td>
        <ul className="flex flex-col gap-1">
          {stage.measures.map((measure) => (
            <li key={`${measure.metric} ${measure.wording}`} className="flex flex-wrap items-center gap-x-2">
              <Scored measure={measure} minimumN={map.minimumN} t={t} />
              <Trend measure={measure} minimumN={map.minimumN} t={t} />
            </li>
          ))}
          {stage.measures.length === 0 ? <li className="text-soft">{t('nobody asked')}</li> : null}
        </ul>
      </Td>
      <Td className="tabular" title={target?.note}>
        {target
          ? t('{measure} {target}, now {now}', {
              measure: target.label,
              target: target.target,
              now: target.now,
            })
          : '–'}
      </Td>
      <Td className="tabular whitespace-nowrap">
        {t('{measured} of {touchpoints}', { measured, touchpoints: stage.touchpoints.length })}
      </Td>
    </tr>
  );
}

function TouchpointLine({
  line: { stage, touchpoint, lead, rank },
  map,
  hrefOf,
  t,
}: {
  line: ScorecardLine;
  map: JourneyMapView;
  hrefOf: (touchpointId: string) => string;
  t: Translate;
}) {
  const gap = expectationGap(touchpoint);
  const owner = touchpoint.ownerPerson ?? touchpoint.owner;
  return (
    <tr>
      <Td className="min-w-44">
        <Link href={hrefOf(touchpoint.id)} className="font-medium underline-offset-2 hover:underline">
          {touchpoint.title}
        </Link>
        <span className="block text-xs text-soft">{stage.title}</span>
      </Td>
      <Td>
        {lead ? (
          <Scored measure={lead} minimumN={map.minimumN} t={t} />
        ) : touchpoint.measures[0] ? (
          <Scored measure={touchpoint.measures[0]} minimumN={map.minimumN} t={t} />
        ) : (
          <span className="text-soft">{t('nobody asked')}</span>
        )}
        {rank ? <span className="tabular block text-xs">{rankText(rank, t)}</span> : null}
      </Td>
      <Td>
        {lead ? <Trend measure={lead} minimumN={map.minimumN} words t={t} /> : '–'}
        {lead?.change && directionOf(lead, map.minimumN) !== null ? (
          <span className="tabular block text-xs whitespace-nowrap text-soft">
            <span className="sr-only">{t('95 % interval')} </span>
            {formatChangeInterval(lead.metric, lead.change, t.tongue)}
          </span>
        ) : null}
      </Td>
      <Td className="tabular">{formatCount(answersAt(touchpoint), t.tongue)}</Td>
      <Td className="tabular whitespace-nowrap">
        {touchpoint.importanceCustomer ?? '–'} / {touchpoint.importanceBusiness ?? '–'}
      </Td>
      <Td className="text-xs">{gap ? (gap.clear ? gapText(gap, t) : t('as expected')) : '–'}</Td>
      <Td>{owner?.name ?? <span className="text-soft">{t('nobody##no owner')}</span>}</Td>
    </tr>
  );
}

function Scored({ measure, minimumN, t }: { measure: MeasureView; minimumN: number; t: Translate }) {
  const { metric, score, shown, level } = measure;
  if (!shown || score.value === null) {
    return (
      <span className="text-xs text-soft">
        {METRICS[metric].label}: {t('too few ({n} of {minimum})', { n: score.n, minimum: minimumN })}
      </span>
    );
  }
  return (
    <span className="tabular whitespace-nowrap">
      <span className={`rounded-sm border px-1 font-semibold ${scoreClass(metric, score.value, level)}`}>
        {METRICS[metric].label} {formatScore(metric, score.value, t.tongue)}
      </span>{' '}
      <span className="text-xs text-soft">
        <span className="sr-only">{t('95 % interval')} </span>
        {formatInterval(metric, score.low, score.high, t.tongue)},{' '}
        {t('n {n}', { n: formatCount(score.n, t.tongue) })}
      </span>
    </span>
  );
}
