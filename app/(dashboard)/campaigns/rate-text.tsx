import type { CampaignView } from '@/lib/distribution/views/load-campaigns';
import { formatCount, formatPercent, NO_NUMBER } from '@/lib/format';
import type { Translate } from '@/lib/translate';

/** The response rate with its 95 % interval and what it is a share of. */
export function RateText({
  campaign,
  t,
}: {
  campaign: Pick<CampaignView, 'rate' | 'answered' | 'delivered'>;
  t: Translate;
}) {
  const { rate, answered, delivered } = campaign;
  if (!rate) return NO_NUMBER;
  return (
    <>
      {formatPercent(rate.value)}
      <span className="block text-xs text-soft">
        {t('{low} … {high}, {answered} of {delivered}', {
          low: formatPercent(rate.low),
          high: formatPercent(rate.high),
          answered: formatCount(answered, t.tongue),
          delivered: formatCount(delivered, t.tongue),
        })}
      </span>
    </>
  );
}
