import { z } from 'zod';
import { insertApiKey } from '@/db/queries/api-keys';
import { command } from '@/lib/command';
import { hashOf, newId, newKey } from '@/lib/id';

const schema = z.strictObject({
  name: z.string().trim().min(1, 'Name the key after what uses it.').max(80),
  /** Whether its bearer may also bring data in. */
  writes: z.boolean().default(false),
});

/** Makes an API key. It is returned this once; only its hash and its last four characters are stored. */
export const makeApiKey = command('key.make', schema, async (tx, { name, writes }) => {
  const id = newId();
  const key = `mp_${newKey(40)}`;
  await insertApiKey(tx, { id, name, hint: key.slice(-4), writes, keyHash: hashOf(key) });
  return { id, key };
});
