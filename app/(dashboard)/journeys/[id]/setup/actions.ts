'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { listStageIds } from '@/db/queries/stages';
import { memberAction } from '@/lib/gates/member';
import { parseInput } from '@/lib/input';
import { editJourney } from '@/lib/journey/commands/journey';
import { addPersona } from '@/lib/journey/commands/persona';
import {
  askResearchQuestion,
  editResearchQuestion,
  removeResearchQuestion,
} from '@/lib/journey/commands/research-question';
import { addStage } from '@/lib/journey/commands/stage';
import { addTouchpoint, retireTouchpoint } from '@/lib/journey/commands/touchpoint';
import { linesOf, setupHref, UNPLACED_STAGE } from '@/lib/journey/rules/setup';

const uuid = z.uuid();
const text = z.string().max(20_000, 'Paste at most 20,000 characters.');

const goOn = memberAction(async ({ scope }, id: string, step: number | null) => {
  await editJourney(scope, { id, setupStep: step });
  return { id };
});

/** Remembers the step to go on with and leads to it; null ends the wizard. The sentence that says why not. */
export async function goToStep(journeyId: string, step: number | null): Promise<string | null> {
  const reply = await goOn(journeyId, step);
  if (!reply.ok) return reply.problem.title;
  redirect(step === null ? `/journeys/${journeyId}` : setupHref(journeyId, step));
}

/** Ends the wizard and leads to the walk through the journey. */
export async function endWithWalk(journeyId: string): Promise<string | null> {
  const reply = await goOn(journeyId, null);
  if (!reply.ok) return reply.problem.title;
  redirect(`/journeys/${journeyId}/walk`);
}

/** Changes what the journey is about. */
export const saveObjective = memberAction(
  async (
    { scope },
    change: { id: string; objective?: string; startTrigger?: string; endOutcome?: string },
  ) => {
    await editJourney(scope, change);
    refresh();
    return null;
  },
);

/** Adds research questions, one a line. */
export const addQuestions = memberAction(async ({ scope }, journeyId: string, typed: string) => {
  const id = parseInput(uuid, journeyId);
  for (const line of linesOf(parseInput(text, typed)))
    await askResearchQuestion(scope, { journeyId: id, text: line });
  refresh();
  return null;
});

/** Changes or answers a research question. */
export const saveQuestion = memberAction(
  async (
    { scope },
    change: { id: string; text?: string; answer?: string; seen?: Record<string, unknown> },
  ) => {
    const { previous } = await editResearchQuestion(scope, change);
    refresh();
    return previous;
  },
);

/** Takes a research question off the list. */
export const dropQuestion = memberAction(async ({ scope }, id: string) => {
  await removeResearchQuestion(scope, { id });
  refresh();
  return null;
});

/** Makes these the personas of the journey. */
export const choosePersonas = memberAction(async ({ scope }, id: string, personaIds: string[]) => {
  await editJourney(scope, { id, personaIds });
  refresh();
  return null;
});

/** Adds a persona and draws the journey for it too. */
export const addOwnPersona = memberAction(
  async ({ scope }, id: string, chosen: string[], persona: { name: string; summary: string }) => {
    const { id: personaId } = await addPersona(scope, persona);
    await editJourney(scope, { id, personaIds: [...chosen, personaId] });
    refresh();
    return { id: personaId };
  },
);

/** Adds touchpoints of one channel, one a line, where those wait that nobody has placed yet. */
export const addToInventory = memberAction(
  async ({ scope }, journeyId: string, channel: string, typed: string) => {
    const id = parseInput(uuid, journeyId);
    const titles = linesOf(parseInput(text, typed));
    const [first] = await listStageIds(scope, id);
    const stageId = first ?? (await addStage(scope, { journeyId: id, title: UNPLACED_STAGE })).id;
    for (const title of titles) await addTouchpoint(scope, { stageId, title, channels: [channel] });
    refresh();
    return null;
  },
);

/** Takes a touchpoint off the map again; it can be restored there. */
export const dropFromInventory = memberAction(async ({ scope }, id: string) => {
  await retireTouchpoint(scope, { id });
  refresh();
  return null;
});
