import { Send } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { Table, Td, Th } from '@/components/ui/table';
import { loadCampaigns } from '@/lib/distribution/views/load-campaigns';
import { formatCount, formatInstant } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { metricOf } from '@/lib/scoring/metrics';
import { RateText } from './rate-text';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Campaigns') };
}

export default async function CampaignsPage() {
  const t = await readText();
  const { scope, role, workspace } = await requireMember();
  const campaigns = await loadCampaigns(scope);
  const start =
    role === 'viewer' ? null : (
      <Link href="/campaigns/new" className={buttonClass({ variant: 'primary' })}>
        {t('New campaign')}
      </Link>
    );
  return (
    <Page>
      <PageHeader title={t('Campaigns')} actions={campaigns.length > 0 ? start : null}>
        {t('Ask your contacts by mail: one question, its answers as buttons.')}
      </PageHeader>
      {campaigns.length === 0 ? (
        <EmptyState icon={Send} title={t('Nobody was asked by mail yet')} action={start}>
          {t(
            'A campaign sends one mail to each contact who has not been asked for 90 days and has not opted out.',
          )}
        </EmptyState>
      ) : (
        <Table
          label={t('Campaigns')}
          head={
            <tr>
              <Th>{t('Campaign')}</Th>
              <Th>{t('Asks about')}</Th>
              <Th>{t('Started')}</Th>
              <Th>{t('Letters')}</Th>
              <Th>{t('Answered')}</Th>
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
                {formatInstant(campaign.launchedAt, workspace.timeZone, t.tongue)}
              </Td>
              <Td>
                {formatCount(campaign.delivered, t.tongue)}
                {campaign.waiting > 0 ? (
                  <span className="block text-xs text-soft">
                    {t('{n} waiting', { n: formatCount(campaign.waiting, t.tongue) })}
                  </span>
                ) : null}
              </Td>
              <Td>
                <RateText campaign={campaign} t={t} />
              </Td>
            </tr>
          ))}
        </Table>
      )}
    </Page>
  );
}
