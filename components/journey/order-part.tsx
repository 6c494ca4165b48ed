import { Table, Td, Th } from '@/components/ui/table';
import { formatCount, formatDecimal, formatPercent } from '@/lib/format';
import type { OrderView, StepKind, StepView } from '@/lib/insights/model/people';
import { msg, type Translate } from '@/lib/translate';

const KINDS: Readonly<Record<StepKind, string>> = {
  next: msg('Next on the map'),
  drawn: msg('Along a drawn path'),
  ahead: msg('Ahead: passed over, or not asked'),
  back: msg('Against the order'),
};

/** Steps that are listed of each sort. */
const MOST = 8;

/** What people did against the order of the map. */
export function OrderPart({ order, t }: { order: OrderView; t: Translate }) {
  const { steps, planned, against, along, returns } = order;
  if (planned === null) {
    return (
      <p className="text-sm text-soft">
        {t(
          'Too few people are known to have answered at two touchpoints one after the other. Answers that came in together have no order.',
        )}
      </p>
    );
  }
  return (
    <>
      <p className="mb-3 text-sm" title={t('Wilson’s 95 % interval')}>
        {t(
          '{share} of {n} steps from one touchpoint to the next answer went with the map, 95 % interval {low} … {high}.',
          {
            share: formatPercent(planned.share),
            n: formatCount(steps, t.tongue),
            low: formatPercent(planned.low),
            high: formatPercent(planned.high),
          },
        )}
      </p>
      <div className="grid grid-cols-1 gap-5 lg:grid-cols-2">
        <Steps title={t('Against the order')} none={t('Nobody, or too few to show.')} steps={against} t={t} />
        <Steps title={t('With the order')} none={t('Too few to show.')} steps={along} t={t} />
      </div>
      {returns.length > 0 ? (
        <p className="mt-3 text-sm">
          {t('Came back after another touchpoint: {list}.', {
            list: returns
              .slice(0, MOST)
              .map(({ title, people }) => `${title} (${formatCount(people, t.tongue)})`)
              .join(', '),
          })}
        </p>
      ) : null}
    </>
  );
}

function Steps({ title, none, steps, t }: { title: string; none: string; steps: StepView[]; t: Translate }) {
  return (
    <div className="min-w-0">
      <h3 className="mb-1.5 font-medium">{title}</h3>
      {steps.length === 0 ? (
        <p className="text-sm text-soft">{none}</p>
      ) : (
        <Table
          label={title}
          head={
            <tr>
              <Th>{t('From one to the next')}</Th>
              <Th>{t('People##who answered')}</Th>
              <Th title={t('Median time between the two answers')}>{t('Usually after')}</Th>
            </tr>
          }
        >
          {steps.slice(0, MOST).map((step) => (
            <tr key={`${step.fromId} ${step.toId}`}>
              <Td className="py-2!">
                {step.from} → {step.to}
                <span className="block text-xs text-soft">{t(KINDS[step.kind])}</span>
              </Td>
              <Td className="tabular py-2!">{formatCount(step.people, t.tongue)}</Td>
              <Td className="tabular py-2! whitespace-nowrap">{daysText(step.medianDays, t)}</Td>
            </tr>
          ))}
        </Table>
      )}
    </div>
  );
}

/** A time in days, '3.5 days'; in hours where it is less than two. */
export function daysText(days: number, t: Translate): string {
  return days < 2
    ? t('{n} hours##between answers', { n: formatDecimal(days * 24, 0, t.tongue) })
    : t('{n} days##between answers', { n: formatDecimal(days, days < 10 ? 1 : 0, t.tongue) });
}
