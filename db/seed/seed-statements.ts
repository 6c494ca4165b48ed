import { listNewestComments } from '@/db/queries/comments';
import { findTree } from '@/db/queries/journeys';
import type { Scope } from '@/db/scope';
import { addDays } from '@/lib/clock';
import { EVERYTHING } from '@/lib/insights/rules/filter';
import { addEvidence, attachAnswer, editEvidence } from '@/lib/journey/commands/evidence';
import { addStatement, editStatement } from '@/lib/journey/commands/statement';
import { STORY_DAYS } from './story';
import { STORY_STATEMENTS, type StoryStatement, type StorySubject } from './story-statements';

/** Comments of a touchpoint that are looked through for those that say what a statement says. */
const LOOKED_THROUGH = 300;

const OLD_AFTER_DAYS = 365;

/** Adds what the team of the story says about the journey, with its evidence; some of it is what customers answered. */
export async function seedStatements(scope: Scope, journeyId: string, today: string): Promise<void> {
  const tree = await findTree(scope, journeyId);
  if (!tree) throw new Error('The story has no journey.');
  const personas = new Map(tree.personas.map(({ name, id }) => [name, id]));
  const touchpoints = new Map(tree.touchpoints.map((one) => [one.title, one]));
  const subjectOf = (about: StorySubject) => {
    if (about === 'journey') return { stageId: null, touchpointId: null, lineageId: null };
    if ('stage' in about) {
      const stage = tree.stages.find(({ title }) => title === about.stage);
      if (!stage) throw new Error(`The story has no stage ${about.stage}.`);
      return { stageId: stage.id, touchpointId: null, lineageId: null };
    }
    const touchpoint = touchpoints.get(about.touchpoint);
    if (!touchpoint) throw new Error(`The story has no touchpoint ${about.touchpoint}.`);
    return { stageId: null, touchpointId: touchpoint.id, lineageId: touchpoint.lineageId };
  };
  for (const { about, says } of STORY_STATEMENTS) {
    const { lineageId, ...subject } = subjectOf(about);
    for (const one of says) {
      const { id } = await addStatement(scope, {
        journeyId,
        ...subject,
        kind: one.kind,
        text: one.text,
        effect: one.effect ?? null,
        personaId: (one.persona && personas.get(one.persona)) ?? null,
        expiresOn: one.until === undefined ? null : addDays(today, one.until),
      });
      const faded = await addAll(scope, id, one.evidence ?? [], today);
      if (one.answers && lineageId) await attach(scope, id, lineageId, one.answers, today);
      if (one.state) await editStatement(scope, { id, state: one.state });
      for (const fade of faded) await editEvidence(scope, fade);
    }
  }
}

/** What is too old or has ended by now still counted when the claim was made: it is dated back after that. */
async function addAll(
  scope: Scope,
  statementId: string,
  evidence: NonNullable<StoryStatement['evidence']>,
  today: string,
): Promise<{ id: string; gatheredOn: string; expiresOn: string | null }[]> {
  const faded: { id: string; gatheredOn: string; expiresOn: string | null }[] = [];
  for (const { day, until, contradicts, ...said } of evidence) {
    const gatheredOn = addDays(today, day);
    const expiresOn = until === undefined ? null : addDays(today, until);
    const ended = day < -OLD_AFTER_DAYS || (until ?? 0) < 0;
    const { id } = await addEvidence(scope, {
      ...said,
      statementId,
      stance: contradicts ? 'contradicts' : 'supports',
      ...(ended ? { gatheredOn: today } : { gatheredOn, expiresOn }),
    });
    if (ended) faded.push({ id, gatheredOn, expiresOn });
  }
  return faded;
}

async function attach(
  scope: Scope,
  statementId: string,
  lineageId: string,
  { saying, most }: NonNullable<StoryStatement['answers']>,
  today: string,
): Promise<void> {
  const within = { from: addDays(today, 1 - STORY_DAYS), to: today, ...EVERYTHING };
  const comments = await listNewestComments(scope, [lineageId], within, LOOKED_THROUGH);
  const found = comments.filter(({ comment }) => saying.test(comment)).slice(0, most);
  if (found.length === 0) throw new Error(`No answer of the story says ${saying}.`);
  for (const { placementId, responseId } of found) {
    await attachAnswer(scope, { statementId, placementId, responseId });
  }
}
