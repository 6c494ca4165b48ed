import { type CampaignCounts, listCampaigns } from '@/db/queries/campaigns';
import { countReasons } from '@/db/queries/invitations';
import type { Scope } from '@/db/scope';
import { notFound } from '../../errors';
import type { Interval } from '../../statistics/interval';
import { wilson } from '../../statistics/wilson';
import { DELIVERED_STATES, type InvitationState } from '../model';

export type CampaignView = CampaignCounts & {
  /** Letters in one of `DELIVERED_STATES`. */
  delivered: number;
  waiting: number;
  /** Share of delivered letters that were answered, 0–1, with its 95 % Wilson interval; null while none is delivered. */
  rate: ({ value: number } & Interval) | null;
};

/** The newest campaigns with their progress. */
export async function loadCampaigns(scope: Scope): Promise<CampaignView[]> {
  return (await listCampaigns(scope, { limit: 200 })).map(viewOf);
}

/** One campaign with the reasons of whoever was not asked. @throws AppError `not_found` */
export async function loadCampaign(
  scope: Scope,
  id: string,
): Promise<CampaignView & { reasons: { state: InvitationState; reason: string; n: number }[] }> {
  const [found] = await listCampaigns(scope, { limit: 1, id });
  if (!found) throw notFound();
  return { ...viewOf(found), reasons: await countReasons(scope, id) };
}

function viewOf(campaign: CampaignCounts): CampaignView {
  const count = (...states: InvitationState[]) =>
    states.reduce((sum, state) => sum + (campaign.states[state] ?? 0), 0);
  const delivered = count(...DELIVERED_STATES);
  const interval = wilson(Math.min(campaign.answered, delivered), delivered);
  return {
    ...campaign,
    delivered,
    waiting: count('queued', 'sending'),
    rate: interval && { value: campaign.answered / delivered, ...interval },
  };
}
