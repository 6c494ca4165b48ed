import { Send } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { Table, Td, Th } from '@/components/ui/table';
import { loadCampaigns } from '@/lib/distribution/views/load-campaigns';
import { formatCount, formatInstant } from '@/lib/format';
import { requireMember } from '@/lib/gates/member';
import { metricOf } from '@/lib/scoring/metrics';
import { RateText } from './rate-text';

export const metadata: Metadata = { title: 'Campaigns' };

export default async function CampaignsPage() {
  const { scope, role, workspace } = await requireMember();
  const campaigns = await loadCampaigns(scope);
  const start =
    role === 'viewer' ? null : (
      <Link href="/campaigns/new" className={buttonClass({ variant: 'primary' })}>
        New campaign
      </Link>
    );
  return (
    <Page>
      <PageHeader title="Campaigns" actions={campaigns.length > 0 ? start : null}>
        Ask your contacts by mail: one question, its answers as buttons.
      </PageHeader>
      {campaigns.length === 0 ? (
        <EmptyState icon={Send} title="Nobody was asked by mail yet" action={start}>
          A campaign sends one mail to each contact who has not been asked for 90 days and has not opted out.
        </EmptyState>
      ) : (
        <Table
          label="Campaigns"
          head={
            <tr>
              <Th>Campaign</Th>
              <Th>Asks about</Th>
              <Th>Started</Th>
              <Th>Letters</Th>
              <Th>Answered</Th>
            </tr>
          }
        >
          {campaigns.map((campaign) => (
            <tr key={campaign.id}>
              <Td>
                <Link
                  href={`/campaigns/${campaign.id}`}
                  className="font-medium text-accent underline-offset-2 hover:underline"
                >
                  {campaign.name}
                </Link>
              </Td>
              <Td>
                {campaign.subjectTitle || campaign.surveyTitle}
                <span className="block text-xs text-soft">{metricOf(campaign.metric).label}</span>
              </Td>
              <Td className="whitespace-nowrap">
                {formatInstant(campaign.launchedAt, workspace.timeZone, workspace.language)}
              </Td>
              <Td>
                {formatCount(campaign.delivered)}
                {campaign.waiting > 0 ? (
                  <span className="block text-xs text-soft">{formatCount(campaign.waiting)} waiting</span>
                ) : null}
              </Td>
              <Td>
                <RateText campaign={campaign} />
              </Td>
            </tr>
          ))}
        </Table>
      )}
    </Page>
  );
}
