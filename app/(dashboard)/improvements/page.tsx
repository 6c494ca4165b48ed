import { Lightbulb } from 'lucide-react';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ChartSource } from '@/components/charts/chart-source';
import { VerdictLine } from '@/components/journey/improvement-verdict';
import { Button, buttonClass } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { EmptyState } from '@/components/ui/empty-state';
import { SelectField } from '@/components/ui/field';
import { Page, PageHeader } from '@/components/ui/page-header';
import { Table, Td, Th } from '@/components/ui/table';
import { listMembers } from '@/db/queries/members';
import { formatDecimal, formatMoney, formatPercent } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import {
  IMPROVEMENT_KIND_LABELS,
  IMPROVEMENT_STATE_LABELS,
  IMPROVEMENT_STATES,
  type ImprovementView,
  type PriorityRank,
} from '@/lib/improvements/model';
import { PRIORITY_FORMULA } from '@/lib/improvements/rules/priority';
import { type Ranks, ranksOf } from '@/lib/improvements/rules/ranks';
import { askedRegister, inRegister, REGISTER_ORDERS } from '@/lib/improvements/rules/register';
import { paramsOf } from '@/lib/insights/rules/address';
import { listJourneys } from '@/lib/insights/views';
import { loadEconomics } from '@/lib/outcomes/views/load-economics';
import type { Translate } from '@/lib/translate';
import { BroughtSoFar } from './brought';
import { Matrix } from './matrix';
import { loadRankable } from './measured-importances';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Improvements') };
}

type Asked = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** The register: everything that is to be changed for customers, what it is worth, and what came of it. */
export default async function ImprovementsPage({ searchParams }: Asked) {
  const { scope } = await requireMember();
  const t = await readText();
  const asked = askedRegister(paramsOf(await searchParams));
  const now = new Date();
  const [economics, journeys, members] = await Promise.all([
    loadEconomics(scope, now),
    listJourneys(scope),
    listMembers(scope),
  ]);
  const all = await loadRankable(scope, {}, economics, now);
  const ranks = ranksOf(all);
  const shown = inRegister(all, asked);
  const mayWrite = may(scope.actor, 'improvement.add') && journeys.length > 0;
  const add = mayWrite ? (
    <Link href="/improvements/new" className={buttonClass({ variant: 'primary' })}>
      {t('Add an improvement')}
    </Link>
  ) : null;
  const owner = members.find(({ userId }) => userId === asked.owner);
  const askedText = [
    journeys.find(({ id }) => id === asked.journey)?.title ?? t('All journeys'),
    owner ? (owner.name ?? owner.email) : t('Everybody'),
    asked.state === null ? t('All states') : t(IMPROVEMENT_STATE_LABELS[asked.state]),
  ].join(', ');
  if (all.length === 0) {
    return (
      <Page>
        <PageHeader title={t('Improvements')} />
        <EmptyState icon={Lightbulb} title={t('No improvement yet')} action={add}>
          {t(
            'An improvement says what is to be changed for customers and why. Start one from a pain point or a touchpoint on a map, and later see here whether it worked.',
          )}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page wide>
      <PageHeader title={t('Improvements')} actions={add}>
        {t('What is to be changed for customers, what it is worth, and whether it worked.')}
      </PageHeader>
      <search>
        <form action="/improvements" className="mb-5 flex flex-wrap items-end gap-3">
          <Choice label={t('Journey')} name="journey" value={asked.journey} every={t('All journeys')}>
            {journeys.map(({ id, title }) => [id, title])}
          </Choice>
          <Choice label={t('Who answers for it')} name="owner" value={asked.owner} every={t('Everybody')}>
            {members.map(({ userId, name, email }) => [userId, name ?? email])}
          </Choice>
          <Choice label={t('State')} name="state" value={asked.state} every={t('All states')}>
            {IMPROVEMENT_STATES.map((state) => [state, t(IMPROVEMENT_STATE_LABELS[state])])}
          </Choice>
          <Choice label={t('Order by')} name="order" value={asked.order} every={null}>
            {Object.entries(REGISTER_ORDERS).map(([order, label]) => [order, t(label)])}
          </Choice>
          <Button type="submit" size="large">
            {t('Show')}
          </Button>
        </form>
      </search>
      <ChartSource of={t('Improvements')} filter={askedText}>
        <Matrix improvements={shown} t={t} />
        <BroughtSoFar improvements={shown} currency={economics.currency} t={t} />
      </ChartSource>
      <h2 className="mb-2 text-base font-semibold">{t('All improvements')}</h2>
      {shown.length === 0 ? (
        <p className="text-soft">{t('Nothing matches. Choose less above.')}</p>
      ) : (
        <Table
          label={t('Improvements')}
          head={
            <tr>
              <Th>{t('Improvement')}</Th>
              <Th>{t('State')}</Th>
              <Th>{t('Priority')}</Th>
              <Th>{t('Worth a year')}</Th>
              <Th>{t('Did it work?')}</Th>
              <Th>{t('Who answers for it')}</Th>
            </tr>
          }
        >
          {shown.map((one) => (
            <Row key={one.id} one={one} ranks={ranks} t={t} />
          ))}
        </Table>
      )}
      {ranks.priority.size > 0 ? (
        <p className="mt-2 max-w-3xl text-xs text-soft">
          {t(
            'Ranks are among what is open, and hold with 80 %: scores, importance and value are drawn 2,000 times from what the answers leave possible. What somebody typed in, reach, confidence and effort are taken as they are. {formula}',
            { formula: PRIORITY_FORMULA },
          )}
        </p>
      ) : null}
    </Page>
  );
}

function Row({ one, ranks, t }: { one: ImprovementView; ranks: Ranks; t: Translate }) {
  const { priority, value, verdict } = one;
  const money = (amount: number) => formatMoney(amount, value?.currency ?? '', t.tongue);
  return (
    <tr>
      <Td className="min-w-60">
        <Link
          className="inline-flex min-h-6 items-center font-medium break-words underline-offset-2 hover:underline"
          href={`/improvements/${one.id}`}
        >
          {one.title}
        </Link>
        <span className="block text-xs text-soft">
          {[t(IMPROVEMENT_KIND_LABELS[one.kind]), ...one.subjects.map(({ title }) => title)].join(' · ')}
        </span>
      </Td>
      <Td>
        <Chip tone={one.state === 'done' ? 'good' : one.state === 'dropped' ? 'quiet' : 'plain'}>
          {t(IMPROVEMENT_STATE_LABELS[one.state])}
        </Chip>
      </Td>
      <Td className="tabular min-w-36">
        <span className="font-semibold">{formatDecimal(priority.value, 1, t.tongue)}</span>
        <span className="block text-xs text-soft">
          {t('{opportunity} × {reach} × {confidence} / {effort}', {
            opportunity: formatDecimal(priority.opportunity, 1, t.tongue),
            reach: formatPercent(priority.reach.value),
            confidence: formatPercent(priority.confidence.value),
            effort: String(priority.effort.value),
          })}
        </span>
        <RankNote rank={ranks.priority.get(one.id)} t={t} />
      </Td>
      <Td className="tabular whitespace-nowrap">
        {value ? (
          <>
            <span className="font-semibold">{money(value.base.yearValue)}</span>
            <span className="block text-xs text-soft">
              {money(value.low.yearValue)} … {money(value.high.yearValue)}
            </span>
            <RankNote rank={ranks.value.get(one.id)} t={t} />
          </>
        ) : (
          <span className="text-soft">{t('not known')}</span>
        )}
      </Td>
      <Td className="min-w-52 text-xs">
        {verdict ? (
          <VerdictLine verdict={verdict} t={t} />
        ) : (
          <span className="text-soft">{one.startedOn ? t('Nothing to compare with') : t('Not started')}</span>
        )}
      </Td>
      <Td className="min-w-28 break-words">{one.ownerName ?? t('a former member')}</Td>
    </tr>
  );
}

/** Where it can stand among those that are open, instead of a place that nobody knows. */
function RankNote({ rank, t }: { rank: PriorityRank | undefined; t: Translate }) {
  if (!rank) return null;
  const { best, worst, of, top } = rank;
  return (
    <span className="block text-xs whitespace-nowrap text-soft">
      {best === worst
        ? t('Rank {best} of {of}', { best, of })
        : t('Rank {best}–{worst} of {of}', { best, worst, of })}
      {of > 3 ? (
        <span className="block">{t('among the first 3: {chance}', { chance: formatPercent(top) })}</span>
      ) : null}
    </span>
  );
}

function Choice({
  label,
  name,
  value,
  every,
  children,
}: {
  label: string;
  name: string;
  value: string | null;
  /** What stands for no choice; null: there has to be one. */
  every: string | null;
  children: (readonly [value: string, text: string])[];
}) {
  return (
    <div className="min-w-0 flex-1 basis-40 sm:max-w-56">
      <SelectField label={label} name={name} defaultValue={value ?? ''}>
        {every === null ? null : <option value="">{every}</option>}
        {children.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </SelectField>
    </div>
  );
}
