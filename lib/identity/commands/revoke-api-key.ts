import { z } from 'zod';
import { updateApiKeyRevoked } from '@/db/queries/api-keys';
import { command } from '@/lib/command';
import { notFound } from '@/lib/errors';
import { idSchema } from '../model';

/** Ends an API key at once and for good. @throws AppError `not_found` */
export const revokeApiKey = command('key.revoke', z.strictObject({ id: idSchema }), async (tx, { id }) => {
  if (!(await updateApiKeyRevoked(tx, id, new Date()))) throw notFound();
  return { id };
});
