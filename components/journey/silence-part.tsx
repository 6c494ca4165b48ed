import { IntervalBar } from '@/components/charts/interval-bar';
import { Chip } from '@/components/ui/chip';
import { Table, Td, Th } from '@/components/ui/table';
import { formatCount, formatPercent } from '@/lib/format';
import type { SilenceView } from '@/lib/insights/model/people';
import type { Translate } from '@/lib/translate';
import { daysText } from './order-part';

/** Per touchpoint, who answered nothing more although the usual time to the next answer has passed. */
export function SilencePart({ silences, t }: { silences: SilenceView[]; t: Translate }) {
  const told = silences.flatMap(({ silent }) => silent ?? []);
  if (told.length === 0 && silences.every(({ asked }) => asked === null)) {
    return (
      <p className="text-sm text-soft">
        {t('Too few people are known who went on after a touchpoint, so nobody can tell who fell silent.')}
      </p>
    );
  }
  const median = told.map(({ share }) => share).sort((a, b) => a - b)[Math.floor(told.length / 2)] ?? 1;
  const anyMail = silences.some(({ asked }) => asked !== null);
  return (
    <Table
      label={t('Where people fall silent')}
      head={
        <tr>
          <Th>{t('Touchpoint')}</Th>
          <Th title={t('People for whom the usual time to the next answer has passed')}>
            {t('People##who answered')}
          </Th>
          <Th title={t('Wilson’s 95 % interval')}>{t('Nothing heard since')}</Th>
          <Th title={t('Median time to the next answer of those who went on')}>{t('Usually after')}</Th>
          {anyMail ? <Th>{t('Asked by mail, nothing since')}</Th> : null}
        </tr>
      }
    >
      {silences.map((one) => (
        <tr key={one.touchpointId}>
          <Td className="min-w-36">
            {one.title}
            {one.last ? <span className="block text-xs text-soft">{t('the end of the map')}</span> : null}
          </Td>
          <Td className="tabular">{formatCount(one.people, t.tongue)}</Td>
          <Td className="tabular min-w-44">
            {one.silent ? (
              <>
                <span className="flex flex-wrap items-center gap-x-2">
                  <span className="font-semibold">{formatPercent(one.silent.share)}</span>
                  <span className="text-xs text-soft">
                    {formatPercent(one.silent.low)} … {formatPercent(one.silent.high)}
                  </span>
                  {one.silent.low > median && !one.last ? (
                    <Chip tone="bad" title={t('The whole interval lies above the middle touchpoint')}>
                      {t('More than elsewhere')}
                    </Chip>
                  ) : null}
                </span>
                <IntervalBar value={one.silent.share} low={one.silent.low} high={one.silent.high} most={1} />
              </>
            ) : (
              <span className="text-xs text-soft">{t('Too few to tell')}</span>
            )}
          </Td>
          <Td className="tabular whitespace-nowrap">
            {one.medianDays === null ? '–' : daysText(one.medianDays, t)}
          </Td>
          {anyMail ? (
            <Td className="tabular">
              {one.asked
                ? t('{silent} of {people}', { silent: one.asked.silent, people: one.asked.people })
                : '–'}
            </Td>
          ) : null}
        </tr>
      ))}
    </Table>
  );
}
