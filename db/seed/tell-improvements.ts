import { listNewestComments } from '@/db/queries/comments';
import { findTree } from '@/db/queries/journeys';
import type { Scope } from '@/db/scope';
import { addDays } from '@/lib/clock';
import { addImprovement } from '@/lib/improvements/commands/improvement';
import {
  dropImprovement,
  finishImprovement,
  planImprovement,
  startImprovement,
} from '@/lib/improvements/commands/moves';
import { setTrial } from '@/lib/improvements/commands/trial';
import { EVERYTHING } from '@/lib/insights/rules/filter';
import { groupOf } from '@/lib/scoring/metric';
import { metricOf } from '@/lib/scoring/metrics';
import { STORY_DAYS } from './story';
import { STORY_IMPROVEMENTS } from './story-improvements';
import { STORY_TRIAL } from './story-trial';

/** Comments that are looked through, and how many of those that fit are linked. */
const LOOKED_THROUGH = 200;
const MOST_LINKED = 3;

/**
 * Tells what the team of the story wants to change: ideas, plans, work under way, and what came of it.
 *
 * @param compared the channels of its trial
 */
export async function tellImprovements(
  scope: Scope,
  journeyId: string,
  today: string,
  compared: { control: string; variant: string },
): Promise<void> {
  const tree = await findTree(scope, journeyId);
  if (!tree) throw new Error('The story has no journey.');
  for (const story of STORY_IMPROVEMENTS) {
    const { touchpoint: where, answers = [], saying, override, planned, dropped, marker, ...rest } = story;
    const { startedOn, doneOn, ...said } = rest;
    const touchpoint = tree.touchpoints.find(({ title }) => title === where);
    if (!touchpoint) throw new Error(`The story has no touchpoint ${where}.`);
    const { id } = await addImprovement(scope, {
      ...said,
      journeyId,
      lineageIds: [touchpoint.lineageId],
      statementIds: tree.statements
        .filter((one) => one.touchpointId === touchpoint.id)
        .filter(({ text }) => answers.some((begin) => text.startsWith(begin)))
        .map((one) => one.id),
      answers: saying
        ? await answersSaying(scope, touchpoint.lineageId, saying, addDays(today, (startedOn ?? 1) - 1))
        : [],
    });
    if (dropped !== undefined) await dropImprovement(scope, { id, reason: dropped });
    if (planned || startedOn !== undefined) await planImprovement(scope, { id, reason: override ?? '' });
    if (startedOn === undefined) continue;
    const markerId = tree.markers.find(({ text }) => text === marker)?.id;
    await startImprovement(scope, {
      id,
      startedOn: addDays(today, startedOn),
      ...(markerId ? { markerId } : {}),
    });
    if (story.title === STORY_TRIAL.improvement) {
      const { metric, margin, share, from, to } = STORY_TRIAL;
      await setTrial(scope, {
        ...{ id, by: 'channel', ...compared, metric, margin, random: true, share },
        ...{ from: addDays(today, from), to: addDays(today, to) },
      });
    }
    if (doneOn === undefined) continue;
    const day = addDays(today, doneOn);
    await finishImprovement(scope, { id, doneOn: day, ...(markerId ? {} : { effectiveOn: day }) });
  }
}

async function answersSaying(scope: Scope, lineageId: string, saying: RegExp, to: string) {
  const within = { ...EVERYTHING, from: addDays(to, -STORY_DAYS), to };
  const comments = await listNewestComments(scope, [lineageId], within, LOOKED_THROUGH);
  const found = comments
    .filter(({ comment, metric, score }) => {
      return score !== null && groupOf(metricOf(metric), score) === 'low' && saying.test(comment);
    })
    .slice(0, MOST_LINKED);
  if (found.length === 0) throw new Error(`No answer of the story says ${saying}.`);
  return found.map(({ placementId, responseId }) => ({ placementId, responseId }));
}
