import { z } from 'zod';
import {
  blackOutCopies,
  insertBlackedOut,
  lockBlackingOut,
  lockComment,
  lockMaterial,
  type RedactedText,
  replaceText,
  type TakingOut,
} from '@/db/queries/redactions';
import { listRetiredThemes, listThemes } from '@/db/queries/themes';
import { getVoiceRules, wakeReader } from '@/db/queries/voice-reading';
import { listPlaces } from '@/db/queries/voices';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { secret } from '../../env';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { MOST_CHARACTERS } from '../model';
import { blackOut, blackOutMarkup, isCopy, longestWord, withoutPassage } from '../rules/black-out';
import { digestOf, remember } from '../rules/black-out-again';
import { textHashOf } from './import-voices';

const passageSchema = z
  .string()
  .trim()
  .min(1, 'Select or type what is to be blacked out.')
  .max(MOST_CHARACTERS, `Use at most ${MOST_CHARACTERS} characters.`);

/**
 * Blacks a passage out of the comment of an answer, held back or not, for good: of the stored answer and of everything
 * that was copied from it. Neither a later snapshot of the answer nor importing the same text brings it back. `standsIn` names what keeps the same words and
 * is for people to change: themes, or with an empty name the words that were taught.
 *
 * @throws AppError `not_found`; `invalid` where the passage does not stand in the comment as whole words
 */
export const redactComment = command(
  'voice.redact',
  z.strictObject({ placementId: z.uuid(), responseId: z.uuid(), passage: passageSchema }),
  async (tx, { placementId, responseId, passage }) => ({
    id: responseId,
    ...(await redact(tx, () => lockComment(tx, { placementId, responseId }), passage)),
  }),
);

/**
 * The same for material that was brought in, with who said it and where it comes from.
 *
 * @throws AppError as `redactComment`
 */
export const redactMaterial = command(
  'voice.redact',
  z.strictObject({ id: z.uuid(), passage: passageSchema }),
  async (tx, { id, passage }) => ({ id, ...(await redact(tx, () => lockMaterial(tx, id), passage)) }),
);

async function redact(tx: TxScope, find: () => Promise<RedactedText | null>, passage: string) {
  // Before any text is locked, as an import does it: neither waits for the other in a circle.
  await lockBlackingOut(tx);
  const about = await find();
  if (!about) throw notFound();
  const { text, n } = blackOut(about.text, passage);
  if (n === 0) {
    throw new AppError('invalid', 'Some fields need correcting.', {
      errors: [
        { path: 'passage', message: 'These words do not stand there as whole words. Select them again.' },
      ],
    });
  }
  const taking = takingOut(about.text, passage);
  await replaceText(tx, about, { text, textHash: textHashOf(text) }, taking);
  await blackOutCopies(tx, about, taking);
  const remembered = remember(about.text, passage, digestOf(secret(), tx.workspaceId));
  await insertBlackedOut(tx, { id: newId(), ...remembered });
  if (about.voiceId !== null) await wakeReader(tx);
  const place = (await listPlaces(tx)).find(({ lineageId }) => lineageId === about.lineageId);
  return {
    n,
    standsIn: await standingIn(tx, passage),
    // The line of the log says where, and never what.
    ...(place
      ? {
          journeyId: place.journeyId,
          told: {
            title: place.touchpointTitle ?? place.journeyTitle,
            ...(place.touchpointId ? { touchpointId: place.touchpointId } : {}),
          },
        }
      : {}),
  };
}

const takingOut = (original: string, passage: string): TakingOut => ({
  text: (text) => blackOut(text, passage).text,
  html: (html) => blackOutMarkup(html, passage),
  value: (value, ids, own) => withoutPassage(value, { passage, original, ids }, own),
  isCopy: (quote) => isCopy(quote, original),
  word: longestWord(passage),
});

/** Names of the themes whose words hold the passage, with '' for the words that were taught. */
async function standingIn(tx: TxScope, passage: string): Promise<string[]> {
  const holds = (words: readonly string[]) => words.some((one) => blackOut(one, passage).n > 0);
  const [now, retired, { sentimentWords }] = [
    await listThemes(tx),
    await listRetiredThemes(tx),
    await getVoiceRules(tx),
  ];
  return [
    ...[...now, ...retired]
      .filter(({ phrases, exceptions }) => holds([...phrases, ...exceptions]))
      .map(({ name }) => name),
    ...(holds(sentimentWords.map(({ phrase }) => phrase)) ? [''] : []),
  ];
}
