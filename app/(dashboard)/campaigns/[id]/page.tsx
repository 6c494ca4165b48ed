import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Chip } from '@/components/ui/chip';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { Table, Td, Th } from '@/components/ui/table';
import { listInvitations } from '@/db/queries/invitations';
import { INVITATION_STATES, type InvitationState } from '@/lib/distribution/model';
import { reasonText } from '@/lib/distribution/rules/left-out';
import { loadCampaign } from '@/lib/distribution/views/load-campaigns';
import { isAppError } from '@/lib/errors';
import { formatCount, formatInstant } from '@/lib/format';
import { requireMember } from '@/lib/gates/member';
import { isUuid } from '@/lib/id';
import { metricOf } from '@/lib/scoring/metrics';
import { Pager, pageOf } from '../../contacts/pager';
import { RateText } from '../rate-text';
import { Refresh } from './refresh';

export const metadata: Metadata = { title: 'Campaign' };

const INVITATIONS_A_PAGE = 50;

const STATE_TEXT: Record<InvitationState, string> = {
  queued: 'Waiting',
  sending: 'Being sent',
  sent: 'Sent',
  written: 'In the outbox, not sent',
  failed: 'Failed',
  unknown: 'Perhaps sent',
  left_out: 'Left out',
};

export default async function CampaignPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { scope, workspace } = await requireMember();
  const { id } = await params;
  const query = await searchParams;
  if (!isUuid(id)) notFound();
  const campaign = await loadCampaign(scope, id).catch((error: unknown) => {
    if (isAppError(error) && error.code === 'not_found') return notFound();
    throw error;
  });
  const state = INVITATION_STATES.find((known) => known === query['state']) ?? null;
  const page = pageOf(query['page']);
  const invitations = await listInvitations(scope, {
    campaignId: id,
    state,
    offset: (page - 1) * INVITATIONS_A_PAGE,
    limit: INVITATIONS_A_PAGE,
  });
  const everybody = Object.values(campaign.states).reduce((sum, n) => sum + n, 0);
  const invited = everybody - (campaign.states['left_out'] ?? 0);
  const time = (instant: Date) => formatInstant(instant, workspace.timeZone, workspace.language);
  return (
    <Page>
      <PageHeader title={campaign.name} crumbs={[{ href: '/campaigns', label: 'Campaigns' }]}>
        {campaign.subjectTitle || campaign.surveyTitle} ({metricOf(campaign.metric).label}), started{' '}
        {time(campaign.launchedAt)}. Subject: “{campaign.subject}”.
      </PageHeader>
      {campaign.waiting > 0 ? <Refresh /> : null}
      <dl className="mb-5 grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Figure label="Invited">{formatCount(invited)}</Figure>
        <Figure label={campaign.states['written'] ? 'Letters written' : 'Letters sent'}>
          {formatCount(campaign.delivered)}
          {campaign.waiting > 0 ? (
            <span className="block text-xs font-normal text-soft">
              {formatCount(campaign.waiting)} waiting
            </span>
          ) : null}
        </Figure>
        <Figure label="Answered">
          <RateText campaign={campaign} />
        </Figure>
        <Figure label="Left out">{formatCount(everybody - invited)}</Figure>
      </dl>
      <div className="mb-5 flex flex-col gap-2">
        {campaign.states['written'] ? (
          <Notice tone="warn">
            {formatCount(campaign.states['written'])} letters were not sent, because no mail provider is set.
            They stand in the{' '}
            <Link href="/outbox" className="underline">
              outbox
            </Link>
            .
          </Notice>
        ) : null}
        {campaign.states['unknown'] ? (
          <Notice tone="warn">
            Sending {formatCount(campaign.states['unknown'])} letters was interrupted. They may have arrived,
            so they are not sent again.
          </Notice>
        ) : null}
        {campaign.closedAt ? <Notice>The survey was closed {time(campaign.closedAt)}.</Notice> : null}
      </div>
      {campaign.reasons.length > 0 ? (
        <section aria-labelledby="reasons-title" className="mb-6">
          <h2 id="reasons-title" className="mb-2 text-base font-semibold">
            Who got no letter, and why
          </h2>
          <ul className="list-inside list-disc text-sm">
            {campaign.reasons.slice(0, 20).map(({ state: of, reason, n }) => (
              <li key={`${of} ${reason}`} className="break-words">
                {formatCount(n)} {STATE_TEXT[of].toLowerCase()}: {reasonText(reason)}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <nav aria-label="Filter by state" className="mb-3 flex flex-wrap gap-2">
        {[null, ...INVITATION_STATES].map((one) => {
          const n = one === null ? everybody : (campaign.states[one] ?? 0);
          if (n === 0) return null;
          return (
            <Link
              key={one ?? 'all'}
              href={one === null ? `/campaigns/${id}` : `/campaigns/${id}?state=${one}`}
              aria-current={one === state ? 'page' : undefined}
            >
              <Chip tone={one === state ? 'plain' : 'quiet'}>
                {one === null ? 'All' : STATE_TEXT[one]} {formatCount(n)}
              </Chip>
            </Link>
          );
        })}
      </nav>
      <Table
        label="Invitations"
        head={
          <tr>
            <Th>Person</Th>
            <Th>State</Th>
            <Th>When</Th>
            <Th>Answered</Th>
          </tr>
        }
      >
        {invitations.map((invitation) => (
          <tr key={invitation.id}>
            <Td className="min-w-52 break-all">
              {invitation.letterId ? (
                <Link
                  href={`/outbox/${invitation.letterId}`}
                  className="text-accent underline-offset-2 hover:underline"
                >
                  {invitation.email ?? 'Erased'}
                </Link>
              ) : (
                (invitation.email ?? 'Erased')
              )}
            </Td>
            <Td>
              {STATE_TEXT[invitation.state]}
              {invitation.reason ? (
                <span className="block max-w-80 text-xs break-words text-soft">
                  {reasonText(invitation.reason)}
                </span>
              ) : null}
            </Td>
            <Td className="whitespace-nowrap">{invitation.sentAt ? time(invitation.sentAt) : ''}</Td>
            <Td className="whitespace-nowrap">{invitation.answeredAt ? time(invitation.answeredAt) : ''}</Td>
          </tr>
        ))}
      </Table>
      <Pager
        page={page}
        size={INVITATIONS_A_PAGE}
        total={state === null ? everybody : (campaign.states[state] ?? 0)}
        hrefOf={(to) =>
          `/campaigns/${id}?${new URLSearchParams({ ...(state ? { state } : {}), page: String(to) })}`
        }
      />
    </Page>
  );
}

function Figure({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="rounded-xl border border-line bg-panel px-4 py-3">
      <dt className="text-xs text-soft">{label}</dt>
      <dd className="text-lg font-semibold">{children}</dd>
    </div>
  );
}
