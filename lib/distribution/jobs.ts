import type { Scope } from '@/db/scope';
import type { JobHandler, JobOutcome } from '../jobs/model';
import { type Delivery, mailTransport, sendLetter } from '../mailer';
import { beginDelivery } from './commands/begin-delivery';
import { settleDelivery } from './commands/settle-delivery';
import { deliverySchema } from './model';

/**
 * Sends one invitation, at most once: `sending` is committed before the network is touched, and whoever finds it there
 * later sends nothing, except to a provider that knows the mail by its key.
 */
export const deliverInvitation: JobHandler<Scope, typeof deliverySchema> = {
  payload: deliverySchema,
  run: async (scope, { invitationId }) => {
    const begun = await beginDelivery(scope, { invitationId, transport: mailTransport() });
    if (begun.next === 'nothing') return { next: 'done' };
    const delivery = await sendLetter(begun.letter, begun.sender, begun.unsubscribeUrl);
    return settle(scope, invitationId, begun.again ? doubtful(delivery) : delivery);
  },
  giveUp: async (scope, { invitationId }, failure) => {
    await settleDelivery(scope, { invitationId, outcome: 'given_up', reason: failure });
  },
};

/** After an attempt that nobody knows the end of, a later one that was not taken proves nothing. */
function doubtful(delivery: Delivery): Delivery {
  return delivery.end === 'not_sent'
    ? { end: 'unclear', reason: delivery.reason, mayRepeat: true, waitSeconds: delivery.waitSeconds }
    : delivery;
}

async function settle(scope: Scope, invitationId: string, delivery: Delivery): Promise<JobOutcome> {
  switch (delivery.end) {
    case 'sent':
      await settleDelivery(scope, { invitationId, outcome: 'sent', reason: null });
      return { next: 'done' };
    case 'refused':
      await settleDelivery(scope, { invitationId, outcome: 'failed', reason: delivery.reason });
      return { next: 'done' };
    case 'not_sent':
      await settleDelivery(scope, { invitationId, outcome: 'requeued', reason: delivery.reason });
      return again(delivery);
    case 'unclear':
      if (delivery.mayRepeat) return again(delivery);
      await settleDelivery(scope, { invitationId, outcome: 'unknown', reason: delivery.reason });
      return { next: 'done' };
  }
}

function again({ reason, waitSeconds }: { reason: string; waitSeconds: number | null }): JobOutcome {
  return waitSeconds === null
    ? { next: 'retry', failure: reason }
    : { next: 'later', failure: reason, seconds: waitSeconds };
}
