import { listContacts, listKnownAddresses, listPersonaNames } from '@/db/queries/contacts';
import { findOptOuts } from '@/db/queries/opt-outs';
import type { Scope } from '@/db/scope';
import { secret } from '../../env';
import type { Contact, NewContact, StopCause } from '../model';
import { type RefusedLine, readContactList } from '../rules/read-contact-list';
import { addressHash } from '../rules/secrets';

export const CONTACTS_A_PAGE = 50;

/** One page of contacts; `stopped` says why they are written to no more. Pages count from 1. */
export async function loadContacts(
  scope: Scope,
  asked: { search: string; page: number },
): Promise<{ contacts: (Contact & { stopped: StopCause | null })[]; total: number }> {
  const offset = (asked.page - 1) * CONTACTS_A_PAGE;
  const { contacts, total } = await listContacts(scope, {
    search: asked.search,
    offset,
    limit: CONTACTS_A_PAGE,
  });
  const hashes = contacts.map(({ email }) => addressHash(secret(), scope.workspaceId, email));
  const stopped = await findOptOuts(scope, hashes);
  return {
    contacts: contacts.map((contact, index) => ({
      ...contact,
      stopped: stopped.get(Buffer.from(hashes[index] ?? []).toString('hex')) ?? null,
    })),
    total,
  };
}

/** What a list would do if it were applied now. */
export type ListPreview = {
  contacts: NewContact[];
  added: number;
  updated: number;
  refused: RefusedLine[];
  repeated: number;
};

/** Reads a pasted or uploaded list and says what would be added, updated and refused; nothing is written. */
export async function loadListPreview(scope: Scope, text: string): Promise<ListPreview> {
  const { contacts, refused, repeated } = readContactList(text, await listPersonaNames(scope));
  const known = await listKnownAddresses(
    scope,
    contacts.map(({ email }) => email),
  );
  return { contacts, added: contacts.length - known.size, updated: known.size, refused, repeated };
}
