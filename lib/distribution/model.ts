import { z } from 'zod';
import { emailSchema } from '../identity/model';
import type { QuestionView } from '../survey/model';

/** How long a person is left in peace after a mail, whatever it asked about. */
export const REST_DAYS = 90;

/** How many contacts one list may add. */
export const MOST_ROWS = 20_000;

/** One normalized address (see `emailSchema`); spellings that differ only in Unicode composition are one address. */
export const addressSchema = z
  .string('Give an e-mail address.')
  .regex(/^[^\p{Cc}]*$/u, 'Remove the control characters.')
  .transform((text) => text.normalize('NFC'))
  .pipe(emailSchema);

/** One line of text that may stand in a mail's header: no line breaks, no other control characters. */
const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most)
    .regex(/^[^\p{Cc}\p{Zl}\p{Zp}]*$/u, 'Write it on one line.');

/** A contact as it comes in. `attributes` are the list's other columns, kept as text. */
export const newContactSchema = z.strictObject({
  email: addressSchema,
  name: line(120).default(''),
  personaId: z.uuid().nullable().default(null),
  attributes: z
    .record(
      z.string().min(1).max(80),
      z
        .string()
        .max(500)
        .regex(/^[^\0]*$/, 'Remove the NUL characters.'),
    )
    .default({}),
});
export type NewContact = z.output<typeof newContactSchema>;

export type Contact = {
  id: string;
  email: string;
  name: string;
  personaId: string | null;
  persona: string | null;
  attributes: Record<string, string>;
  createdAt: Date;
};

/** Who should be asked, before the rules leave anybody out. */
export const recipientsSchema = z.union([
  z.literal('all'),
  z.strictObject({ personaId: z.uuid() }),
  z.strictObject({ contactIds: z.array(z.uuid()).min(1, 'Choose at least one contact.').max(MOST_ROWS) }),
]);
export type Recipients = z.infer<typeof recipientsSchema>;

/** What the author of a campaign writes. `{name}` in the greeting stands for the contact's name. */
export const campaignSchema = z.strictObject({
  placementId: z.uuid(),
  name: line(80).min(1, 'Name the campaign.'),
  subject: line(120).min(1, 'Give the mail a subject.'),
  greeting: z.string().trim().max(600).default(''),
  recipients: recipientsSchema,
});

/** A subject longer than this is cut off on phones. */
export const SUBJECT_RECOMMENDED = 50;

/**
 * queued: waits for the worker. sending: handed over, outcome not known yet. sent: a provider took it. written: stands
 * in the outbox, nothing was sent. bounced: it was taken and came back. complained: it arrived, and its person marked it
 * as spam. failed: not sent and given up. unknown: the connection or the process broke while
 * sending; it is never sent again. left_out: not asked, for a reason.
 */
export const INVITATION_STATES = [
  'queued',
  'sending',
  'sent',
  'written',
  'bounced',
  'complained',
  'failed',
  'unknown',
  'left_out',
] as const;
export type InvitationState = (typeof INVITATION_STATES)[number];

/** Letters that arrived, may have arrived, or stand in the outbox: what a response rate is of. */
export const DELIVERED_STATES = [
  'sent',
  'written',
  'complained',
  'unknown',
] as const satisfies InvitationState[];

/**
 * Why an address is written to no more, by no campaign and no reply. opted_out: its person asked for it. bounced: mail
 * to it comes back for good. complained: its person marked our mail as spam.
 */
export type StopCause = 'opted_out' | 'bounced' | 'complained';

/**
 * What a provider reports of a mail after it took it. bounced: no mail will ever reach that address. lost: this one did
 * not arrive, a later one may. failed: the provider could not send it. complained: it was marked as spam.
 */
export const REPORT_KINDS = ['bounced', 'lost', 'failed', 'complained'] as const;

/** The tag that a mail carries at a provider, which each event about it repeats: its workspace and its id. */
export const MAIL_TAG = 'milepost_mail';

/** A provider's report of one mail; `mailId` is the invitation's id, or of a reply that of its note. */
export const mailReportSchema = z.strictObject({
  mailId: z.uuid(),
  /** The provider's own name of the event. */
  eventId: z.string().min(1).max(200),
  kind: z.enum(REPORT_KINDS),
  /** Why, in the provider's words. */
  reason: z.string().nullable(),
});
export type MailReport = z.output<typeof mailReportSchema>;

/** Why a person is not asked. `asked` carries how many days ago the last mail was. */
export type LeftOutReason =
  | { kind: StopCause }
  | { kind: 'asked'; daysAgo: number }
  | { kind: 'invited' }
  | { kind: 'no_address' }
  | { kind: 'erased' }
  | { kind: 'closed' };

/** How mail leaves this installation; outbox: it is written down and nothing is sent. */
export const TRANSPORTS = ['outbox', 'smtp', 'resend'] as const;
export type Transport = (typeof TRANSPORTS)[number];

export const DELIVER_INVITATION = 'deliverInvitation';
export const deliverySchema = z.strictObject({ invitationId: z.uuid() });

/** A mail to one person, written once and frozen: a second attempt sends the very same bytes. */
export type Letter = {
  id: string;
  invitationId: string;
  recipient: string;
  subject: string;
  html: string;
  text: string;
  transport: Transport;
  writtenAt: Date;
};

/** Whose mail it is, and whose name and address it carries; without an address the installation's own is used. */
export type Sender = { workspaceId: string; brand: string; address: string | null };

/** All that a mail with a question says; `answerUrl` takes `?s=SCORE`. */
export type InvitationMail = {
  question: QuestionView;
  /** What stands besides the question, in its language; `why` says why the person gets it and how often at most. */
  texts: { short: string; why: string; unsubscribe: string; privacy: string; choose: string; pick: string };
  subject: string;
  /** Already carries the person's name. */
  greeting: string;
  answerUrl: string;
  unsubscribeUrl: string;
  postalAddress: string | null;
  restDays: number;
};
