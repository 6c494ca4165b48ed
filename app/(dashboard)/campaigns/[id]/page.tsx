import type { Metadata } from 'next';
import Link from 'next/link';
import { notFound } from 'next/navigation';
import { Chip } from '@/components/ui/chip';
import { Notice } from '@/components/ui/notice';
import { Page, PageHeader } from '@/components/ui/page-header';
import { Refresh } from '@/components/ui/refresh';
import { rich } from '@/components/ui/rich';
import { Table, Td, Th } from '@/components/ui/table';
import { listInvitations } from '@/db/queries/invitations';
import { INVITATION_STATES, type InvitationState } from '@/lib/distribution/model';
import { reasonText } from '@/lib/distribution/rules/left-out';
import { loadCampaign } from '@/lib/distribution/views/load-campaigns';
import { isAppError } from '@/lib/errors';
import { formatCount, formatInstant } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { isUuid } from '@/lib/id';
import { metricOf } from '@/lib/scoring/metrics';
import { msg } from '@/lib/translate';
import { Pager, pageOf } from '../../contacts/pager';
import { RateText } from '../rate-text';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Campaign') };
}

const INVITATIONS_A_PAGE = 50;

const STATE_TEXT: Record<InvitationState, string> = {
  queued: msg('Waiting'),
  sending: msg('Being sent'),
  sent: msg('Sent'),
  written: msg('In the outbox, not sent'),
  bounced: msg('Bounced'),
  complained: msg('Marked as spam'),
  failed: msg('Failed'),
  unknown: msg('Perhaps sent'),
  left_out: msg('Left out'),
};

/** How many invitations are in a state for one reason. */
const REASON_LINES: Record<InvitationState, string> = {
  queued: msg('{n} waiting: {reason}'),
  sending: msg('{n} being sent: {reason}'),
  sent: msg('{n} sent: {reason}'),
  written: msg('{n} in the outbox, not sent: {reason}'),
  bounced: msg('{n} bounced: {reason}'),
  complained: msg('{n} marked as spam: {reason}'),
  failed: msg('{n} failed: {reason}'),
  unknown: msg('{n} perhaps sent: {reason}'),
  left_out: msg('{n} left out: {reason}'),
};

export default async function CampaignPage({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const t = await readText();
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
  const time = (instant: Date) => formatInstant(instant, workspace.timeZone, t.tongue);
  return (
    <Page>
      <PageHeader title={campaign.name} crumbs={[{ href: '/campaigns', label: t('Campaigns') }]}>
        {t('{about} ({metric}), started {when}. Subject: “{subject}”.', {
          about: campaign.subjectTitle || campaign.surveyTitle,
          metric: metricOf(campaign.metric).label,
          when: time(campaign.launchedAt),
          subject: campaign.subject,
        })}
      </PageHeader>
      {campaign.waiting > 0 ? <Refresh text={t('Letters are going out…')} /> : null}
      <dl className="mb-5 grid grid-cols-2 gap-3 sm:grid-cols-4">
        <Figure label={t('Invited')}>{formatCount(invited, t.tongue)}</Figure>
        <Figure label={campaign.states['written'] ? t('Letters written') : t('Letters sent')}>
          {formatCount(campaign.delivered, t.tongue)}
          {campaign.waiting > 0 ? (
            <span className="block text-xs font-normal text-soft">
              {t('{n} waiting', { n: formatCount(campaign.waiting, t.tongue) })}
            </span>
          ) : null}
        </Figure>
        <Figure label={t('Answered')}>
          <RateText campaign={campaign} t={t} />
        </Figure>
        <Figure label={t('Left out')}>{formatCount(everybody - invited, t.tongue)}</Figure>
      </dl>
      <div className="mb-5 flex flex-col gap-2">
        {campaign.states['written'] ? (
          <Notice tone="warn">
            {rich(
              t,
              '{n} letters were not sent, because no mail provider is set. They stand in the <a>outbox</a>.',
              {
                n: formatCount(campaign.states['written'], t.tongue),
                a: (inside) => (
                  <Link href="/outbox" className="underline">
                    {inside}
                  </Link>
                ),
              },
            )}
          </Notice>
        ) : null}
        {campaign.states['unknown'] ? (
          <Notice tone="warn">
            {t('Sending {n} letters was interrupted. They may have arrived, so they are not sent again.', {
              n: formatCount(campaign.states['unknown'], t.tongue),
            })}
          </Notice>
        ) : null}
        {campaign.closedAt ? (
          <Notice>{t('The survey was closed {when}.', { when: time(campaign.closedAt) })}</Notice>
        ) : null}
      </div>
      {campaign.reasons.length > 0 ? (
        <section aria-labelledby="reasons-title" className="mb-6">
          <h2 id="reasons-title" className="mb-2 text-base font-semibold">
            {t('Who got no letter, and why')}
          </h2>
          <ul className="list-inside list-disc text-sm">
            {campaign.reasons.slice(0, 20).map(({ state: of, reason, n }) => (
              <li key={`${of} ${reason}`} className="break-words">
                {t(REASON_LINES[of], { n: formatCount(n, t.tongue), reason: reasonText(reason, t) })}
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      <nav aria-label={t('Filter by state')} className="mb-3 flex flex-wrap gap-2">
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
                {one === null ? t('All') : t(STATE_TEXT[one])} {formatCount(n, t.tongue)}
              </Chip>
            </Link>
          );
        })}
      </nav>
      <Table
        label={t('Invitations')}
        head={
          <tr>
            <Th>{t('Person')}</Th>
            <Th>{t('State##of an invitation')}</Th>
            <Th>{t('When')}</Th>
            <Th>{t('Answered')}</Th>
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
                  {invitation.email ?? t('Erased')}
                </Link>
              ) : (
                (invitation.email ?? t('Erased'))
              )}
            </Td>
            <Td>
              {t(STATE_TEXT[invitation.state])}
              {invitation.reason ? (
                <span className="block max-w-80 text-xs break-words text-soft">
                  {reasonText(invitation.reason, t)}
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
