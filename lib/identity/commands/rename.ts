import { z } from 'zod';
import { updateUserLanguage, updateUserName } from '@/db/queries/users';
import { parseInput } from '@/lib/input';
import { personNameSchema, TONGUES } from '../model';

const schema = z.strictObject({ name: personNameSchema });

/** Sets the name that other members read. Not a `command`: a person belongs to no workspace. @throws AppError `invalid` */
export async function rename(userId: string, input: z.input<typeof schema>): Promise<void> {
  await updateUserName(userId, parseInput(schema, input).name);
}

const languageSchema = z.strictObject({ language: z.enum(TONGUES, 'Choose a language.').nullable() });

/**
 * Sets the language in which a person reads the members' side; null follows their workspace. Not a `command`: a person
 * belongs to no workspace. @throws AppError `invalid`
 */
export async function chooseTongue(userId: string, input: z.input<typeof languageSchema>): Promise<void> {
  await updateUserLanguage(userId, parseInput(languageSchema, input).language);
}
