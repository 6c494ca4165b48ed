import { REST_DAYS } from '../model';
import { pickRecipients } from './pick-recipients';
import { addressHash } from './secrets';

/** The instant since when a mail still lets a person rest. */
export function restingSince(now: Date): Date {
  return new Date(now.getTime() - REST_DAYS * 86_400_000);
}

/**
 * Who of the candidates is asked now; the preview and the launch both ask here, so they never differ.
 *
 * @param candidates.optOuts hashes (hex) of addresses that may not be written to
 */
export function chooseRecipients<C extends { id: string; email: string }>(
  candidates: {
    contacts: readonly C[];
    optOuts: ReadonlySet<string>;
    lastAskedAt: ReadonlyMap<string, Date>;
  },
  about: { secret: string; workspaceId: string; now: Date },
) {
  const { contacts, optOuts, lastAskedAt } = candidates;
  const hexOf = (email: string) =>
    Buffer.from(addressHash(about.secret, about.workspaceId, email)).toString('hex');
  const optedOut = new Set(
    optOuts.size === 0 ? [] : contacts.filter(({ email }) => optOuts.has(hexOf(email))).map(({ id }) => id),
  );
  return pickRecipients(contacts, {
    lastAskedAt,
    optedOut,
    invited: new Set(),
    restDays: REST_DAYS,
    now: about.now,
  });
}
