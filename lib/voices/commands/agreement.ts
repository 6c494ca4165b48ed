import { z } from 'zod';
import { drawComments, findCheck, insertCheck, judgeComment, listChecked } from '@/db/queries/agreement';
import { findTheme, sayTheme } from '@/db/queries/themes';
import { saySentiment } from '@/db/queries/voices';
import type { TxScope } from '@/db/scope';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { SENTIMENTS, type Sentiment } from '../model';
import { A_DRAW, answersOf, JUDGEMENTS, MOST_JUDGED } from '../model/agreement';

/**
 * Begins a check of a theme, or with null of how comments sound: 20 comments are drawn by chance for the member to judge
 * without seeing what the machine read in them.
 *
 * @throws AppError `not_found`; `conflict` where there is no comment left to judge
 */
export const beginCheck = command(
  'agreement.begin',
  z.strictObject({ themeId: z.uuid().nullable() }),
  async (tx, { themeId }) => {
    if (tx.actor.kind !== 'member') throw notFound();
    if (themeId !== null) {
      const theme = await findTheme(tx, themeId);
      if (!theme || theme.retiredAt) throw notFound();
    }
    const id = newId();
    await insertCheck(tx, { id, themeId, startedBy: tx.actor.userId });
    return { id, drawn: await draw(tx, { id, themeId }, A_DRAW) };
  },
);

/** Draws 20 more comments for a check of one's own. @throws AppError as `beginCheck`, `conflict` also where it has 200 */
export const extendCheck = command(
  'agreement.begin',
  z.strictObject({ id: z.uuid() }),
  async (tx, { id }) => {
    const check = await getOwn(tx, id);
    const left = MOST_JUDGED - (await listChecked(tx, [id])).length;
    if (left <= 0) {
      throw new AppError('conflict', `One check has at most ${MOST_JUDGED} comments. Begin another.`);
    }
    return { id, drawn: await draw(tx, check, Math.min(left, A_DRAW)) };
  },
);

/**
 * Says what a drawn comment is. From then on that counts for the comment, whatever the machine reads in it.
 *
 * @throws AppError `not_found` for a check that is somebody else's, or a comment that was not drawn; `invalid`
 */
export const judgeDrawn = command(
  'agreement.judge',
  z.strictObject({
    checkId: z.uuid(),
    drawnVoiceId: z.uuid(),
    judgement: z.enum(JUDGEMENTS as [string, ...string[]], 'Choose one.'),
  }),
  async (tx, { checkId, drawnVoiceId: voiceId, judgement }) => {
    const { themeId } = await getOwn(tx, checkId);
    const said = answersOf(themeId).find((one) => one === judgement);
    if (said === undefined) {
      throw new AppError('invalid', 'Some fields need correcting.', {
        errors: [{ path: 'judgement', message: 'Choose one.' }],
      });
    }
    if (!(await judgeComment(tx, checkId, voiceId, said))) throw notFound();
    if (themeId !== null) await sayTheme(tx, voiceId, themeId, said === 'yes');
    else if (isSentiment(said)) await saySentiment(tx, voiceId, said);
    return { id: checkId };
  },
);

const isSentiment = (said: string): said is Sentiment => (SENTIMENTS as readonly string[]).includes(said);

async function draw(tx: TxScope, check: { id: string; themeId: string | null }, most: number) {
  const drawn = await drawComments(tx, check, most);
  if (drawn === 0) {
    throw new AppError('conflict', 'There is no comment left that nobody has judged yet.');
  }
  return drawn;
}

/** A check that the member began: only whoever began to judge goes on. */
async function getOwn(tx: TxScope, id: string) {
  const check = await findCheck(tx, id);
  if (!check || tx.actor.kind !== 'member' || check.startedBy !== tx.actor.userId) throw notFound();
  return check;
}
