import { z } from 'zod';
import { isTimeZone } from '../clock';

/** Languages of the members' side. Customers are asked in more. */
export const TONGUES = ['en', 'de'] as const;
export type Tongue = (typeof TONGUES)[number];

/** The language of that tag; null where the members' side does not speak it. */
export const tongueOf = (tag: unknown): Tongue | null => TONGUES.find((one) => one === tag) ?? null;

/** What a member may do, weakest first. */
export const ROLES = ['viewer', 'editor', 'owner'] as const;
export type Role = (typeof ROLES)[number];

/** One normalized address. Quoted local parts and lists of addresses are refused: mailers read them differently. */
export const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .max(254, 'An address has at most 254 characters.')
  .regex(
    /^[^\s"(),:;<>@[\]\\]+@[^\s"(),:;<>@[\]\\]+\.[^\s"(),:;<>@[\]\\]+$/,
    'Give one e-mail address, like ana@example.com.',
  );

/** The id of a person or an object, in its one lower-case spelling. */
export const idSchema = z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'Give an id.');

export const personNameSchema = z
  .string()
  .trim()
  .min(1, 'Give your name.')
  .max(80, 'Use at most 80 characters.');

export const roleSchema = z.enum(ROLES);

/** Length is the only rule; every character counts, case and spaces too. */
export const passwordSchema = z
  .string()
  .min(10, 'Choose at least 10 characters.')
  .max(128, 'Choose at most 128 characters.');

export const timeZoneSchema = z.string().refine(isTimeZone, 'Choose a time zone, like Europe/Berlin.');

export const workspaceSchema = z.strictObject({
  name: z.string().trim().min(1, 'Name the workspace.').max(80, 'Use at most 80 characters.'),
  brand: z.string().trim().min(1, 'Give the name your customers know.').max(80, 'Use at most 80 characters.'),
  timeZone: timeZoneSchema,
  language: z.enum(TONGUES),
  minimumN: z
    .int('Give a whole number from 3 to 100.')
    .min(3, 'Choose at least 3.')
    .max(100, 'Choose at most 100.'),
  senderAddress: emailSchema.nullable(),
  postalAddress: z.string().trim().max(200, 'Use at most 200 characters.').nullable(),
  privacyUrl: z
    .url({ protocol: /^https?$/, error: 'Give an address that begins with https://.' })
    .max(500)
    .nullable(),
});
export type WorkspaceSettings = z.infer<typeof workspaceSchema>;

/** A workspace as its members see it. */
export type Workspace = WorkspaceSettings & {
  id: string;
  siteKey: string;
  /** The day of the week on which owners get their digest, 1 is Monday; null: nobody gets one. */
  digestWeekday: number | null;
  /** The attribute of people that splits customers into segments; null: none does. */
  segmentAttribute: string | null;
};
