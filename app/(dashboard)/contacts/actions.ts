'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { addContacts } from '@/lib/distribution/commands/add-contacts';
import { eraseContact } from '@/lib/distribution/commands/erase-contact';
import { optOutContact } from '@/lib/distribution/commands/opt-out';
import { loadListPreview } from '@/lib/distribution/views/load-contacts';
import { memberAction } from '@/lib/gates/member';
import { parseInput } from '@/lib/input';

const listSchema = z
  .string('Give a list.')
  .min(1, 'Give a list.')
  .max(5_000_000, 'Split the list: it is over 5 MB.');

const SHOWN = 100;

/** What the list would do, with as much of it as a page can show. */
export const previewListAction = memberAction(async ({ scope }, text: string) => {
  const { contacts, refused, ...counts } = await loadListPreview(scope, parseInput(listSchema, text));
  return {
    ...counts,
    sample: contacts.slice(0, 10).map(({ email, name }) => ({ email, name })),
    refused: refused.slice(0, SHOWN),
    refusedCount: refused.length,
  };
});

export const addListAction = memberAction(async ({ scope }, text: string) => {
  const { contacts } = await loadListPreview(scope, parseInput(listSchema, text));
  const result = await addContacts(scope, { contacts });
  revalidatePath('/contacts');
  return result;
});

export const eraseContactAction = memberAction(async ({ scope }, id: string) => {
  const erased = await eraseContact(scope, { id });
  revalidatePath('/contacts');
  return erased;
});

export const optOutContactAction = memberAction(async ({ scope }, id: string) => {
  const done = await optOutContact(scope, { id });
  revalidatePath('/contacts');
  return done;
});
