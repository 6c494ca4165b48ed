import { listAlerts } from '@/db/queries/alerts';
import { listCasesByIds } from '@/db/queries/cases';
import { findDelivery, findHook } from '@/db/queries/hooks';
import { listMembers } from '@/db/queries/members';
import { findUserLanguage } from '@/db/queries/users';
import { getWorkspace } from '@/db/queries/workspaces';
import type { Scope } from '@/db/scope';
import { alertLetter } from '@/emails/alert';
import { caseLetter } from '@/emails/case';
import { env, secret } from '../env';
import { formatInstant } from '../format';
import { tongueOf } from '../identity/model';
import type { JobHandler, JobOutcome } from '../jobs/model';
import { type Delivery, mailTransport, sendLetter, sendSystemMail } from '../mailer';
import { sayIn } from '../messages/say-in';
import { postOut } from '../outgoing';
import { msg, type Translate } from '../translate';
import { raiseAlerts } from './commands/alert';
import { settleHookDelivery } from './commands/hook';
import { lookAtAnswers, lookAtReleased } from './commands/look';
import { beginReply, settleReply } from './commands/reply-delivery';
import { caseLetterSchema, caseReplySchema, lookSchema, releasedSchema } from './model';
import { alertLetterSchema } from './model/alert';
import { hookDeliverySchema } from './model/hook';
import { hookKey, signatureOf } from './rules/signature';
import { findingText, pointText } from './rules/words';

/** Answers are looked at as soon as they are told of; so often besides, in case that was not heard. */
const LOOK_SECONDS = 300;
const ALERT_SECONDS = 3600;

/** Looks at new answers and opens cases, for as long as there is a rule. Twice is harmless. */
export const lookForCases: JobHandler<Scope, typeof lookSchema> = {
  payload: lookSchema,
  run: async (scope) => {
    const { more, idle } = await lookAtAnswers(scope, {});
    if (idle) return { next: 'done' };
    return { next: 'again', seconds: more ? 1 : LOOK_SECONDS };
  },
  giveUp: async () => {},
};

/** Looks at an answer that was held back and counts now. */
export const lookAtReleasedAnswer: JobHandler<Scope, typeof releasedSchema> = {
  payload: releasedSchema,
  run: async (scope, answer) => {
    await lookAtReleased(scope, answer);
    return { next: 'done' };
  },
  giveUp: async () => {},
};

/** Raises and ends alerts, every hour for as long as there is a rule. */
export const runAlertRound: JobHandler<Scope, typeof lookSchema> = {
  payload: lookSchema,
  run: async (scope) => {
    const { idle } = await raiseAlerts(scope, {});
    return idle ? { next: 'done' } : { next: 'again', seconds: ALERT_SECONDS };
  },
  giveUp: async () => {},
};

/** Tells a member which open cases are theirs; nothing where they were closed or given to others meanwhile. */
export const mailCases: JobHandler<Scope, typeof caseLetterSchema> = {
  payload: caseLetterSchema,
  run: async (scope, { userId, caseIds }) => {
    const found = await listCasesByIds(scope, caseIds);
    const own = found.filter((one) => one.assigneeUserId === userId && one.closedAt === null);
    const [first] = own;
    if (!first) return { next: 'done' };
    return mailMember(scope, userId, ({ workspaceName, timeZone, t }) =>
      caseLetter(
        {
          workspaceName,
          url: new URL(own.length === 1 ? `/cases/${first.id}` : '/cases', env().APP_URL).href,
          cases: own.slice(0, 20).map((one) => ({
            title: one.subjectTitle ?? t('A retired touchpoint'),
            point: pointText(one.metric, one.score, t),
            due: formatInstant(one.dueAt, timeZone, t.tongue),
          })),
        },
        t,
      ),
    );
  },
  giveUp: async () => {},
};

/** Tells an owner of alerts that still stand. */
export const mailAlerts: JobHandler<Scope, typeof alertLetterSchema> = {
  payload: alertLetterSchema,
  run: async (scope, { userId, alertIds }) => {
    const alerts = (await listAlerts(scope, { ids: alertIds, limit: 20 })).filter(
      ({ endedAt, acknowledgedAt }) => endedAt === null && acknowledgedAt === null,
    );
    if (alerts.length === 0) return { next: 'done' };
    return mailMember(scope, userId, ({ workspaceName, t }) =>
      alertLetter(
        {
          workspaceName,
          url: new URL('/cases/alerts', env().APP_URL).href,
          alerts: alerts.map(({ subjectTitle, finding }) => ({
            title: subjectTitle,
            text: findingText(finding, t),
          })),
        },
        t,
      ),
    );
  },
  giveUp: async () => {},
};

/**
 * Sends a member's reply to a customer, at most once: `sending` is committed before the network is touched, and whoever
 * finds it there later sends nothing, except to a provider that knows the mail by its key.
 */
export const sendReply: JobHandler<Scope, typeof caseReplySchema> = {
  payload: caseReplySchema,
  run: async (scope, { noteId }) => {
    const begun = await beginReply(scope, { noteId, transport: mailTransport() });
    if (begun.next === 'nothing') return { next: 'done' };
    const letter = { ...begun.letter, invitationId: noteId };
    const delivery = await sendLetter(letter, begun.sender, begun.unsubscribeUrl);
    return settled(scope, noteId, delivery, begun.again);
  },
  giveUp: async (scope, { noteId }, reason) => {
    await settleReply(scope, { noteId, outcome: 'given_up', reason });
  },
};

async function settled(
  scope: Scope,
  noteId: string,
  delivery: Delivery,
  again: boolean,
): Promise<JobOutcome> {
  if (delivery.end === 'sent') {
    await settleReply(scope, { noteId, outcome: 'sent', reason: null });
    return { next: 'done' };
  }
  const { reason } = delivery;
  if (delivery.end === 'refused') {
    await settleReply(scope, { noteId, outcome: 'failed', reason });
    return { next: 'done' };
  }
  // After an attempt that nobody knows the end of, a later one that was not taken proves nothing.
  if (delivery.end === 'not_sent' && !again) {
    await settleReply(scope, { noteId, outcome: 'requeued', reason });
  } else if (delivery.end === 'unclear' && !delivery.mayRepeat) {
    await settleReply(scope, { noteId, outcome: 'unknown', reason });
    return { next: 'done' };
  }
  return delivery.waitSeconds === null
    ? { next: 'retry', failure: reason }
    : { next: 'later', failure: reason, seconds: delivery.waitSeconds };
}

/**
 * Sends one message to one hook, at least once: where the reply was lost it is sent again, under the same id. The body
 * is the same at every attempt; the signature carries the time of this one.
 */
export const deliverToHook: JobHandler<Scope, typeof hookDeliverySchema> = {
  payload: hookDeliverySchema,
  run: async (scope, { deliveryId }) => {
    const delivery = await findDelivery(scope, deliveryId);
    if (delivery?.state !== 'queued') return { next: 'done' };
    const settle = (
      state: 'delivered' | 'queued' | 'failed',
      status: number | null,
      failure: string | null,
    ) => settleHookDelivery(scope, { deliveryId, state, status, failure, attempted: true });
    const hook = await findHook(scope, delivery.hookId);
    if (!hook) {
      const removed = { state: 'failed' as const, status: null, failure: msg('The hook was removed.') };
      await settleHookDelivery(scope, { deliveryId, ...removed, attempted: false });
      return { next: 'done' };
    }
    const seconds = Math.floor(Date.now() / 1000);
    const key = hookKey(secret(), hook.id, hook.secretVersion);
    const handed = await postOut(hook.url, {
      body: delivery.body,
      headers:
        hook.shape === 'slack'
          ? {}
          : {
              'milepost-event': delivery.event,
              'milepost-delivery': delivery.id,
              'milepost-signature': signatureOf(key, delivery.body, seconds),
            },
    });
    if (handed.end === 'taken') {
      await settle('delivered', handed.status, null);
      return { next: 'done' };
    }
    await settle(handed.mayRepeat ? 'queued' : 'failed', handed.status, handed.reason);
    return handed.mayRepeat ? { next: 'retry', failure: handed.reason } : { next: 'done' };
  },
  giveUp: async (scope, { deliveryId }, failure) => {
    const delivery = await findDelivery(scope, deliveryId);
    await settleHookDelivery(scope, {
      deliveryId,
      state: 'failed',
      status: delivery?.status ?? null,
      failure: failure.slice(0, 500),
      attempted: false,
    });
  },
};

/** Sends a member a letter of the product in their language; nothing where they are no member any more. */
async function mailMember(
  scope: Scope,
  userId: string,
  write: (about: { workspaceName: string; timeZone: string; t: Translate }) => {
    subject: string;
    html: string;
    text: string;
  },
): Promise<JobOutcome> {
  const reader = (await listMembers(scope)).find((member) => member.userId === userId);
  if (!reader) return { next: 'done' };
  const { name: workspaceName, timeZone, language } = await getWorkspace(scope);
  const t = sayIn(tongueOf(await findUserLanguage(userId)) ?? language);
  try {
    await sendSystemMail({ to: reader.email, ...write({ workspaceName, timeZone, t }) });
  } catch (error) {
    return { next: 'retry', failure: error instanceof Error ? error.message : 'The mail was not sent.' };
  }
  return { next: 'done' };
}
