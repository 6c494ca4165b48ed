'use server';

import { revalidatePath } from 'next/cache';
import { formAction, formOf, textOf, textOrNull } from '@/app/form-state';
import { addAlertRule, editAlertRule, retireAlertRule } from '@/lib/cases/commands/alert';
import {
  addCaseRule,
  editCaseRule,
  retireCaseRule,
  settleBusinessHours,
} from '@/lib/cases/commands/case-rule';
import type { CaseCondition } from '@/lib/cases/model';
import type { AlertCondition } from '@/lib/cases/model/alert';
import { memberAction } from '@/lib/gates/member';
import { isMetricId, METRICS } from '@/lib/scoring/metrics';

const PATH = '/settings/cases';

// The schemas of the commands refuse what is no condition: the casts only satisfy the compiler.

export const addCaseRuleAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    await addCaseRule(scope, caseRuleOf(fields));
    revalidatePath(PATH);
    return Date.now();
  }),
);

export const editCaseRuleAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    await editCaseRule(scope, { id: textOf(fields, 'id'), ...caseRuleOf(fields) });
    revalidatePath(PATH);
    return Date.now();
  }),
);

export const retireCaseRuleAction = memberAction(async ({ scope }, id: string) => {
  await retireCaseRule(scope, { id });
  revalidatePath(PATH);
});

export const addAlertRuleAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    await addAlertRule(scope, alertRuleOf(fields));
    revalidatePath(PATH);
    return Date.now();
  }),
);

export const editAlertRuleAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    await editAlertRule(scope, { id: textOf(fields, 'id'), ...alertRuleOf(fields) });
    revalidatePath(PATH);
    return Date.now();
  }),
);

export const retireAlertRuleAction = memberAction(async ({ scope }, id: string) => {
  await retireAlertRule(scope, { id });
  revalidatePath(PATH);
});

export const settleHoursAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    await settleBusinessHours(scope, {
      weekdays: formOf(fields).getAll('weekday').map(Number),
      from: textOf(fields, 'from'),
      to: textOf(fields, 'to'),
      holidays: textOf(fields, 'holidays')
        .split(/[\s,;]+/)
        .filter(Boolean),
    });
    revalidatePath(PATH);
    return Date.now();
  }),
);

function caseRuleOf(fields: FormData) {
  // One subject of a journey is sent as `journey/lineage`.
  const [journeyId = '', lineageId = ''] = textOf(fields, 'about').split('/');
  return {
    condition: caseConditionOf(fields) as CaseCondition,
    journeyId: journeyId || null,
    lineageId: lineageId || null,
    assigneeUserId: textOrNull(fields, 'assignee'),
    dueHours: Number(textOf(fields, 'dueHours') || Number.NaN),
  };
}

const alertRuleOf = (fields: FormData) => ({
  condition: alertConditionOf(fields) as AlertCondition,
  journeyId: textOrNull(fields, 'about'),
});

function caseConditionOf(fields: FormData): unknown {
  const kind = textOf(fields, 'kind');
  if (kind === 'score') {
    return { kind, metric: textOf(fields, 'metric'), most: Number(textOf(fields, 'most') || Number.NaN) };
  }
  if (kind === 'words') {
    const words = textOf(fields, 'words').split(/[\n,;]+/);
    return { kind, words: words.map((word) => word.trim()).filter(Boolean) };
  }
  return kind === 'emotion' ? { kind, words: formOf(fields).getAll('feeling') } : { kind };
}

function alertConditionOf(fields: FormData): unknown {
  const kind = textOf(fields, 'kind');
  const number = (name: string) => Number(textOf(fields, name).replace(',', '.') || Number.NaN);
  if (kind === 'score') {
    const metric = textOf(fields, 'metric');
    const factor = isMetricId(metric) ? METRICS[metric].displayFactor : 1;
    return { kind, metric, below: number('below') / factor, probability: number('probability') / 100 };
  }
  if (kind === 'silence') return { kind, days: number('days') };
  return kind === 'bounce' ? { kind, shareRatio: number('share') / 100 } : { kind };
}
