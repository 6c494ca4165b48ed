import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import type { Email } from 'postal-mime';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { listContacts } from '@/db/queries/contacts';
import { listInvitations } from '@/db/queries/invitations';
import { findLetterOfInvitation } from '@/db/queries/letters';
import { rows } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { testPlacement } from '@/db/testing/placement';
import { type SmtpSink, smtpSink } from '@/db/testing/smtp-sink';
import { startWorker } from '@/server/worker';
import { proveClock } from '../identity/prove';
import { demoMails, sendLetter, sendSystemMail } from '../mailer';
import { putShared } from '../registry';
import { closePlacement } from '../survey/commands';
import { addContacts } from './commands/add-contacts';
import { beginDelivery } from './commands/begin-delivery';
import { eraseContact } from './commands/erase-contact';
import { launchCampaign } from './commands/launch-campaign';
import { optOutContact } from './commands/opt-out';
import { invitationToken } from './rules/secrets';

testDatabase();

const SECRET = 'a secret for tests that is long enough';
let a: TestWorkspace;
let placementId: string;
let smtp: SmtpSink;
let resend: ResendFake;

beforeAll(async () => {
  a = await testWorkspace({
    senderAddress: 'hello@lumen.example',
    postalAddress: '12 Harbour St',
    brand: 'Lumen, "Ltd"',
  });
  ({ placementId } = await testPlacement(a.scope, 'nps', 'email'));
  smtp = await smtpSink();
  resend = await resendFake();
});

afterAll(async () => {
  await smtp.close();
  await resend.close();
});

beforeEach(() => {
  set({ AUTH_SECRET: SECRET, APP_URL: 'https://ask.example', SMTP_URL: smtp.url });
  smtp.reset();
  resend.reset();
});

afterEach(() => set({}));

describe('by SMTP', () => {
  test('each person gets one whole mail', async () => {
    const emails = [address(), address(), address()];
    const { id } = await launch(emails);
    await work();
    expect((await states(id)).map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);
    expect(smtp.mails.map(({ to }) => to).sort()).toEqual([...emails].sort());
    const invitation = (await states(id))[0];
    const mail = smtp.mails.find(({ to }) => to === invitation?.email)?.mail as Email;
    const token = invitationToken(SECRET, invitation?.id ?? '');
    const header = (name: string) => mail.headers.find(({ key }) => key === name)?.value;
    expect(mail.from).toMatchObject({ name: 'Lumen, "Ltd"', address: 'hello@lumen.example' });
    expect(mail.subject).toBe('Wie war’s? Größe 10');
    expect(mail.messageId).toBe(`<${invitation?.id}@lumen.example>`);
    expect(header('list-unsubscribe')).toBe(`<https://ask.example/u/${token}>`);
    expect(header('list-unsubscribe-post')).toBe('List-Unsubscribe=One-Click');
    expect(header('auto-submitted')).toBe('auto-generated');
    expect(header('x-auto-response-suppress')).toBe('OOF, AutoReply');
    for (const part of [mail.text, mail.html]) {
      expect(part).toContain('Hi Ana, thank you.');
      for (let score = 0; score <= 10; score += 1)
        expect(part).toContain(`https://ask.example/r/${token}?s=${score}`);
      expect(part).toContain(`https://ask.example/u/${token}`);
    }
    expect((await findLetterOfInvitation(a.scope, invitation?.id ?? ''))?.transport).toBe('smtp');
  });

  test('two workers send each mail once', async () => {
    const { id } = await launch(Array.from({ length: 8 }, address));
    await work(2);
    expect(new Set((await states(id)).map(({ state }) => state))).toEqual(new Set(['sent']));
    expect(smtp.mails).toHaveLength(8);
    expect(new Set(smtp.mails.map(({ to }) => to)).size).toBe(8);
  });

  test('a waiting worker hears of a launch at once, before its next look', async () => {
    const worker = startWorker();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const began = Date.now();
    await launch([address()]);
    while (smtp.mails.length === 0 && Date.now() - began < 5000) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    expect(Date.now() - began).toBeLessThan(1500);
    await worker.stop();
  });

  test('a worker that dies after sending never sends again: the end is unknown', async () => {
    const { id } = await launch([address()]);
    const [invitation] = await states(id);
    const clock = proveClock(a.workspaceId);
    const begun = await beginDelivery(clock, { invitationId: invitation?.id ?? '', transport: 'smtp' });
    if (begun.next !== 'send') throw new Error('The delivery did not begin.');
    expect(await sendLetter(begun.letter, begun.sender, begun.unsubscribeUrl)).toEqual({ end: 'sent' });
    await work();
    expect(await states(id)).toMatchObject([{ state: 'unknown' }]);
    expect(smtp.mails).toHaveLength(1);
  });

  test('a connection that breaks after the mail was handed over ends as unknown', async () => {
    smtp.cutAfterData = true;
    const { id } = await launch([address()]);
    await work();
    expect(await states(id)).toMatchObject([{ state: 'unknown' }]);
    smtp.cutAfterData = false;
    await hurry(id);
    await work();
    expect(await states(id)).toMatchObject([{ state: 'unknown' }]);
  });

  test('a refused address fails for good, and its reason does not repeat the address', async () => {
    smtp.answer = { code: 550, times: 99 };
    const email = address();
    const { id } = await launch([email]);
    await work();
    const [invitation] = await states(id);
    expect(invitation).toMatchObject({ state: 'failed' });
    expect(invitation?.reason).toContain('550');
    expect(invitation?.reason).not.toContain(email);
  });

  test('a temporary refusal is tried again and sent once', async () => {
    smtp.answer = { code: 451, times: 1 };
    const { id } = await launch([address()]);
    await work();
    expect(await states(id)).toMatchObject([{ state: 'queued' }]);
    await hurry(id);
    await work();
    expect(await states(id)).toMatchObject([{ state: 'sent' }]);
    expect(smtp.mails).toHaveLength(1);
  });

  test('a server that is away is tried again until the attempts are used up', async () => {
    set({ AUTH_SECRET: SECRET, APP_URL: 'https://ask.example', SMTP_URL: 'smtp://127.0.0.1:1' });
    const { id } = await launch([address()]);
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      expect(await states(id)).toMatchObject([{ state: 'queued' }]);
      await hurry(id);
      await work();
    }
    expect(await states(id)).toMatchObject([{ state: 'failed' }]);
  });
});

describe('between launch and sending', () => {
  test('who opts out, is erased, or would be asked a closed survey gets no mail', async () => {
    const own = await testPlacement(a.scope, 'nps', 'email');
    const { id, contactIds } = await launch([address(), address(), address()], own.placementId);
    await optOutContact(a.scope, { id: contactIds[0] ?? '' });
    await eraseContact(a.scope, { id: contactIds[1] ?? '' });
    await closePlacement(a.scope, { id: own.placementId });
    await work();
    expect((await states(id)).map(({ state, reason }) => [state, reason]).sort()).toEqual([
      ['left_out', 'closed'],
      ['left_out', 'erased'],
      ['left_out', 'opted_out'],
    ]);
    expect(smtp.mails).toEqual([]);
  });
});

describe('by Resend', () => {
  beforeEach(() => {
    set({ AUTH_SECRET: SECRET, APP_URL: 'https://ask.example', RESEND_API_KEY: 're_test' });
    process.env['RESEND_BASE_URL'] = resend.url;
  });

  test('the invitation is the idempotency key, and both parts and the headers go along', async () => {
    const { id } = await launch([address()]);
    await work();
    const [invitation] = await states(id);
    expect(invitation).toMatchObject({ state: 'sent' });
    expect(resend.calls).toHaveLength(1);
    expect(resend.calls[0]?.key).toBe(invitation?.id);
    expect(resend.calls[0]?.body).toMatchObject({
      from: '"Lumen, Ltd" <hello@lumen.example>',
      to: invitation?.email,
      headers: { 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
      tags: [{ name: 'milepost_mail', value: `${a.workspaceId}_${invitation?.id}` }],
    });
    expect(resend.calls[0]?.body['text']).toContain('Hi Ana');
    expect(resend.calls[0]?.body['html']).toContain('Hi Ana');
  });

  test('an unclear end is asked again with the same key and the same bytes', async () => {
    resend.answers = [{ status: 500 }];
    const { id } = await launch([address()]);
    await work();
    expect(await states(id)).toMatchObject([{ state: 'sending' }]);
    await hurry(id);
    await work();
    expect(await states(id)).toMatchObject([{ state: 'sent' }]);
    expect(resend.calls).toHaveLength(2);
    expect(resend.calls[1]).toEqual(resend.calls[0]);
  });

  test('a limit is waited for and counts as no attempt', async () => {
    resend.answers = [{ status: 429, name: 'rate_limit_exceeded', retryAfter: 7 }];
    const { id } = await launch([address()]);
    await work();
    expect(await states(id)).toMatchObject([{ state: 'queued' }]);
    const [job] = await jobsOf(id);
    expect(job?.attempts).toBe(0);
    expect(job?.wait).toBeGreaterThan(4);
    expect(job?.wait).toBeLessThanOrEqual(7);
  });

  test('a mail that Resend will not take fails', async () => {
    resend.answers = [{ status: 422, name: 'validation_error' }];
    const { id } = await launch([address()]);
    await work();
    expect(await states(id)).toMatchObject([{ state: 'failed' }]);
  });
});

describe('without a provider', () => {
  beforeEach(() => set({ AUTH_SECRET: SECRET, APP_URL: 'https://ask.example', MILEPOST_DEMO: '1' }));

  test('the letter is written and nothing is said to be sent', async () => {
    const { id } = await launch([address()]);
    await work();
    const [invitation] = await states(id);
    expect(invitation).toMatchObject({ state: 'written' });
    const letter = await findLetterOfInvitation(a.scope, invitation?.id ?? '');
    expect(letter?.transport).toBe('outbox');
    expect(letter?.html).toContain(`/r/${invitationToken(SECRET, invitation?.id ?? '')}?s=7`);
    const b = await testWorkspace();
    expect(await findLetterOfInvitation(b.scope, invitation?.id ?? '')).toBeNull();
  });

  test('the product’s own mail is kept for the demo’s page', async () => {
    await sendSystemMail({ to: 'ana@example.com', subject: 'Sign in', html: '<p>Hi</p>', text: 'Hi' });
    expect(demoMails()[0]).toMatchObject({ to: 'ana@example.com', subject: 'Sign in' });
  });
});

test('the product’s own mail goes by SMTP, and a refusal is an error', async () => {
  await sendSystemMail({
    to: 'ana@example.com',
    subject: 'Sign in\r\nBcc: all@example.com',
    html: '<p>Hi</p>',
    text: 'Hi',
  });
  expect(smtp.mails).toMatchObject([
    { to: 'ana@example.com', mail: { subject: 'Sign in Bcc: all@example.com' } },
  ]);
  smtp.answer = { code: 550, times: 1 };
  await expect(
    sendSystemMail({ to: 'ana@example.com', subject: 'Sign in', html: '<p>Hi</p>', text: 'Hi' }),
  ).rejects.toThrow('not sent');
});

const NAMES = ['AUTH_SECRET', 'APP_URL', 'SMTP_URL', 'RESEND_API_KEY', 'RESEND_BASE_URL', 'MILEPOST_DEMO'];

function set(values: Record<string, string>): void {
  for (const name of NAMES) delete process.env[name];
  Object.assign(process.env, values);
  putShared('env', null);
  putShared('secret', null);
}

const address = () => `${randomUUID()}@example.com`;

async function launch(emails: string[], at = placementId): Promise<{ id: string; contactIds: string[] }> {
  await addContacts(a.scope, { contacts: emails.map((email) => ({ email, name: 'Ana' })) });
  const contactIds: string[] = [];
  for (const email of emails) {
    const { contacts } = await listContacts(a.scope, { search: email, offset: 0, limit: 1 });
    contactIds.push(contacts[0]?.id ?? '');
  }
  const text = { name: 'Spring', subject: 'Wie war’s? Größe 10', greeting: 'Hi {name}, thank you.' };
  const { id } = await launchCampaign(a.scope, { placementId: at, ...text, recipients: { contactIds } });
  return { id, contactIds };
}

function states(campaignId: string) {
  return listInvitations(a.scope, { campaignId, state: null, offset: 0, limit: 100 });
}

/** Runs workers until no job is due any more. */
async function work(workers = 1): Promise<void> {
  const started = Array.from({ length: workers }, () => startWorker());
  for (let round = 0; round < 400; round += 1) {
    const due = await rows<{ n: number }>(
      database().orm,
      sql`SELECT count(*)::int AS n FROM jobs WHERE finished_at IS NULL AND run_at <= now()`,
    );
    if (due[0]?.n === 0) break;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  await Promise.all(started.map((worker) => worker.stop()));
}

/** Lets the jobs of a campaign be due now. */
async function hurry(campaignId: string): Promise<void> {
  await database().orm.execute(
    sql`UPDATE jobs SET run_at = now(), lease_until = NULL WHERE finished_at IS NULL
        AND dedupe_key IN (SELECT id::text FROM invitations WHERE campaign_id = ${campaignId})`,
  );
}

function jobsOf(campaignId: string): Promise<{ attempts: number; wait: number }[]> {
  return rows(
    database().orm,
    sql`SELECT attempts, extract(epoch FROM run_at - now())::float8 AS wait FROM jobs
        WHERE dedupe_key IN (SELECT id::text FROM invitations WHERE campaign_id = ${campaignId})`,
  );
}

type ResendFake = {
  url: string;
  calls: { key: string | undefined; body: Record<string, unknown> }[];
  answers: { status: number; name?: string; retryAfter?: number }[];
  reset: () => void;
  close: () => Promise<void>;
};

async function resendFake(): Promise<ResendFake> {
  const fake: ResendFake = {
    url: '',
    calls: [],
    answers: [],
    reset: () => {
      fake.calls = [];
      fake.answers = [];
    },
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server: Server = createServer(async (req, res) => {
    fake.calls.push({
      key: req.headers['idempotency-key'] as string | undefined,
      body: JSON.parse(await textOf(req)) as Record<string, unknown>,
    });
    const answer = fake.answers.shift();
    res.setHeader('content-type', 'application/json');
    if (answer?.retryAfter) res.setHeader('retry-after', String(answer.retryAfter));
    res.statusCode = answer?.status ?? 200;
    const name = answer?.name ?? 'internal_server_error';
    res.end(
      JSON.stringify(answer ? { statusCode: answer.status, name, message: name } : { id: randomUUID() }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  fake.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return fake;
}

async function textOf(req: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of req) text += chunk;
  return text;
}
