import type { CampaignView } from '@/lib/distribution/views/load-campaigns';
import { formatCount, formatPercent, NO_NUMBER } from '@/lib/format';

/** The response rate with its 95 % interval and what it is a share of. */
export function RateText({ campaign }: { campaign: Pick<CampaignView, 'rate' | 'answered' | 'delivered'> }) {
  const { rate, answered, delivered } = campaign;
  if (!rate) return NO_NUMBER;
  return (
    <>
      {formatPercent(rate.value)}
      <span className="block text-xs text-soft">
        {formatPercent(rate.low)} … {formatPercent(rate.high)}, {formatCount(answered)} of{' '}
        {formatCount(delivered)}
      </span>
    </>
  );
}
