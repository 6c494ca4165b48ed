import { listMembers } from '@/db/queries/members';
import { findRemarkForMail } from '@/db/queries/remarks';
import { findUserLanguage } from '@/db/queries/users';
import { getWorkspace } from '@/db/queries/workspaces';
import type { Scope } from '@/db/scope';
import { mentionLetter } from '@/emails/mention';
import { env } from '../env';
import { tongueOf } from '../identity/model';
import type { JobHandler } from '../jobs/model';
import { sendSystemMail } from '../mailer';
import { sayIn } from '../messages/say-in';
import { mentionSchema } from './model/remark';

/** Mails one member that they were named in a remark; nothing where it was removed, or they are no longer named or members. */
export const mailMention: JobHandler<Scope, typeof mentionSchema> = {
  payload: mentionSchema,
  run: async (scope, { remarkId, userId }) => {
    const remark = await findRemarkForMail(scope, remarkId);
    const reader = (await listMembers(scope)).find((member) => member.userId === userId);
    if (!reader || !remark?.mentions.includes(userId)) return { next: 'done' };
    const { journeyId, touchpointId } = remark;
    const url = new URL(
      touchpointId === null ? `/journeys/${journeyId}/discussion` : `/journeys/${journeyId}`,
      env().APP_URL,
    );
    if (touchpointId !== null) {
      url.searchParams.set('touchpoint', touchpointId);
      url.searchParams.set('tab', 'discussion');
    }
    const { language } = await getWorkspace(scope);
    const t = sayIn(tongueOf(await findUserLanguage(userId)) ?? language);
    try {
      await sendSystemMail({ to: reader.email, ...mentionLetter({ ...remark, url: url.href }, t) });
    } catch (error) {
      return { next: 'retry', failure: error instanceof Error ? error.message : 'The mail was not sent.' };
    }
    return { next: 'done' };
  },
  giveUp: async () => {},
};
