import { z } from 'zod';
import { findAnswerDay } from '@/db/queries/evidence';
import { deleteLinks, insertLinks, type Links, listLineagesOfJourney } from '@/db/queries/improvements';
import { findStatement } from '@/db/queries/statements';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { notFound } from '../../errors';
import { holdOpenImprovement } from './hold-improvement';

/** Where an improvement changes something and what it rests on. */
export const linksSchema = {
  lineageIds: z.array(z.uuid()).max(20, 'Choose at most 20 touchpoints.').default([]),
  statementIds: z.array(z.uuid()).max(50, 'Link at most 50 statements.').default([]),
  answers: z
    .array(z.strictObject({ placementId: z.uuid(), responseId: z.uuid() }))
    .max(50, 'Link at most 50 answers.')
    .default([]),
};

/** Links touchpoints, statements and answers to an improvement; taking the same away undoes it. @throws AppError `not_found` */
export const linkImprovement = command(
  'improvement.link',
  z.strictObject({ id: z.uuid(), ...linksSchema }),
  async (tx, { id, ...links }) => {
    const { journeyId, title } = await holdOpenImprovement(tx, id);
    await requireLinks(tx, journeyId, links);
    await insertLinks(tx, id, links);
    return { id, journeyId, told: { title } };
  },
);

/** Takes links away; linking the same undoes it. @throws AppError `not_found` */
export const unlinkImprovement = command(
  'improvement.unlink',
  z.strictObject({ id: z.uuid(), ...linksSchema }),
  async (tx, { id, ...links }) => {
    const { journeyId, title } = await holdOpenImprovement(tx, id);
    await requireLinks(tx, journeyId, links);
    await deleteLinks(tx, id, links);
    return { id, journeyId, told: { title } };
  },
);

/** Refuses what is not of the journey: a touchpoint or a statement of another, an answer that is not there. @throws AppError `not_found` */
export async function requireLinks(tx: TxScope, journeyId: string, links: Links): Promise<void> {
  if (links.lineageIds.length > 0) {
    const own = new Set(await listLineagesOfJourney(tx, journeyId));
    if (!links.lineageIds.every((id) => own.has(id))) throw notFound();
  }
  for (const id of links.statementIds)
    if ((await findStatement(tx, id))?.journeyId !== journeyId) throw notFound();
  for (const answer of links.answers) if (!(await findAnswerDay(tx, answer))) throw notFound();
}
