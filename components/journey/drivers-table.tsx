import { IntervalBar } from '@/components/charts/interval-bar';
import { Chip } from '@/components/ui/chip';
import { Table, Td, Th } from '@/components/ui/table';
import { formatCount, formatDecimal, formatPercent } from '@/lib/format';
import type { Adjusted, DriversView, DriverTier, DriverView } from '@/lib/insights/model/drivers';
import { standsOut } from '@/lib/insights/rules/drivers';
import type { Correlation } from '@/lib/statistics/correlation';
import type { Contrast } from '@/lib/statistics/penalty-reward';
import { msg, type Translate } from '@/lib/translate';

const TIER_WORDS: Readonly<Record<DriverTier, string>> = {
  top: msg('Top group'),
  middle: msg('Middle group'),
  lower: msg('Lower group'),
};

/** Every touchpoint with what it moves together with, as far as the answers carry it. */
export function DriversTable({
  view,
  hrefOf,
  numberOf,
  t,
}: {
  view: DriversView;
  hrefOf: (touchpointId: string) => string;
  /** The number of a touchpoint in the matrix beside; null: it is not there. */
  numberOf: (driver: DriverView) => number | null;
  t: Translate;
}) {
  const most = Math.max(0, ...view.drivers.map(({ weight }) => weight?.high ?? 0));
  const tiers = view.level === 'tiers' || view.level === 'weights';
  return (
    <Table
      label={t('Touchpoints and what they move together with')}
      head={
        <tr>
          {tiers ? <Th className="w-10">{t('No.##of a row')}</Th> : null}
          <Th>{t('Touchpoint')}</Th>
          <Th>{t('Answered both')}</Th>
          {view.level === 'weights' ? (
            <Th title={t('Johnson’s relative weights; together they are R²')}>
              {t('Share of what is explained')}
            </Th>
          ) : null}
          {view.level === 'tiers' ? <Th>{t('Group##of drivers')}</Th> : null}
          <Th title={t('Pearson’s correlation with Fisher’s 95 % interval')}>{t('Moves together')}</Th>
          <Th title={t('Mean after a low rating minus the mean after a middling one; Welch’s 95 % interval')}>
            {t('After a low rating')}
          </Th>
          <Th
            title={t('Mean after a high rating minus the mean after a middling one; Welch’s 95 % interval')}
          >
            {t('After a high rating')}
          </Th>
        </tr>
      }
    >
      {view.drivers.map((driver) => {
        const { question, n, link, weight, tier, contrast } = driver;
        return (
          <tr key={question.key}>
            {tiers ? <Td className="tabular text-soft">{numberOf(driver) ?? ''}</Td> : null}
            <Td className="min-w-40">
              <a
                href={hrefOf(question.touchpointId ?? '')}
                className="inline-flex min-h-6 items-center font-medium underline-offset-2 hover:underline"
              >
                {question.touchpointTitle}
              </a>
              <span className="block text-xs text-soft">
                {driver.stage}
                {question.title === question.touchpointTitle ? '' : ` · ${question.title}`}
              </span>
            </Td>
            <Td className="tabular">{formatCount(n, t.tongue)}</Td>
            {view.level === 'weights' ? (
              <Td className="tabular min-w-44">
                {weight ? (
                  <>
                    <span className="flex flex-wrap items-center gap-x-2">
                      <span className="font-semibold">{formatPercent(weight.share)}</span>
                      <span className="text-xs text-soft">
                        {formatPercent(weight.low)} … {formatPercent(weight.high)}
                      </span>
                      {tier === 'top' ? <Chip tone="good">{t('Top group')}</Chip> : null}
                    </span>
                    <IntervalBar value={weight.share} low={weight.low} high={weight.high} most={most} />
                  </>
                ) : (
                  <NotWeighed t={t} />
                )}
              </Td>
            ) : null}
            {view.level === 'tiers' ? (
              <Td>
                {tier ? (
                  <Chip tone={tier === 'top' ? 'good' : 'quiet'}>{t(TIER_WORDS[tier])}</Chip>
                ) : (
                  <NotWeighed t={t} />
                )}
              </Td>
            ) : null}
            <Td className="tabular min-w-60">
              <LinkCell link={link} t={t} />
            </Td>
            <Td className="tabular min-w-36">
              <Side contrast={contrast.penalty} n={n} bad t={t} />
            </Td>
            <Td className="tabular min-w-36">
              <Side contrast={contrast.reward} n={n} t={t} />
            </Td>
          </tr>
        );
      })}
    </Table>
  );
}

function NotWeighed({ t }: { t: Translate }) {
  return <span className="text-xs text-soft">{t('Too few people who answered both')}</span>;
}

function LinkCell({ link, t }: { link: Adjusted<Correlation> | null; t: Translate }) {
  if (link === null)
    return <span className="text-xs text-soft">{t('Too few people who answered both')}</span>;
  const number = (value: number) => formatDecimal(value, 2, t.tongue, true);
  return (
    <>
      <span className="block">{linkWords(link, t)}</span>
      <span className="text-xs text-soft">
        {t('{value}, 95 % interval {low} … {high}', {
          value: number(link.value),
          low: number(link.low),
          high: number(link.high),
        })}
      </span>
    </>
  );
}

/** On all our scales more is better, so that an outcome is expected to rise with a touchpoint. */
function linkWords(link: Adjusted<Correlation>, t: Translate): string {
  if (!standsOut(link)) return t('Too early to tell##of a driver');
  return link.value > 0
    ? t('Higher goes with higher, as expected')
    : t('Higher goes with lower, against what is expected');
}

function Side({
  contrast,
  n,
  bad = false,
  t,
}: {
  contrast: Adjusted<Contrast> | null;
  n: number;
  bad?: boolean;
  t: Translate;
}) {
  if (contrast === null)
    return <span className="text-xs text-soft">{n === 0 ? '–' : t('Too few##to compare')}</span>;
  const { delta, low, high } = contrast;
  const number = (value: number) => formatDecimal(value, 1, t.tongue, true);
  const clear = standsOut(contrast);
  const word = !clear
    ? t('Too early to tell##of a driver')
    : delta < 0
      ? t('Lower##of a driver')
      : t('Higher##of a driver');
  const striking = clear && (bad ? delta < 0 : delta > 0);
  return (
    <>
      <span className="block">
        <span className={striking ? 'font-semibold' : ''}>{number(delta)}</span>{' '}
        <span className="text-xs text-soft">{word}</span>
      </span>
      <span className="text-xs text-soft">
        <span className="whitespace-nowrap">
          {number(low)} … {number(high)}
        </span>
        <br />
        {t('n {compared} and {middle}', { compared: contrast.n[0], middle: contrast.n[1] })}
      </span>
    </>
  );
}
