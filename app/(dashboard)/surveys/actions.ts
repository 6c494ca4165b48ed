'use server';

import { redirect } from 'next/navigation';
import { formAction, textOf } from '@/app/form-state';
import { memberAction } from '@/lib/gates/member';
import { isMetricId, metricOf } from '@/lib/scoring/metrics';
import {
  closePlacement,
  draftSurvey,
  editDraft,
  openPlacement,
  publishSurvey,
  reopenPlacement,
  ruleWidget,
} from '@/lib/survey/commands';
import { loadAskable } from '@/lib/survey/views';

type Input<C extends (...args: never[]) => unknown> = Parameters<C>[1];

/** Starts a survey and leads to it. */
export const startSurvey = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const lineageId = textOf(fields, 'lineageId');
    const metric = textOf(fields, 'metric') as Input<typeof draftSurvey>['metric'];
    const subject = await loadAskable(scope, { lineage: lineageId });
    const name = isMetricId(metric) ? metricOf(metric).name : '';
    const { id } = await draftSurvey(scope, {
      lineageId,
      metric,
      title: `${name}, ${subject.title}`.slice(0, 80),
    });
    redirect(`/surveys/${id}`);
  }),
);

export const saveDraft = memberAction(({ scope }, input: Input<typeof editDraft>) => editDraft(scope, input));

export const publish = memberAction(({ scope }, input: Input<typeof publishSurvey>) =>
  publishSurvey(scope, input),
);

export const openPlace = memberAction(({ scope }, input: Input<typeof openPlacement>) =>
  openPlacement(scope, input),
);

export const closePlace = memberAction(({ scope }, id: string) => closePlacement(scope, { id }));

export const reopenPlace = memberAction(({ scope }, id: string) => reopenPlacement(scope, { id }));

export const saveRules = memberAction(({ scope }, input: Input<typeof ruleWidget>) =>
  ruleWidget(scope, input),
);
