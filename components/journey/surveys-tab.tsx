import { ExternalLink } from 'lucide-react';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { rich } from '@/components/ui/rich';
import type { SurveySummaryView } from '@/lib/insights/model';
import { METRICS, type SurveyMetricId } from '@/lib/scoring/metrics';
import { msg, type Translate } from '@/lib/translate';
import { AskCustomers } from './ask-customers';

/** The ways to ask, while they are open. */
const OPEN: Readonly<Record<string, string>> = {
  link: msg('Link open'),
  email: msg('E-mail open'),
  widget: msg('Widget open'),
};

/** The surveys of a touchpoint, where each is open, and a way to a new one. */
export function SurveysTab({
  surveys,
  lineageId,
  suggested,
  ask,
  t,
}: {
  surveys: SurveySummaryView[];
  lineageId: string;
  suggested: SurveyMetricId;
  /** null where the member may not. */
  ask: ((lineageId: string, metric: string) => Promise<string | null>) | null;
  t: Translate;
}) {
  return (
    <div className="flex flex-col gap-4 px-5 py-4">
      {surveys.length === 0 ? <p className="text-sm text-soft">{t('No survey asks here yet.')}</p> : null}
      <ul className="flex flex-col gap-2">
        {surveys.map(({ id, metric, title, version, placements }) => {
          const open = placements.filter(({ closedAt }) => closedAt === null);
          return (
            <li key={id} className="rounded-xl border border-line px-3 py-2.5">
              <div className="flex items-start justify-between gap-3">
                <div className="min-w-0">
                  <Link
                    href={`/surveys/${id}`}
                    className="text-sm font-semibold break-words underline-offset-2 hover:underline"
                  >
                    {title}
                  </Link>
                  <p className="text-xs text-soft">
                    {METRICS[metric].name} ·{' '}
                    {version === null ? t('draft') : t('version {version}', { version })}
                  </p>
                </div>
                <Link href={`/surveys/${id}`} className={buttonClass({ size: 'small' })}>
                  {rich(t, 'Open<s> {title}</s>', {
                    title,
                    s: (inside) => <span className="sr-only">{inside}</span>,
                  })}
                </Link>
              </div>
              {open.length > 0 ? (
                <ul className="mt-2 flex flex-wrap gap-1.5">
                  {open.map((placement) => (
                    <li key={placement.id}>
                      {placement.kind === 'link' ? (
                        <a href={`/a/${placement.key}`} target="_blank" rel="noreferrer">
                          <Chip>
                            {t('Answer page')} <ExternalLink aria-hidden="true" className="size-3" />
                          </Chip>
                        </a>
                      ) : (
                        <Chip tone="quiet">{t(OPEN[placement.kind] ?? placement.kind)}</Chip>
                      )}
                    </li>
                  ))}
                </ul>
              ) : (
                <p className="mt-1 text-xs text-soft">{t('Not open anywhere.')}</p>
              )}
            </li>
          );
        })}
      </ul>
      {ask ? (
        <AskCustomers lineageId={lineageId} suggested={suggested} ask={ask} first={surveys.length === 0} />
      ) : null}
    </div>
  );
}
