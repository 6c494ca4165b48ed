import { z } from 'zod';
import { writeDocument } from '@/db/queries/documents';
import { insertJourney, updateJourney } from '@/db/queries/journeys';
import { insertLineages } from '@/db/queries/lineages';
import { findRole } from '@/db/queries/members';
import {
  countPersonas,
  findPersonaOfName,
  insertPersona,
  listPersonaIds,
  replacePersonas,
} from '@/db/queries/personas';
import { insertResearchQuestion } from '@/db/queries/research-questions';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { type JourneyTemplate, textSchema, titleSchema } from '../model';
import type { JourneyDocument } from '../model/document';
import { JOURNEY_STATES, outcomesSchema } from '../model/journey';
import { cadenceSchema } from '../model/touchpoint';
import { changeOf, previousOf } from '../rules';
import { refuseLostUpdate } from '../rules/lost-update';
import { documentOfTemplate } from '../rules/template-document';
import { findTemplate } from '../templates';
import { beginEdit } from './begin-edit';
import { settleNames } from './settle-names';

const personaIds = z
  .array(z.uuid())
  .max(20, 'Choose at most 20 personas.')
  .transform((ids) => [...new Set(ids)]);

/**
 * Makes a journey: as a template has it, or empty. What is left out comes from the template, personas only where nobody
 * is named. A new persona whose name is known is that persona.
 *
 * @throws AppError `invalid` without a title and template; `not_found` for an unknown template or persona
 */
export const createJourney = command(
  'journey.create',
  z.strictObject({
    template: z.string().max(40).nullable().default(null),
    title: titleSchema.optional(),
    objective: textSchema.optional(),
    startTrigger: textSchema.optional(),
    endOutcome: textSchema.optional(),
    personaIds: personaIds.default([]),
    newPersonas: z
      .array(z.strictObject({ name: titleSchema, summary: textSchema.default('') }))
      .max(20, 'Add at most 20 personas.')
      .default([]),
    /** What the team wants to learn. */
    questions: z.array(textSchema.min(1)).max(20, 'Ask at most 20 questions at first.').default([]),
    /** The step of the wizard to go on with; null: straight to the map. */
    setupStep: z.number().int().min(1).max(5).nullable().default(null),
  }),
  async (tx, input) => {
    const template = input.template === null ? null : findTemplate(input.template);
    if (input.template !== null && !template) throw notFound();
    const title = input.title ?? template?.title;
    if (title === undefined) {
      throw new AppError('invalid', 'Some fields need correcting.', {
        errors: [{ path: 'title', message: 'Give a name, or choose a template.' }],
      });
    }
    const journey = { id: newId(), lineageId: newId() };
    await insertLineages(tx, 'journey', [journey.lineageId]);
    await insertJourney(tx, {
      ...journey,
      title,
      objective: input.objective ?? template?.objective ?? '',
      startTrigger: input.startTrigger ?? template?.startTrigger ?? '',
      endOutcome: input.endOutcome ?? template?.endOutcome ?? '',
      setupStep: input.setupStep,
    });
    await requirePersonas(tx, input.personaIds);
    const added: string[] = [];
    for (const persona of input.newPersonas) added.push(await personaOfName(tx, persona));
    const named = [...new Set([...input.personaIds, ...added])];
    if (template) {
      const { objective, startTrigger, endOutcome } = input;
      await insertTemplate(tx, journey.id, template, named.length > 0, {
        title,
        ...changeOf({ objective, startTrigger, endOutcome }),
      });
    }
    if (!template || named.length > 0) await replacePersonas(tx, journey.id, named);
    for (const text of input.questions) {
      await insertResearchQuestion(tx, { id: newId(), journeyId: journey.id, text });
    }
    return { ...journey, journeyId: journey.id, told: { title } };
  },
);

/** Changes what a journey is about; `previous` undoes it. @throws AppError `not_found`, `conflict` */
export const editJourney = command(
  'journey.edit',
  z.strictObject({
    id: z.uuid(),
    title: titleSchema.optional(),
    objective: textSchema.optional(),
    startTrigger: textSchema.optional(),
    endOutcome: textSchema.optional(),
    personaIds: personaIds.optional(),
    state: z.enum(JOURNEY_STATES).optional(),
    ownerUserId: z.uuid().nullable().optional(),
    reviewCadenceDays: cadenceSchema.nullable().optional(),
    outcomes: outcomesSchema.optional(),
    setupStep: z.number().int().min(1).max(5).nullable().optional(),
    seen: z.record(z.string(), z.unknown()).optional(),
  }),
  async (tx, { id, seen, ...wanted }) => {
    const journey = await beginEdit(tx, id);
    const stored = { ...journey, personaIds: await listPersonaIds(tx, id) };
    const change = changeOf(wanted);
    refuseLostUpdate(change, stored, seen);
    const { personaIds: personas, ...columns } = change;
    if (columns.ownerUserId && !(await findRole(tx, columns.ownerUserId))) throw notFound();
    if (Object.keys(columns).length > 0) await updateJourney(tx, id, columns);
    if (personas) {
      await requirePersonas(tx, personas);
      await replacePersonas(tx, id, personas);
    }
    return {
      id,
      journeyId: id,
      told: { title: journey.title, change },
      previous: previousOf(change, stored),
    };
  },
);

/** Takes a journey out of the lists; its answers stay. @throws AppError `not_found` */
export const retireJourney = command(
  'journey.retire',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const { title } = await beginEdit(tx, id);
    await updateJourney(tx, id, { retiredAt: new Date() });
    return { id, journeyId: id, told: { title } };
  },
);

/** Takes a retired journey back into the lists. @throws AppError `not_found` */
export const restoreJourney = command(
  'journey.restore',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const { title } = await beginEdit(tx, id);
    await updateJourney(tx, id, { retiredAt: null });
    return { id, journeyId: id, told: { title } };
  },
);

async function requirePersonas(tx: TxScope, ids: readonly string[]): Promise<void> {
  if ((await countPersonas(tx, ids)) !== ids.length) throw notFound();
}

async function personaOfName(tx: TxScope, persona: { name: string; summary: string }): Promise<string> {
  const id = newId();
  if (await insertPersona(tx, { id, ...persona })) return id;
  const known = await findPersonaOfName(tx, persona.name);
  if (!known) throw new Error('A persona name was taken and is gone again.');
  return known.id;
}

async function insertTemplate(
  tx: TxScope,
  journeyId: string,
  template: JourneyTemplate,
  withoutPersonas: boolean,
  said: Partial<JourneyDocument['journey']>,
): Promise<void> {
  const drawn = documentOfTemplate(template, newId);
  const document = await settleNames(tx, withoutPersonas ? { ...drawn, personas: [] } : drawn);
  const written = await writeDocument(tx, journeyId, {
    ...document,
    journey: { ...document.journey, ...said },
  });
  if (!written) throw new Error('A template has an id that is taken.');
}
