import { z } from 'zod';
import {
  deleteResearchQuestion,
  findResearchQuestion,
  insertResearchQuestion,
  listResearchQuestions,
  type ResearchQuestionRow,
  updateResearchQuestion,
} from '@/db/queries/research-questions';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { changeOf, previousOf } from '../rules';
import { refuseLostUpdate } from '../rules/lost-update';
import { beginEdit } from './begin-edit';

/** Questions that one journey can hold. */
const MOST_QUESTIONS = 100;

const textField = z.string().trim().min(1, 'Write the question.').max(500, 'Use at most 500 characters.');
const answerField = z.string().trim().max(2_000, 'Use at most 2,000 characters.');

/** Adds what the team wants to learn from a journey, as the last question. @throws AppError `not_found`, `conflict` */
export const askResearchQuestion = command(
  'question.ask',
  z.strictObject({ journeyId: z.uuid(), text: textField }),
  async (tx, { journeyId, text }) => {
    await beginEdit(tx, journeyId);
    if ((await listResearchQuestions(tx, journeyId)).length >= MOST_QUESTIONS) {
      throw new AppError('conflict', `Keep to ${MOST_QUESTIONS} questions: remove one first.`);
    }
    const id = newId();
    await insertResearchQuestion(tx, { id, journeyId, text });
    return { id, journeyId, told: { text } };
  },
);

/**
 * Changes a question or answers it: a text answers it, an empty one opens it again. `previous` undoes it.
 *
 * @throws AppError `not_found`; `conflict` where a field is no longer as `seen`
 */
export const editResearchQuestion = command(
  'question.edit',
  z.strictObject({
    id: z.uuid(),
    text: textField.optional(),
    answer: answerField.optional(),
    seen: z.record(z.string(), z.unknown()).optional(),
  }),
  async (tx, { id, seen, ...wanted }) => {
    const before = await getLocked(tx, id);
    const change = changeOf(wanted);
    refuseLostUpdate(change, before, seen);
    await updateResearchQuestion(tx, id, {
      ...change,
      ...(change.answer === undefined ? {} : { answeredAt: change.answer === '' ? null : new Date() }),
    });
    return {
      id,
      journeyId: before.journeyId,
      told: { text: before.text, change },
      previous: previousOf(change, before),
    };
  },
);

/** Takes a question off the list. @throws AppError `not_found` */
export const removeResearchQuestion = command(
  'question.remove',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const before = await getLocked(tx, id);
    await deleteResearchQuestion(tx, id);
    return { id, journeyId: before.journeyId, told: { text: before.text } };
  },
);

async function getLocked(tx: TxScope, id: string): Promise<ResearchQuestionRow> {
  const before = await findResearchQuestion(tx, id);
  if (!before) throw notFound();
  await beginEdit(tx, before.journeyId);
  const question = await findResearchQuestion(tx, id);
  if (!question) throw notFound();
  return question;
}
