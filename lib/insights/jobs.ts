import { listOwners } from '@/db/queries/reviews';
import { findUserLanguage } from '@/db/queries/users';
import { getWorkspace } from '@/db/queries/workspaces';
import type { Scope } from '@/db/scope';
import { digestLetter } from '@/emails/digest';
import { env } from '../env';
import { tongueOf } from '../identity/model';
import type { JobHandler } from '../jobs/model';
import { sendSystemMail } from '../mailer';
import { sayIn } from '../messages/say-in';
import { planDigest } from './commands';
import { digestLetterSchema, digestRoundSchema } from './model/digest';
import { digestOf } from './rules/digest';
import { loadMine } from './views';
import { type ImprovementLoader, loadDigestMatter } from './views/digest';

/** Plans the letters of one day, and the next round. Twice is harmless: every letter is enqueued once a day. */
export const runDigestRound: JobHandler<Scope, typeof digestRoundSchema> = {
  payload: digestRoundSchema,
  run: async (scope, { on }) => {
    await planDigest(scope, { on });
    return { next: 'done' };
  },
  giveUp: async () => {},
};

/**
 * Mails one owner what they have to know; nothing where there is nothing to tell, or they own nothing any more.
 *
 * @param improvementsOf improvements with their verdicts are another room's
 */
export const digestSender = (
  improvementsOf: ImprovementLoader,
): JobHandler<Scope, typeof digestLetterSchema> => ({
  payload: digestLetterSchema,
  run: async (scope, { userId }) => {
    const owner = (await listOwners(scope)).find((one) => one.userId === userId);
    const { name: workspaceName, digestWeekday, language } = await getWorkspace(scope);
    if (!owner || digestWeekday === null) return { next: 'done' };
    const t = sayIn(tongueOf(await findUserLanguage(userId)) ?? language);
    const now = new Date();
    const mine = await loadMine(scope, userId, now, t);
    const digest = digestOf(await loadDigestMatter(scope, userId, mine, improvementsOf, now), t);
    if (digest.sections.length === 0) return { next: 'done' };
    const url = new URL('/mine', env().APP_URL).href;
    try {
      await sendSystemMail({ to: owner.email, ...digestLetter({ digest, workspaceName, url }, t) });
    } catch (error) {
      return { next: 'retry', failure: error instanceof Error ? error.message : 'The mail was not sent.' };
    }
    return { next: 'done' };
  },
  giveUp: async () => {},
});
