import { z } from 'zod';
import { findTheme, sayTheme, updateTheme } from '@/db/queries/themes';
import { bumpVoiceRules, getVoiceRules } from '@/db/queries/voice-reading';
import { deleteMaterial, findVoice, linkEvidence, saySentiment } from '@/db/queries/voices';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { MOST_PHRASES, phraseSchema, SENTIMENTS, type SentimentWord } from '../model';
import { settledPhrases } from '../rules/themes';

const MOST_TAUGHT = 500;

/**
 * Says how a voice sounds, against what was computed; null takes that back. With `phrase`, these words sound so in every
 * voice from then on.
 *
 * @throws AppError `not_found`; `conflict` where too many words were taught
 */
export const correctSentiment = command(
  'voice.correct',
  z.strictObject({
    id: z.uuid(),
    sentiment: z.enum(SENTIMENTS, 'Choose one.').nullable(),
    phrase: phraseSchema.optional(),
  }),
  async (tx, { id, sentiment, phrase }) => {
    if (!(await findVoice(tx, id))) throw notFound();
    await saySentiment(tx, id, sentiment);
    if (phrase !== undefined && sentiment !== null) {
      const { sentimentWords } = await getVoiceRules(tx);
      const same = (one: SentimentWord) => one.phrase.toLowerCase() === phrase.toLowerCase();
      const taught = [...sentimentWords.filter((one) => !same(one)), { phrase, sentiment }];
      if (taught.length > MOST_TAUGHT) {
        throw new AppError('conflict', `${MOST_TAUGHT} words were taught. Forget some first.`);
      }
      await bumpVoiceRules(tx, { sentimentWords: taught });
    }
    return { id };
  },
);

/** Forgets a word whose sentiment people said; every voice is read again. @throws AppError `not_found` */
export const forgetSentimentWord = command(
  'voice.correct',
  z.strictObject({ phrase: phraseSchema }),
  async (tx, { phrase }) => {
    const { sentimentWords } = await getVoiceRules(tx);
    const left = sentimentWords.filter((one) => one.phrase !== phrase);
    if (left.length === sentimentWords.length) throw notFound();
    await bumpVoiceRules(tx, { sentimentWords: left });
    return {};
  },
);

/**
 * Says that a voice is one of a theme, or is not, against what was computed; null takes that back. With `phrase`, later
 * voices with these words follow: the theme looks for them, or leaves them out.
 *
 * @throws AppError `not_found`; `conflict` where the theme has too many words
 */
export const correctTheme = command(
  'voice.correct',
  z.strictObject({
    voiceId: z.uuid(),
    themeId: z.uuid(),
    said: z.boolean().nullable(),
    phrase: phraseSchema.optional(),
  }),
  async (tx, { voiceId, themeId, said, phrase }) => {
    const theme = await findTheme(tx, themeId);
    if (!(await findVoice(tx, voiceId)) || !theme || theme.retiredAt) throw notFound();
    await sayTheme(tx, voiceId, themeId, said);
    if (phrase !== undefined && said !== null) {
      const field = said ? 'phrases' : 'exceptions';
      const other = said ? 'exceptions' : 'phrases';
      const learned = settledPhrases([...theme[field], phrase]);
      const left = theme[other].filter((one) => one.toLowerCase() !== phrase.toLowerCase());
      if (learned.length > MOST_PHRASES) {
        throw new AppError('conflict', `The theme has ${MOST_PHRASES} words already. Delete some first.`);
      }
      if (left.length > 0 || other === 'exceptions') {
        await updateTheme(tx, themeId, { [field]: learned, [other]: left });
        await bumpVoiceRules(tx);
      }
    }
    return { id: voiceId };
  },
);

/** Notes that a piece of evidence quotes this voice: erasing the voice then erases the quote. @throws AppError `not_found` */
export const quoteVoice = command(
  'voice.quote',
  z.strictObject({ voiceId: z.uuid(), evidenceId: z.uuid() }),
  async (tx, { voiceId, evidenceId }) => {
    if (!(await findVoice(tx, voiceId)) || !(await linkEvidence(tx, voiceId, evidenceId))) throw notFound();
    return { id: voiceId };
  },
);

/**
 * Erases material that was brought in, with the evidence that quotes it. A comment is erased with its answer.
 *
 * @throws AppError `not_found`
 */
export const eraseVoice = command('voice.erase', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  if (!(await deleteMaterial(tx, id))) throw notFound();
  return { id };
});
