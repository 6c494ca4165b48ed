import { z } from 'zod';
import { findTheme, insertTheme, listThemes, moveSaid, updateTheme } from '@/db/queries/themes';
import { bumpVoiceRules } from '@/db/queries/voice-reading';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { MOST_PHRASES, MOST_THEMES, phraseSchema, type Theme, themeSchema } from '../model';
import { mergedTheme, settledPhrases, splitTheme } from '../rules/themes';

/** Names something that customers talk about, by the words they use; every voice is read again. @throws AppError `invalid`, `conflict` */
export const addTheme = command('theme.add', themeSchema, async (tx, wanted) => {
  const fields = settled(wanted);
  const known = await listThemes(tx);
  if (known.length >= MOST_THEMES) throw tooMany();
  refuseTaken(known, fields.name, null);
  const id = newId();
  await insertTheme(tx, { id, ...fields, createdBy: authorOf(tx) });
  await bumpVoiceRules(tx);
  return { id };
});

/** Changes what a theme is called or which words it goes by. @throws AppError `not_found`, `invalid`, `conflict` */
export const editTheme = command(
  'theme.edit',
  themeSchema.partial().extend({ id: z.uuid() }),
  async (tx, { id, ...wanted }) => {
    const theme = await getTheme(tx, id);
    const fields = settled({
      name: wanted.name ?? theme.name,
      phrases: wanted.phrases ?? theme.phrases,
      exceptions: wanted.exceptions ?? theme.exceptions,
    });
    refuseTaken(await listThemes(tx), fields.name, id);
    await updateTheme(tx, id, fields);
    if (!sameWords(theme, fields)) await bumpVoiceRules(tx);
    return { id };
  },
);

/**
 * Merges one theme into another: its words and what people said of voices go there, and it retires.
 *
 * @throws AppError `not_found`; `invalid` for a theme with itself, or where the words become too many
 */
export const mergeTheme = command(
  'theme.merge',
  z.strictObject({ id: z.uuid(), intoThemeId: z.uuid() }),
  async (tx, { id, intoThemeId }) => {
    const theme = await getTheme(tx, id);
    const into = await getTheme(tx, intoThemeId);
    if (theme.id === into.id) refuse('intoThemeId', 'Choose another theme than this one.');
    const merged = mergedTheme(into, theme);
    if (merged.phrases.length > MOST_PHRASES || merged.exceptions.length > MOST_PHRASES) {
      refuse(
        'intoThemeId',
        `Together they have more than ${MOST_PHRASES} words or phrases. Delete some first.`,
      );
    }
    await updateTheme(tx, into.id, merged);
    await moveSaid(tx, theme.id, into.id);
    await updateTheme(tx, theme.id, { retiredAt: new Date(), mergedIntoId: into.id });
    await bumpVoiceRules(tx);
    return { id: into.id };
  },
);

/**
 * Makes two themes of one: the phrases that leave become a theme of their own. What people said of voices stays.
 *
 * @throws AppError `not_found`; `invalid` where either theme would have no words; `conflict` for a taken name
 */
export const splitThemeInTwo = command(
  'theme.split',
  z.strictObject({
    id: z.uuid(),
    name: themeSchema.shape.name,
    phrases: z.array(phraseSchema).min(1, 'Choose at least one word or phrase.').max(MOST_PHRASES),
  }),
  async (tx, { id, name, phrases }) => {
    const theme = await getTheme(tx, id);
    const parts = splitTheme(theme, phrases);
    if (!parts) refuse('phrases', 'Choose some of the words, but not all: each theme needs one.');
    refuseTaken(await listThemes(tx), name, null);
    const newThemeId = newId();
    await updateTheme(tx, id, { phrases: parts.staying });
    await insertTheme(tx, {
      ...{ id: newThemeId, name, phrases: parts.leaving, exceptions: theme.exceptions },
      createdBy: authorOf(tx),
    });
    await bumpVoiceRules(tx);
    return { id: newThemeId };
  },
);

/** Takes a theme off the list; what people said stays with it. @throws AppError `not_found` */
export const retireTheme = command('theme.retire', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  await getTheme(tx, id);
  await updateTheme(tx, id, { retiredAt: new Date() });
  return { id };
});

/**
 * Puts a retired theme back on the list; every voice is read again. One that was merged stays where it went: its words
 * are the other theme's now.
 *
 * @throws AppError `not_found`; `conflict` for a merged one, too many themes, or a name that is taken meanwhile
 */
export const restoreTheme = command('theme.restore', z.strictObject({ id: z.uuid() }), async (tx, { id }) => {
  const theme = await findTheme(tx, id);
  if (!theme) throw notFound();
  if (!theme.retiredAt) return { id, changed: false };
  if (theme.mergedIntoId) {
    throw new AppError('conflict', 'It was merged into another theme. Split that one to part them again.');
  }
  const known = await listThemes(tx);
  if (known.length >= MOST_THEMES) throw tooMany();
  if (known.some(({ name }) => name.toLowerCase() === theme.name.toLowerCase())) {
    throw new AppError('conflict', 'There is a theme of that name meanwhile. Rename that one first.');
  }
  await updateTheme(tx, id, { retiredAt: null });
  await bumpVoiceRules(tx);
  return { id, changed: true };
});

async function getTheme(tx: TxScope, id: string): Promise<Theme> {
  const theme = await findTheme(tx, id);
  if (!theme || theme.retiredAt) throw notFound();
  return theme;
}

function settled(fields: { name: string; phrases: string[]; exceptions: string[] }) {
  const phrases = settledPhrases(fields.phrases);
  if (phrases.length === 0) refuse('phrases', 'Give at least one word or phrase.');
  return { name: fields.name, phrases, exceptions: settledPhrases(fields.exceptions) };
}

function refuseTaken(known: readonly Theme[], name: string, own: string | null): void {
  if (known.some((one) => one.id !== own && one.name.toLowerCase() === name.toLowerCase())) {
    refuse('name', 'There is a theme of that name. Choose another name, or merge the two.');
  }
}

const tooMany = () =>
  new AppError('conflict', `There are ${MOST_THEMES} themes. Merge or delete some first.`);

const sameWords = (a: Pick<Theme, 'phrases' | 'exceptions'>, b: Pick<Theme, 'phrases' | 'exceptions'>) =>
  a.phrases.join('\n') === b.phrases.join('\n') && a.exceptions.join('\n') === b.exceptions.join('\n');

const authorOf = (tx: TxScope) => (tx.actor.kind === 'member' ? tx.actor.userId : null);

function refuse(path: string, message: string): never {
  throw new AppError('invalid', 'Some fields need correcting.', { errors: [{ path, message }] });
}
