import type { Metadata } from 'next';
import { listAlertRules } from '@/db/queries/alerts';
import { findBusinessHours, listCaseRules } from '@/db/queries/case-rules';
import { listMembers } from '@/db/queries/members';
import { listRuleChanges } from '@/db/queries/rule-changes';
import type { CaseRuleInput } from '@/lib/cases/model';
import type { AlertRule } from '@/lib/cases/model/alert';
import { alertConditionText, conditionText } from '@/lib/cases/rules/words';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { ChangeHistory } from '../change-history';
import { Section } from '../section';
import { retireAlertRuleAction, retireCaseRuleAction } from './actions';
import { AlertRuleForm, ChangeAlertRule } from './alert-rule-form';
import { CaseRuleForm, ChangeCaseRule } from './case-rule-form';
import { HoursForm } from './hours-form';
import { listPlaces } from './places';
import { RuleList } from './rule-list';

type AlertRuleInput = Pick<AlertRule, 'condition' | 'journeyId'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Cases and alerts') };
}

export default async function CaseSettingsPage() {
  const t = await readText();
  const { scope, workspace } = await requireMember();
  const [caseRules, alertRules, hours, members, journeys] = await Promise.all([
    listCaseRules(scope),
    listAlertRules(scope),
    findBusinessHours(scope),
    listMembers(scope),
    listPlaces(scope),
  ]);
  const mayAdd = may(scope.actor, 'caseRule.add');
  const people = members.map(({ userId, name, email }) => ({ id: userId, name: name || email }));
  const changes = await listRuleChanges<Partial<CaseRuleInput & AlertRuleInput>>(
    scope,
    [...caseRules, ...alertRules].map(({ id }) => id),
  );
  const placeOf = (journeyId: string | null | undefined, lineageId: string | null | undefined) => {
    const journey = journeys.find(({ id }) => id === journeyId);
    if (!journeyId) return '';
    return (
      journey?.subjects.find((one) => one.lineageId === lineageId)?.title ??
      journey?.title ??
      t('a retired journey')
    );
  };
  const caseMore = (rule: Pick<CaseRuleInput, 'assigneeUserId' | 'dueHours'>, place: string) => [
    place || t('Everywhere'),
    rule.assigneeUserId === null
      ? t('to the owner')
      : t('to {name}', {
          name: people.find(({ id }) => id === rule.assigneeUserId)?.name ?? t('somebody who left'),
        }),
    t('due in {n, plural, one {# business hour} other {# business hours}}', { n: rule.dueHours }),
  ];
  const historyOf = (ruleId: string, textOf: (before: never) => string) => (
    <ChangeHistory
      key={ruleId}
      changes={changes
        .filter((one) => one.ruleId === ruleId)
        .map((one) => ({ ...one, before: textOf(one.before as never) }))}
      timeZone={workspace.timeZone}
      t={t}
    />
  );
  return (
    <div className="flex flex-col gap-6">
      <Section
        title={t('What opens a case')}
        hint={t(
          'A rule looks at answers from the moment it is added. One answer opens one case by one rule; correcting the score later closes nothing.',
        )}
      >
        <RuleList
          label={t('Rules that open cases')}
          empty={t('There is no rule yet, so no answer opens a case.')}
          removing={t('Its cases stay. New answers open none by it any more.')}
          remove={mayAdd ? retireCaseRuleAction : null}
          rules={caseRules.map((rule) => {
            const text = conditionText(rule.condition, t);
            return {
              ...{ id: rule.id, text },
              more: caseMore(rule, rule.subjectTitle ?? rule.journeyTitle ?? ''),
              change: <ChangeCaseRule key={rule.id} {...{ rule, text, journeys }} members={people} />,
              history: historyOf(rule.id, (before: CaseRuleInput) =>
                [
                  conditionText(before.condition, t),
                  ...caseMore(before, placeOf(before.journeyId, before.lineageId)),
                ].join(' · '),
              ),
            };
          })}
        />
        {mayAdd ? <CaseRuleForm journeys={journeys} members={people} /> : null}
      </Section>
      <Section
        title={t('What raises an alert')}
        hint={t(
          'The rules look every hour. Owners of what it is about get a mail, and hooks a message. An alert is raised once and ends by itself.',
        )}
      >
        <RuleList
          label={t('Rules that raise alerts')}
          empty={t('There is no rule yet, so nothing raises an alert.')}
          removing={t('What it has found ends with it.')}
          remove={mayAdd ? retireAlertRuleAction : null}
          rules={alertRules.map((rule) => {
            const text = alertConditionText(rule.condition, t);
            const more = (about: AlertRuleInput, place: string) =>
              about.condition.kind === 'bounce' ? '' : place || t('Every journey');
            return {
              ...{ id: rule.id, text },
              more: [more(rule, rule.journeyTitle ?? '')],
              change: <ChangeAlertRule key={rule.id} {...{ rule, text, journeys }} />,
              history: historyOf(rule.id, (before: AlertRuleInput) =>
                [alertConditionText(before.condition, t), more(before, placeOf(before.journeyId, null))]
                  .filter(Boolean)
                  .join(' · '),
              ),
            };
          })}
        />
        {mayAdd ? <AlertRuleForm journeys={journeys} /> : null}
      </Section>
      <Section
        title={t('Business hours')}
        hint={t('Due time passes only then, on the clock of {zone}.', { zone: workspace.timeZone })}
      >
        <HoursForm hours={hours} owner={may(scope.actor, 'workspace.settle')} />
      </Section>
    </div>
  );
}
