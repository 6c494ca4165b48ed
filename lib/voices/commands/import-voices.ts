import { createHash } from 'node:crypto';
import { z } from 'zod';
import { listBlackedOut, lockBlackingOut } from '@/db/queries/redactions';
import { hasLineage } from '@/db/queries/surveys';
import { getVoiceRules, wakeReader } from '@/db/queries/voice-reading';
import { insertMaterial } from '@/db/queries/voices';
import { getWorkspace } from '@/db/queries/workspaces';
import { dayOf } from '../../clock';
import { command } from '../../command';
import { secret } from '../../env';
import { AppError, type FieldError, notFound } from '../../errors';
import { newId } from '../../id';
import { daySchema } from '../../journey/model/statement';
import { MATERIAL_KINDS, MOST_CHARACTERS } from '../model';
import { USUAL_MASKING } from '../model/masking';
import { blackOutAgain, digestOf, takeOut } from '../rules/black-out-again';
import { mask } from '../rules/mask';

/** Most texts that one import may bring in. */
export const MOST_IMPORTED = 5000;

const materialSchema = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1, 'Give the text.')
    .max(MOST_CHARACTERS, `Use at most ${MOST_CHARACTERS} characters for one text.`),
  day: daySchema,
  author: z.string().trim().max(120, 'Use at most 120 characters.').default(''),
});

/**
 * Brings in what customers said elsewhere about a touchpoint or a journey: interview notes, chats, tickets, reviews.
 * Personal data is masked before it is stored, and what a member blacked out of the same sentences is blacked out again;
 * what is there already stays once.
 *
 * @throws AppError `not_found` for an absent subject; `invalid`, also for a day in the future
 */
export const importVoices = command(
  'voice.import',
  z.strictObject({
    lineageId: z.uuid(),
    kind: z.enum(MATERIAL_KINDS, 'Choose what it is.'),
    origin: z.string().trim().max(200, 'Use at most 200 characters.').default(''),
    material: z
      .array(materialSchema)
      .min(1, 'Give at least one text.')
      .max(MOST_IMPORTED, `Give at most ${MOST_IMPORTED} texts at once.`),
  }),
  async (tx, { lineageId, kind, origin, material }) => {
    if (!(await hasLineage(tx, lineageId))) throw notFound();
    const today = dayOf(new Date(), (await getWorkspace(tx)).timeZone);
    const late: FieldError[] = material.flatMap(({ day }, place) =>
      day > today
        ? [{ path: `material.${place}.day`, message: 'Give a day that is not in the future.' }]
        : [],
    );
    if (late.length > 0) throw new AppError('invalid', 'Some fields need correcting.', { errors: late });
    const { masking } = await getVoiceRules(tx);
    await lockBlackingOut(tx);
    const known = await listBlackedOut(tx);
    const digest = digestOf(secret(), tx.workspaceId);
    const createdBy = tx.actor.kind === 'member' ? tx.actor.userId : null;
    const added = await insertMaterial(
      tx,
      material.map((one) => {
        const masked = (text: string) => mask(text, masking ?? USUAL_MASKING).text;
        const { text, found } = blackOutAgain(masked(one.text), known, digest);
        return {
          id: newId(),
          kind,
          lineageId,
          origin: takeOut(origin, found, digest),
          createdBy,
          day: one.day,
          author: takeOut(masked(one.author), found, digest),
          text,
          textHash: textHashOf(text),
        };
      }),
    );
    if (added > 0) await wakeReader(tx);
    return { added, repeated: material.length - added };
  },
);

/** The same for the same text. */
export const textHashOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, 22);
