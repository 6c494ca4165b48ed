import { randomUUID } from 'node:crypto';
import { PassThrough, type Transform } from 'node:stream';
import { MAIL_TAG } from './distribution/model';
import { env } from './env';
import { AppError } from './errors';
import { shared } from './registry';

/** How mail leaves this installation; outbox: it is written down and nothing is sent. */
export type Transport = 'outbox' | 'smtp' | 'resend';

/** A written mail to one person; `invitationId` is its key at the provider. */
export type Letter = {
  invitationId: string;
  recipient: string;
  subject: string;
  html: string;
  text: string;
  transport: Transport;
};

/** Whose mail it is, and whose name and address it carries; without an address the installation's own is used. */
export type Sender = { workspaceId: string; brand: string; address: string | null };

/**
 * How handing over a letter ended. not_sent: certainly not, worth another attempt; `waitSeconds` where the provider
 * named a pause. refused: certainly not, and never will. unclear: nobody knows; `mayRepeat` where the provider would
 * recognize a second attempt as the same mail.
 */
export type Delivery =
  | { end: 'sent' }
  | { end: 'refused'; reason: string }
  | { end: 'not_sent'; reason: string; waitSeconds: number | null }
  | { end: 'unclear'; reason: string; mayRepeat: boolean; waitSeconds: number | null };

type Mail = {
  from: { name: string; address: string };
  to: string;
  subject: string;
  html: string;
  text: string;
  headers: Record<string, string>;
  key: string;
  /** What the provider's later events are to repeat; null where none is listened to. */
  tag: string | null;
};

export type SystemMail = { to: string; subject: string; html: string; text: string };

/** How this installation sends mail now; outbox: not at all. */
export function mailTransport(): Transport {
  const { RESEND_API_KEY, SMTP_URL } = env();
  return RESEND_API_KEY ? 'resend' : SMTP_URL ? 'smtp' : 'outbox';
}

/**
 * Hands one invitation, or a reply to a customer, to the provider. Its key is its id, so a provider that knows keys sends
 * it once however often it is asked. Without an address to unsubscribe at the mail names none.
 */
export async function sendLetter(
  letter: Letter,
  sender: Sender,
  unsubscribeUrl: string | null,
): Promise<Delivery> {
  return handOver(letter.transport, {
    from: { name: sender.brand, address: sender.address ?? homeAddress() },
    to: letter.recipient,
    subject: letter.subject,
    html: letter.html,
    text: letter.text,
    key: letter.invitationId,
    tag: `${sender.workspaceId}_${letter.invitationId}`,
    headers: {
      ...(unsubscribeUrl === null
        ? {}
        : {
            'List-Unsubscribe': `<${unsubscribeUrl}>`,
            'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
          }),
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'OOF, AutoReply',
    },
  });
}

/**
 * Sends mail of the product itself, such as a sign-in link. Without a provider nothing is sent: it is printed on this
 * server's console, and in demo mode kept for the page /demo/mail.
 *
 * @throws Error where the provider did not take it
 */
export async function sendSystemMail(mail: SystemMail): Promise<void> {
  const transport = mailTransport();
  if (transport === 'outbox') {
    console.log(
      `Mail to ${oneLine(mail.to)} (not sent, no provider is set): ${oneLine(mail.subject)}\n${mail.text}`,
    );
    if (env().MILEPOST_DEMO) {
      const kept = demoMails();
      kept.unshift({ ...mail, writtenAt: new Date() });
      kept.length = Math.min(kept.length, 50);
    }
    return;
  }
  const delivery = await handOver(transport, {
    ...mail,
    from: { name: 'Milepost', address: homeAddress() },
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'OOF, AutoReply' },
    key: randomUUID(),
    tag: null,
  });
  if (delivery.end !== 'sent') throw new Error(`The mail was not sent: ${delivery.reason}`);
}

/** The product's own mail that a demo kept in memory, the newest first. */
export function demoMails(): (SystemMail & { writtenAt: Date })[] {
  return shared('demo-mails', () => []);
}

function handOver(transport: Transport, mail: Mail): Promise<Delivery> {
  const safe = {
    ...mail,
    subject: oneLine(mail.subject),
    from: { ...mail.from, name: oneLine(mail.from.name) },
  };
  if (transport === 'outbox') return Promise.resolve({ end: 'refused', reason: 'No mail provider is set.' });
  return transport === 'smtp' ? bySmtp(safe) : byResend(safe);
}

async function bySmtp(mail: Mail): Promise<Delivery> {
  const { createTransport } = await import('nodemailer');
  const url = new URL(env().SMTP_URL ?? '');
  // A pool silently sends a mail again when its connection breaks; one connection a mail cannot.
  for (const name of ['pool', 'sendmail', 'streamTransport', 'jsonTransport']) url.searchParams.delete(name);
  const limits = {
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
    dnsTimeout: 10_000,
  };
  for (const [name, ms] of Object.entries(limits)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  }
  const transport = createTransport(url.href);
  let handingOver = false;
  transport.use('stream', (compiled, done) => {
    // Called when the connection stands and the envelope goes out; what breaks before that has sent nothing.
    const began = () => {
      handingOver = true;
      return new PassThrough();
    };
    compiled.message.transform(began as unknown as Transform);
    done();
  });
  try {
    await transport.sendMail({
      from: mail.from,
      to: { name: '', address: mail.to },
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      headers: mail.headers,
      messageId: `<${mail.key}@${mail.from.address.split('@').pop()}>`,
    });
    return { end: 'sent' };
  } catch (error) {
    return smtpFailure(error as SmtpError, handingOver);
  } finally {
    transport.close();
  }
}

type SmtpError = Error & { code?: string; responseCode?: number; command?: string };

function smtpFailure(error: SmtpError, handingOver: boolean): Delivery {
  const reason = oneLine(error.message).slice(0, 300);
  const answered = error.responseCode !== undefined && ['EENVELOPE', 'EMESSAGE'].includes(error.code ?? '');
  if (answered) {
    return (error.responseCode ?? 0) >= 500
      ? { end: 'refused', reason }
      : { end: 'not_sent', reason, waitSeconds: null };
  }
  if (error.code === 'EENVELOPE') return { end: 'refused', reason };
  if (!handingOver) return { end: 'not_sent', reason, waitSeconds: null };
  return {
    end: 'unclear',
    reason: `The connection broke while sending: ${reason}`,
    mayRepeat: false,
    waitSeconds: null,
  };
}

/** Resend's default limit is two requests a second for a whole team. */
const RESEND_PAUSE_MS = 500;
const RESEND_PATIENCE_MS = 20_000;

async function byResend(mail: Mail): Promise<Delivery> {
  const { Resend } = await import('resend');
  await resendTurn();
  const quoted = mail.from.name.replace(/["\\<>]/g, '');
  const { error, headers } = await new Resend(env().RESEND_API_KEY).emails.send(
    {
      from: `"${quoted}" <${mail.from.address}>`,
      to: mail.to,
      subject: mail.subject,
      html: mail.html,
      text: mail.text,
      headers: mail.headers,
      ...(mail.tag === null ? {} : { tags: [{ name: MAIL_TAG, value: mail.tag }] }),
    },
    { idempotencyKey: mail.key, signal: AbortSignal.timeout(RESEND_PATIENCE_MS) },
  );
  if (!error) return { end: 'sent' };
  const reason = oneLine(`${error.name}: ${error.message}`).slice(0, 300);
  const status = error.statusCode;
  if (status === 409) {
    // Another body under this key: an earlier attempt was taken. Otherwise one is under way.
    return {
      end: 'unclear',
      reason,
      mayRepeat: error.name !== 'invalid_idempotent_request',
      waitSeconds: null,
    };
  }
  if (status === 429) {
    const asked = Number(headers?.['retry-after']);
    const pause = error.name === 'rate_limit_exceeded' ? 2 : 3600;
    return {
      end: 'not_sent',
      reason,
      waitSeconds: Number.isFinite(asked) && asked > 0 ? Math.min(asked, 86_400) : pause,
    };
  }
  // A wrong key is mended by an owner within hours, not by giving up each mail at once.
  if (status === 401 || status === 403) return { end: 'not_sent', reason, waitSeconds: null };
  if (status !== null && status >= 400 && status < 500) return { end: 'refused', reason };
  return { end: 'unclear', reason, mayRepeat: true, waitSeconds: null };
}

/** The headers that Resend signs an event with. */
export type SignedHeaders = { id: string; timestamp: string; signature: string };

/**
 * An event that Resend sent, after its signature and its time were proven: by a secret that only Resend and this
 * installation know, and at most five minutes old.
 *
 * @throws AppError `unauthorized`, or `not_json`
 */
export async function provenEvent(body: string, headers: SignedHeaders): Promise<unknown> {
  const { RESEND_API_KEY, RESEND_WEBHOOK_SECRET: webhookSecret = '' } = env();
  const { Resend } = await import('resend');
  try {
    // Proving a signature asks nobody, so it needs no working key.
    return new Resend(RESEND_API_KEY ?? 'none').webhooks.verify({ payload: body, headers, webhookSecret });
  } catch (cause) {
    if (cause instanceof SyntaxError) {
      throw new AppError('not_json', 'Send the body as one JSON object.', { cause });
    }
    throw new AppError(
      'unauthorized',
      'Sign this with the secret of the webhook, at most five minutes ago.',
      {
        cause,
      },
    );
  }
}

/** Waits until this process may ask Resend again. */
async function resendTurn(): Promise<void> {
  const queue = shared('resend-turn', () => ({ freeAt: 0 }));
  const now = Date.now();
  const turn = Math.max(now, queue.freeAt);
  queue.freeAt = turn + RESEND_PAUSE_MS;
  if (turn > now) await new Promise((resolve) => setTimeout(resolve, turn - now));
}

/** The installation's own address, where nobody gave one: mail servers want some address of an existing host. */
function homeAddress(): string {
  const { MAIL_FROM, APP_URL } = env();
  const given = MAIL_FROM && (/<([^<>]+)>\s*$/.exec(MAIL_FROM)?.[1] ?? MAIL_FROM);
  return given?.trim() || `milepost@${new URL(APP_URL).hostname}`;
}

/** One line without control characters: what may stand in a header, a log or a reason. */
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ').trim();
