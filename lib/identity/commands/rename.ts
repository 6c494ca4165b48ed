import { z } from 'zod';
import { updateUserName } from '@/db/queries/users';
import { parseInput } from '@/lib/input';
import { personNameSchema } from '../model';

const schema = z.strictObject({ name: personNameSchema });

/** Sets the name that other members read. Not a `command`: a person belongs to no workspace. @throws AppError `invalid` */
export async function rename(userId: string, input: z.input<typeof schema>): Promise<void> {
  await updateUserName(userId, parseInput(schema, input).name);
}
