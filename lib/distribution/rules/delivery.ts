import type { Letter, Sender, Transport } from '../model';

/** What the worker has to do after the first half of a delivery; `again`: an earlier attempt may have sent it. */
export type Begun =
  | { next: 'nothing' }
  | { next: 'send'; letter: Letter; sender: Sender; unsubscribeUrl: string; again: boolean };

/** A provider forgets an idempotency key after 24 hours; an hour of distance keeps a slow clock from sending twice. */
const RETRY_HOURS = 23;

/**
 * Whether a letter whose sending was interrupted may be handed over once more without the risk of two mails: only to a
 * provider that knows it by its key, and only while the provider remembers keys.
 */
export function mayRetrySending(
  letter: Pick<Letter, 'transport' | 'writtenAt'>,
  transport: Transport,
  now: Date,
): boolean {
  if (letter.transport !== 'resend' || transport !== 'resend') return false;
  return now.getTime() - letter.writtenAt.getTime() < RETRY_HOURS * 3_600_000;
}
