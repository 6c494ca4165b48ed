import { BellRing } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { countWaitingAlerts, listAlerts } from '@/db/queries/alerts';
import { listSubjects } from '@/db/queries/subjects';
import type { AlertFinding } from '@/lib/cases/model/alert';
import { findingText } from '@/lib/cases/rules/words';
import { formatInstant, formatInterval, formatPercent } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import type { Translate } from '@/lib/translate';
import { CaseTabs } from '../case-tabs';
import { AcknowledgeButton } from './acknowledge-button';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Alerts') };
}

const MOST_ALERTS = 100;

export default async function AlertsPage() {
  const t = await readText();
  const { scope, workspace } = await requireMember();
  const [alerts, waiting] = await Promise.all([
    listAlerts(scope, { limit: MOST_ALERTS }),
    countWaitingAlerts(scope),
  ]);
  const subjects = new Map(
    (
      await listSubjects(
        scope,
        alerts.flatMap(({ lineageId }) => lineageId ?? []),
      )
    ).map((subject) => [subject.lineageId, subject]),
  );
  const when = (instant: Date) => formatInstant(instant, workspace.timeZone, t.tongue);
  const mayAcknowledge = may(scope.actor, 'alert.acknowledge');
  return (
    <Page>
      <PageHeader
        title={t('Alerts')}
        crumbs={[{ href: '/cases', label: t('Cases') }]}
        actions={
          <Link href="/settings/cases" className={buttonClass()}>
            {t('Rules and hours')}
          </Link>
        }
      >
        {t('What the alert rules found in the scores, the answers and the mail. An alert ends by itself.')}
      </PageHeader>
      <CaseTabs open="alerts" about={null} alerts={waiting} t={t} />
      {alerts.length === 0 ? (
        <EmptyState icon={BellRing} title={t('Nothing was found')}>
          {t('The rules look every hour. Add some in the settings.')}
        </EmptyState>
      ) : (
        <ul className="flex flex-col gap-3">
          {alerts.map((alert) => {
            const subject = alert.lineageId === null ? null : (subjects.get(alert.lineageId) ?? null);
            const standing = alert.endedAt === null;
            return (
              <li
                key={alert.id}
                className="flex flex-wrap items-start justify-between gap-3 rounded-xl border border-line bg-panel p-4 shadow-card"
              >
                <div className="flex min-w-0 flex-col gap-1.5">
                  <p className="flex flex-wrap items-center gap-2">
                    <Chip tone={standing && !alert.acknowledgedAt ? 'warn' : 'quiet'}>
                      {standing ? t('Stands##of an alert') : t('Over##of an alert')}
                    </Chip>
                    {subject ? (
                      <Link
                        href={
                          subject.touchpointId === null
                            ? `/journeys/${subject.journeyId}`
                            : `/journeys/${subject.journeyId}?touchpoint=${subject.touchpointId}`
                        }
                        className="font-medium underline-offset-2 hover:underline"
                      >
                        {subject.title}
                      </Link>
                    ) : (
                      <span className="font-medium">
                        {alert.lineageId === null ? t('Campaign mail') : t('A retired touchpoint')}
                      </span>
                    )}
                  </p>
                  <p className="text-sm break-words">{findingText(alert.finding, t)}</p>
                  <p className="text-xs text-soft">
                    {[
                      intervalText(alert.finding, t),
                      t('Found {when}', { when: when(alert.raisedAt) }),
                      alert.endedAt ? t('over since {when}', { when: when(alert.endedAt) }) : '',
                      alert.acknowledgedAt
                        ? t('seen by {name}, {when}', {
                            name: alert.acknowledger ?? t('somebody'),
                            when: when(alert.acknowledgedAt),
                          })
                        : '',
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </p>
                </div>
                {mayAcknowledge && standing && !alert.acknowledgedAt ? (
                  <AcknowledgeButton id={alert.id} />
                ) : null}
              </li>
            );
          })}
        </ul>
      )}
    </Page>
  );
}

function intervalText(finding: AlertFinding, t: Translate): string {
  if (finding.kind === 'score') {
    return t('95 % interval {interval}', {
      interval: formatInterval(finding.metric, finding.low, finding.high, t.tongue),
    });
  }
  if (finding.kind === 'bounce') {
    return t('95 % interval {interval}', {
      interval: `${formatPercent(finding.low)} … ${formatPercent(finding.high)}`,
    });
  }
  return '';
}
