import { REST_DAYS, type StopCause } from '../model';
import { pickRecipients } from './pick-recipients';
import { addressHash } from './secrets';

/** The instant since when a mail still lets a person rest. */
export function restingSince(now: Date): Date {
  return new Date(now.getTime() - REST_DAYS * 86_400_000);
}

/**
 * Who of the candidates is asked now; the preview and the launch both ask here, so they never differ.
 *
 * @param candidates.optOuts why addresses may not be written to, by their hash (hex)
 */
export function chooseRecipients<C extends { id: string; email: string }>(
  candidates: {
    contacts: readonly C[];
    optOuts: ReadonlyMap<string, StopCause>;
    lastAskedAt: ReadonlyMap<string, Date>;
  },
  about: { secret: string; workspaceId: string; now: Date },
) {
  const { contacts, optOuts, lastAskedAt } = candidates;
  const hexOf = (email: string) =>
    Buffer.from(addressHash(about.secret, about.workspaceId, email)).toString('hex');
  const stopped = new Map<string, StopCause>();
  for (const { id, email } of optOuts.size === 0 ? [] : contacts) {
    const cause = optOuts.get(hexOf(email));
    if (cause) stopped.set(id, cause);
  }
  return pickRecipients(contacts, {
    lastAskedAt,
    stopped,
    invited: new Set(),
    restDays: REST_DAYS,
    now: about.now,
  });
}
