'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { formAction, textOf } from '@/app/form-state';
import { readTongue } from '@/lib/gates/language';
import { memberAction } from '@/lib/gates/member';
import { parseInput } from '@/lib/input';
import { isMetricId, metricOf, SURVEY_METRICS } from '@/lib/scoring/metrics';
import {
  closePlacement,
  closeSurvey,
  draftSurvey,
  editDraft,
  openPlacement,
  pauseSurvey,
  placeInChannel,
  publishSurvey,
  reopenPlacement,
  ruleWidget,
  scheduleSurvey,
} from '@/lib/survey/commands';
import { LANGUAGES } from '@/lib/survey/model/language';
import { brokenComparisons, faultsOfContent } from '@/lib/survey/rules/publishing';
import { stockTexts } from '@/lib/survey/rules/stock-texts';
import { loadAskable, loadSurvey } from '@/lib/survey/views';

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

/** What stands in the way of publishing the saved draft, and in which languages it asks another question than people answered. */
export const reviewDraft = memberAction(async ({ scope }, id: string) => {
  const survey = await loadSurvey(scope, parseInput(z.uuid(), id));
  const [newest] = survey.versions;
  return {
    faults: faultsOfContent(metricOf(survey.metric), survey.draft),
    broken: newest && survey.answers > 0 ? brokenComparisons(newest.content, survey.draft) : [],
  };
});

const stockSchema = z.strictObject({
  metric: z.enum(SURVEY_METRICS),
  languages: z.array(z.enum(LANGUAGES)).min(1).max(LANGUAGES.length),
});

/** The stock texts of languages that were not offered when the page was drawn. */
export const loadStock = memberAction(async (_member, input: z.input<typeof stockSchema>) => {
  const { metric, languages } = parseInput(stockSchema, input);
  const tongue = await readTongue();
  return languages.map((tag) => stockTexts(metric, tag, tongue));
});

export const pause = memberAction(({ scope }, input: Input<typeof pauseSurvey>) => pauseSurvey(scope, input));

export const close = memberAction(({ scope }, input: Input<typeof closeSurvey>) => closeSurvey(scope, input));

export const schedule = memberAction(({ scope }, input: Input<typeof scheduleSurvey>) =>
  scheduleSurvey(scope, input),
);

export const openPlace = memberAction(({ scope }, input: Input<typeof openPlacement>) =>
  openPlacement(scope, input),
);

export const closePlace = memberAction(({ scope }, id: string) => closePlacement(scope, { id }));

export const reopenPlace = memberAction(({ scope }, id: string) => reopenPlacement(scope, { id }));

export const savePlaceChannel = memberAction(({ scope }, input: Input<typeof placeInChannel>) =>
  placeInChannel(scope, input),
);

export const saveRules = memberAction(({ scope }, input: Input<typeof ruleWidget>) =>
  ruleWidget(scope, input),
);
