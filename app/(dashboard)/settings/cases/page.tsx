import type { Metadata } from 'next';
import { listAlertRules } from '@/db/queries/alerts';
import { findBusinessHours, listCaseRules } from '@/db/queries/case-rules';
import { listMembers } from '@/db/queries/members';
import { alertConditionText, conditionText } from '@/lib/cases/rules/words';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { Section } from '../section';
import { retireAlertRuleAction, retireCaseRuleAction } from './actions';
import { AlertRuleForm } from './alert-rule-form';
import { CaseRuleForm } from './case-rule-form';
import { HoursForm } from './hours-form';
import { listPlaces } from './places';
import { RuleList } from './rule-list';

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
          rules={caseRules.map((rule) => ({
            id: rule.id,
            text: conditionText(rule.condition, t),
            more: [
              rule.subjectTitle ?? rule.journeyTitle ?? t('Everywhere'),
              rule.assigneeUserId === null
                ? t('to the owner')
                : t('to {name}', { name: rule.assignee ?? t('somebody who left') }),
              t('due in {n, plural, one {# business hour} other {# business hours}}', { n: rule.dueHours }),
            ],
          }))}
        />
        {mayAdd ? (
          <CaseRuleForm
            journeys={journeys}
            members={members.map(({ userId, name, email }) => ({ id: userId, name: name || email }))}
          />
        ) : null}
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
          rules={alertRules.map((rule) => ({
            id: rule.id,
            text: alertConditionText(rule.condition, t),
            more: [rule.condition.kind === 'bounce' ? '' : (rule.journeyTitle ?? t('Every journey'))],
          }))}
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
