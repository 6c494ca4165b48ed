import { createHmac, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { countMailEnds } from '@/db/queries/alerts';
import { findInvitation } from '@/db/queries/invitations';
import { rows } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { testPlacement } from '@/db/testing/placement';
import { addContacts } from '@/lib/distribution/commands/add-contacts';
import { beginDelivery } from '@/lib/distribution/commands/begin-delivery';
import { eraseContact } from '@/lib/distribution/commands/erase-contact';
import { launchCampaign } from '@/lib/distribution/commands/launch-campaign';
import { optOutContact } from '@/lib/distribution/commands/opt-out';
import { settleDelivery } from '@/lib/distribution/commands/settle-delivery';
import { loadAudience } from '@/lib/distribution/views/load-audience';
import { loadCampaign } from '@/lib/distribution/views/load-campaigns';
import { loadContacts } from '@/lib/distribution/views/load-contacts';
import { proveClock } from '@/lib/identity/prove';
import { putShared } from '@/lib/registry';
import { LARGEST_BODY } from './body';
import { frontDoor } from './front-door';

testDatabase();

const PATH = '/api/v1/mail/resend';
const KEY = Buffer.from('a secret of thirty-two bytes, ok');
const CLOCK = Date.now;

let a: TestWorkspace;
let placementId: string;
let server: Server;
let base: string;

beforeAll(async () => {
  a = await testWorkspace();
  ({ placementId } = await testPlacement(a.scope, 'nps', 'email'));
  server = frontDoor({ ready: true, next: async (_, res) => void res.writeHead(200).end('a page') });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

beforeEach(() => secretIs(`whsec_${KEY.toString('base64')}`));

afterAll(async () => {
  secretIs(null);
  await new Promise((resolve) => server.close(resolve));
});

test('without the secret the address is an absent page', async () => {
  secretIs(null);
  const problem = async (path: string) => {
    const reply = await send(eventOf('email.bounced', 'x'), { path });
    const { requestId, ...rest } = (await reply.json()) as { requestId: string };
    return { status: reply.status, ...rest };
  };
  expect(await problem(PATH)).toEqual(await problem('/api/v1/mail/nothing'));
  expect((await problem(PATH)).status).toBe(404);
});

describe('only what Resend signed is heard', () => {
  const minutes = (n: number) => Math.floor(CLOCK() / 1000) + n * 60;

  test.each<[string, Parameters<typeof send>[1]]>([
    ['no signature', { headers: { 'svix-signature': '' } }],
    ['no event id', { headers: { 'svix-id': '' } }],
    ['the signature of another body', { signed: '{}' }],
    ['the signature of another event', { headers: { 'svix-id': 'msg_other' } }],
    ['a signature with another secret', { key: Buffer.from('another secret of these') }],
    ['a signature of another kind', { version: 'v2' }],
    ['a time six minutes ago', { at: minutes(-6) }],
    ['a time six minutes ahead', { at: minutes(6) }],
    ['a time that the signature does not cover', { headers: { 'svix-timestamp': String(minutes(1)) } }],
  ])('%s is refused and changes nothing', async (_, how) => {
    const mail = await sentMail(a);
    const reply = await send(eventOf('email.complained', mail.tag), how);
    expect(reply.status).toBe(401);
    expect(await reply.json()).toMatchObject({ code: 'unauthorized' });
    expect((await findInvitation(a.scope, mail.id))?.state).toBe('sent');
  });

  test('one good signature among several is enough, as while a secret is exchanged', async () => {
    const mail = await sentMail(a);
    expect((await send(eventOf('email.complained', mail.tag), { before: 'v1,AAAA ' })).status).toBe(204);
    expect((await findInvitation(a.scope, mail.id))?.state).toBe('complained');
  });

  test('a body that is too large, no JSON, or comes by another method is refused', async () => {
    expect((await send('x'.repeat(LARGEST_BODY + 1))).status).toBe(413);
    expect((await send('not JSON')).status).toBe(400);
    const looked = await fetch(base + PATH);
    expect([looked.status, looked.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('a bounce for good', () => {
  test('ends mail to the address, is told of the invitation, the contact and the next campaign, and counts as undelivered', async () => {
    const mail = await sentMail(a);
    const since = new Date(CLOCK() - 60_000);
    const before = await countMailEnds(a.scope, since);
    expect((await bounce(mail, 'Permanent', `550 ${mail.email} is unknown`)).status).toBe(204);
    expect(await findInvitation(a.scope, mail.id)).toMatchObject({
      state: 'bounced',
      reason: '550 the address is unknown',
    });
    expect(await stoppedBy(mail)).toBe('bounced');
    expect(await countMailEnds(a.scope, since)).toEqual({ sent: before.sent - 1, failed: before.failed + 1 });
    expect(await loadCampaign(a.scope, mail.campaignId)).toMatchObject({
      states: { bounced: 1 },
      delivered: 0,
      reasons: [{ state: 'bounced', n: 1 }],
    });
    expect(await audienceOf(mail)).toEqual({ asked: 0, leftOut: [{ kind: 'bounced', count: 1 }] });
  });

  test('an address on the list of those that Resend does not write to is one as well', async () => {
    const mail = await sentMail(a);
    await send(eventOf('email.suppressed', mail.tag, { suppressed: { message: 'Suppressed', type: 'x' } }));
    expect((await findInvitation(a.scope, mail.id))?.state).toBe('bounced');
    expect(await stoppedBy(mail)).toBe('bounced');
  });

  test('is noted once, however often its event comes', async () => {
    const mail = await sentMail(a);
    const event = eventOf('email.bounced', mail.tag, { bounce: bounceOf('Permanent', 'Unknown') });
    const replies = await Promise.all([1, 2, 3].map(() => send(event, { id: 'msg_same' })));
    expect(replies.map(({ status }) => status)).toEqual([204, 204, 204]);
    const [first] = await reportsOf(mail);
    expect((await send(event, { id: 'msg_same' })).status).toBe(204);
    expect(await reportsOf(mail)).toEqual([first]);
  });

  test('that comes before the sending is written down stays', async () => {
    const mail = await mailBeingSent(a);
    await bounce(mail, 'Permanent', 'Unknown');
    await settleDelivery(proveClock(a.workspaceId), { invitationId: mail.id, outcome: 'sent', reason: null });
    expect((await findInvitation(a.scope, mail.id))?.state).toBe('bounced');
  });

  test('gives way to what the person says, and never takes its place', async () => {
    const [bounced, left] = [await sentMail(a), await sentMail(a)];
    await bounce(bounced, 'Permanent', 'Unknown');
    await optOutContact(a.scope, { id: bounced.contactId });
    expect(await stoppedBy(bounced)).toBe('opted_out');
    await optOutContact(a.scope, { id: left.contactId });
    await bounce(left, 'Permanent', 'Unknown');
    expect(await stoppedBy(left)).toBe('opted_out');
  });
});

test.each(['Transient', 'Undetermined'])(
  'a bounce that is %s loses this mail and keeps the address',
  async (type) => {
    const mail = await sentMail(a);
    await bounce(mail, type, 'The mailbox is full');
    expect(await findInvitation(a.scope, mail.id)).toMatchObject({
      state: 'bounced',
      reason: 'The mailbox is full',
    });
    expect(await stoppedBy(mail)).toBeNull();
    expect((await audienceOf(mail)).asked).toBe(1);
  },
);

test('a complaint ends mail to the address, and the mail still counts as delivered', async () => {
  const mail = await sentMail(a);
  await send(eventOf('email.complained', mail.tag));
  expect((await findInvitation(a.scope, mail.id))?.state).toBe('complained');
  expect(await stoppedBy(mail)).toBe('complained');
  expect(await loadCampaign(a.scope, mail.campaignId)).toMatchObject({ delivered: 1 });
  expect(await audienceOf(mail)).toEqual({ asked: 0, leftOut: [{ kind: 'complained', count: 1 }] });
});

test('what Resend could not send has failed, and keeps the address', async () => {
  const mail = await sentMail(a);
  await send(eventOf('email.failed', mail.tag, { failed: { reason: 'The quota is used up' } }));
  expect(await findInvitation(a.scope, mail.id)).toMatchObject({
    state: 'failed',
    reason: 'The quota is used up',
  });
  expect(await stoppedBy(mail)).toBeNull();
});

test.each(['email.delivery_delayed', 'email.delivered', 'email.opened', 'contact.created'])(
  '%s is taken and changes nothing',
  async (type) => {
    const mail = await sentMail(a);
    expect((await send(eventOf(type, mail.tag))).status).toBe(204);
    expect((await findInvitation(a.scope, mail.id))?.state).toBe('sent');
    expect(await reportsOf(mail)).toEqual([]);
  },
);

describe('an event touches the mail it is about and no other', () => {
  test('the same address in another workspace is still written to', async () => {
    const b = await testWorkspace();
    const { placementId: at } = await testPlacement(b.scope, 'nps', 'email');
    const ours = await sentMail(a);
    const theirs = await sentMail(b, ours.email, at);
    await bounce(ours, 'Permanent', 'Unknown');
    expect(await stoppedBy(ours)).toBe('bounced');
    expect(await stoppedBy(theirs, b)).toBeNull();
    expect((await findInvitation(b.scope, theirs.id))?.state).toBe('sent');
  });

  test('a mail named in another workspace, an unknown one and none are taken and change nothing', async () => {
    const b = await testWorkspace();
    const mail = await sentMail(a);
    for (const tag of [`${b.workspaceId}_${mail.id}`, `${a.workspaceId}_${randomUUID()}`, 'x_y', '', null]) {
      expect((await send(eventOf('email.complained', tag))).status).toBe(204);
    }
    expect((await findInvitation(a.scope, mail.id))?.state).toBe('sent');
  });

  test('nothing comes back of a contact that was erased', async () => {
    const mail = await sentMail(a);
    await eraseContact(a.scope, { id: mail.contactId });
    const before = await stops();
    expect((await bounce(mail, 'Permanent', 'Unknown')).status).toBe(204);
    expect(await stops()).toBe(before);
  });
});

type Mail = { id: string; tag: string; email: string; contactId: string; campaignId: string };

/** One invitation that was handed over to Resend, and whose sending is not written down yet. */
async function mailBeingSent(
  { scope, workspaceId }: TestWorkspace,
  email = `${randomUUID()}@example.com`,
  at = placementId,
): Promise<Mail> {
  await addContacts(scope, { contacts: [{ email }] });
  const { contacts } = await loadContacts(scope, { search: email, page: 1 });
  const contactId = contacts[0]?.id ?? '';
  const campaign = await launchCampaign(scope, {
    ...{ placementId: at, name: 'Spring', subject: 'How was it?', greeting: '' },
    recipients: { contactIds: [contactId] },
  });
  const [invitation] = await rows<{ id: string }>(
    database().orm,
    sql`SELECT id FROM invitations WHERE campaign_id = ${campaign.id}`,
  );
  const id = invitation?.id ?? '';
  const begun = await beginDelivery(proveClock(workspaceId), { invitationId: id, transport: 'resend' });
  expect(begun.next).toBe('send');
  return { id, tag: `${workspaceId}_${id}`, email, contactId, campaignId: campaign.id };
}

async function sentMail(workspace: TestWorkspace, email?: string, at?: string): Promise<Mail> {
  const mail = await mailBeingSent(workspace, email, at);
  const clock = proveClock(workspace.workspaceId);
  await settleDelivery(clock, { invitationId: mail.id, outcome: 'sent', reason: null });
  return mail;
}

const bounceOf = (type: string, message: string) => ({ type, subType: 'General', message });

const bounce = (mail: Mail, type: string, message: string) =>
  send(eventOf('email.bounced', mail.tag, { bounce: bounceOf(type, message) }));

/** An event as Resend writes it. */
function eventOf(type: string, tag: string | null, more: object = {}): string {
  return JSON.stringify({
    type,
    created_at: '2026-02-22T23:41:12.126Z',
    data: {
      email_id: randomUUID(),
      created_at: '2026-02-22T23:41:11.894719+00:00',
      from: 'Lumen <hello@lumen.example>',
      to: ['ana@example.com'],
      subject: 'How was it?',
      ...(tag === null ? {} : { tags: { milepost_mail: tag } }),
      ...more,
    },
  });
}

/** Posts a body, signed as the standard of webhooks says. */
function send(
  body: string,
  how: {
    path?: string;
    id?: string;
    at?: number;
    key?: Buffer;
    signed?: string;
    version?: string;
    before?: string;
    headers?: Record<string, string>;
  } = {},
): Promise<Response> {
  const { id = `msg_${randomUUID()}`, at = Math.floor(CLOCK() / 1000), key = KEY, version = 'v1' } = how;
  const signature = createHmac('sha256', key)
    .update(`${id}.${at}.${how.signed ?? body}`)
    .digest('base64');
  return fetch(base + (how.path ?? PATH), {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      'svix-id': id,
      'svix-timestamp': String(at),
      'svix-signature': `${how.before ?? ''}${version},${signature}`,
      ...how.headers,
    },
  });
}

async function stoppedBy({ email }: Mail, { scope } = a): Promise<string | null> {
  const { contacts } = await loadContacts(scope, { search: email, page: 1 });
  return contacts[0]?.stopped ?? null;
}

async function audienceOf({ contactId }: Mail) {
  const { asked, leftOut } = await loadAudience(a.scope, { contactIds: [contactId] }, new Date());
  return { asked, leftOut };
}

const reportsOf = ({ id }: Mail) =>
  rows<Record<string, unknown>>(
    database().orm,
    sql`SELECT r.* FROM mail_reports r JOIN letters l ON l.id = r.letter_id WHERE l.invitation_id = ${id}`,
  );

async function stops(): Promise<number> {
  const [found] = await rows<{ n: number }>(database().orm, sql`SELECT count(*)::int AS n FROM opt_outs`);
  return found?.n ?? -1;
}

function secretIs(secret: string | null): void {
  if (secret === null) delete process.env['RESEND_WEBHOOK_SECRET'];
  else process.env['RESEND_WEBHOOK_SECRET'] = secret;
  putShared('env', null);
}
