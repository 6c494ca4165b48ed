import { Inbox } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { buttonClass } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { countWaitingAlerts } from '@/db/queries/alerts';
import { listCaseRules } from '@/db/queries/case-rules';
import { type CaseFilter, type CaseLine, listCases } from '@/db/queries/cases';
import { findSubject } from '@/db/queries/subjects';
import { conditionText, OUTCOME_WORDS, pointText, STATE_WORDS } from '@/lib/cases/rules/words';
import { loadClosedLoop } from '@/lib/cases/views';
import { formatInstant } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { isUuid } from '@/lib/id';
import type { Translate } from '@/lib/translate';
import { Pager, pageOf } from '../contacts/pager';
import { type CaseItem, CaseList } from './case-list';
import { CaseTabs, casesHref, SHOWN, type Shown } from './case-tabs';
import { LoopFigures } from './loop-figures';
import { personText } from './person-text';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Cases') };
}

const CASES_A_PAGE = 50;

/** Cases of the workspace: `show` mine, all, overdue or closed, `about` one subject, by its lineage. */
export default async function CasesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const t = await readText();
  const { scope, workspace, user } = await requireMember();
  const asked = await searchParams;
  const shown = SHOWN.find((one) => one === asked['show']) ?? 'mine';
  const about = typeof asked['about'] === 'string' && isUuid(asked['about']) ? asked['about'] : null;
  const page = pageOf(asked['page']);
  const now = new Date();
  const narrowed = about === null ? {} : { lineageIds: [about] };
  const [{ cases, total }, loop, alerts, rules, subject] = await Promise.all([
    listCases(
      scope,
      { ...filterOf(shown, user.id, now), ...narrowed },
      { offset: (page - 1) * CASES_A_PAGE, limit: CASES_A_PAGE },
    ),
    loadClosedLoop(scope, narrowed, now),
    countWaitingAlerts(scope),
    listCaseRules(scope),
    about === null ? null : findSubject(scope, about),
  ]);
  // Nobody who has no case of their own should think that there are none.
  const elsewhere =
    shown === 'mine' && total === 0
      ? (await listCases(scope, { closed: false, ...narrowed }, { offset: 0, limit: 1 })).total
      : 0;
  return (
    <Page>
      <PageHeader
        title={t('Cases')}
        actions={
          <Link href="/settings/cases" className={buttonClass()}>
            {t('Rules and hours')}
          </Link>
        }
      >
        {subject
          ? t('Only those about {name}.', { name: subject.title })
          : t('Answers that somebody has to look after, by the rules of this workspace.')}{' '}
        {about === null ? null : (
          <Link href={casesHref(shown, null)} className="text-accent underline">
            {t('All cases')}
          </Link>
        )}
      </PageHeader>
      <div className="mb-5">
        <LoopFigures loop={loop} minimumN={workspace.minimumN} t={t} />
      </div>
      <CaseTabs open={shown} about={about} alerts={alerts} t={t} />
      {cases.length === 0 ? (
        <EmptyState
          icon={Inbox}
          title={shown === 'closed' ? t('No case is closed yet') : t('No case waits here')}
          action={
            rules.length === 0 ? (
              <Link href="/settings/cases" className={buttonClass({ variant: 'primary' })}>
                {t('Add a rule')}
              </Link>
            ) : elsewhere > 0 ? (
              <Link href={casesHref('all', about)} className={buttonClass({ variant: 'primary' })}>
                {t('See all open cases')}
              </Link>
            ) : null
          }
        >
          {rules.length === 0
            ? t('Say which answers open a case, such as an NPS of 6 or less, and they appear here.')
            : elsewhere > 0
              ? t(
                  '{n, plural, one {One open case is} other {# open cases are}} with others, or with nobody yet.',
                  { n: elsewhere },
                )
              : t('New answers that a rule asks for appear here within seconds.')}
        </EmptyState>
      ) : (
        <CaseList cases={cases.map((one) => itemOf(one, shown, { now, t, zone: workspace.timeZone }))} />
      )}
      <Pager page={page} size={CASES_A_PAGE} total={total} hrefOf={(to) => casesHref(shown, about, to)} />
    </Page>
  );
}

function filterOf(shown: Shown, userId: string, now: Date): CaseFilter {
  if (shown === 'mine') return { assigneeUserId: userId, closed: false };
  if (shown === 'overdue') return { dueBefore: now };
  return { closed: shown === 'closed' };
}

function itemOf(
  one: CaseLine,
  shown: Shown,
  { now, t, zone }: { now: Date; t: Translate; zone: string },
): CaseItem {
  const late = one.closedAt === null && one.dueAt <= now;
  const when = (instant: Date) => formatInstant(instant, zone, t.tongue);
  return {
    id: one.id,
    title: one.subjectTitle ?? t('A retired touchpoint'),
    point: one.erased
      ? t('Answer erased')
      : one.held
        ? t('Answer held back')
        : pointText(one.metric, one.score, t),
    comment: one.comment === null ? null : short(one.comment),
    person: personText(one, t),
    assignee: one.assignee,
    state:
      shown === 'closed' ? (one.outcome ? t(OUTCOME_WORDS[one.outcome]) : null) : t(STATE_WORDS[one.state]),
    due: one.closedAt
      ? t('Closed {when}', { when: when(one.closedAt) })
      : late
        ? t('Overdue since {when}', { when: when(one.dueAt) })
        : t('Due {when}', { when: when(one.dueAt) }),
    late,
    rule: conditionText(one.condition, t),
  };
}

const short = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 140 ? `${line.slice(0, 139)}…` : line;
};
