import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { listCampaigns } from '@/db/queries/campaigns';
import { findContact, listContacts } from '@/db/queries/contacts';
import { findInvitation, listInvitations } from '@/db/queries/invitations';
import { listLetters } from '@/db/queries/letters';
import { rows, type Scope } from '@/db/scope';
import { rowCount, type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { testPlacement } from '@/db/testing/placement';
import { proveInvitation } from '../identity/prove';
import { putShared } from '../registry';
import { recordResponse } from '../response/commands/record-response';
import { closePlacement } from '../survey/commands';
import { addContacts } from './commands/add-contacts';
import { eraseContact } from './commands/erase-contact';
import { launchCampaign } from './commands/launch-campaign';
import { noteOpened } from './commands/note-opened';
import { optOut, optOutContact } from './commands/opt-out';
import { invitationToken } from './rules/secrets';

testDatabase();

const SECRET = 'a secret for tests that is long enough';
let a: TestWorkspace;
let b: TestWorkspace;
let ours: { placementId: string; lineageId: string };

beforeAll(async () => {
  process.env['AUTH_SECRET'] = SECRET;
  putShared('env', null);
  putShared('secret', null);
  a = await testWorkspace();
  b = await testWorkspace();
  ours = await testPlacement(a.scope, 'nps', 'email');
});

describe('contacts', () => {
  test('adding again updates: what the new row leaves empty stays', async () => {
    const email = `${randomUUID()}@example.com`;
    expect(
      await addContacts(a.scope, { contacts: [{ email, name: 'Ana', attributes: { plan: 'Fibre' } }] }),
    ).toEqual({ added: 1, updated: 0 });
    expect(
      await addContacts(a.scope, {
        contacts: [{ email: email.toUpperCase(), attributes: { city: 'Kiel' } }],
      }),
    ).toEqual({ added: 0, updated: 1 });
    const { contacts, total } = await listContacts(a.scope, { search: email, offset: 0, limit: 5 });
    expect(total).toBe(1);
    expect(contacts[0]).toMatchObject({ name: 'Ana', attributes: { plan: 'Fibre', city: 'Kiel' } });
  });

  test('search takes wildcards as what they are', async () => {
    expect((await listContacts(a.scope, { search: '%', offset: 0, limit: 5 })).total).toBe(0);
  });

  test('another workspace neither sees nor erases a contact, and a viewer may not write', async () => {
    const id = await person(a);
    expect(await findContact(b.scope, id)).toBeNull();
    expect((await listContacts(b.scope, { search: '', offset: 0, limit: 5 })).total).toBe(0);
    await expect(eraseContact(b.scope, { id })).rejects.toMatchObject({ code: 'not_found' });
    await expect(eraseContact(b.scope, { id: randomUUID() })).rejects.toMatchObject({ code: 'not_found' });
    await expect(optOutContact(b.scope, { id })).rejects.toMatchObject({ code: 'not_found' });
    const viewer = await a.as('viewer');
    await expect(eraseContact(viewer, { id })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(addContacts(viewer, { contacts: [{ email: 'x@example.com' }] })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await findContact(a.scope, id)).not.toBeNull();
  });

  test('a foreign persona is refused as an absent one', async () => {
    const contacts = [{ email: 'p@example.com', personaId: randomUUID() }];
    await expect(addContacts(a.scope, { contacts })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('launching', () => {
  test('invites, enqueues and leaves out in one transaction, and tokens open exactly their invitation', async () => {
    const [ana, bo] = [await person(a), await person(a)];
    await optOutContact(a.scope, { id: bo });
    const jobs = await rowCount('jobs');
    const launched = await launch(a.scope, ours.placementId, [ana, bo]);
    expect(launched).toMatchObject({ invited: 1, leftOut: 1 });
    expect(await rowCount('jobs')).toBe(jobs + 1);
    const invitations = await of(a.scope, launched.id);
    expect(invitations.map(({ contactId, state, reason }) => [contactId, state, reason])).toEqual(
      expect.arrayContaining([
        [ana, 'queued', null],
        [bo, 'left_out', 'opted_out'],
      ]),
    );
    const invited = invitations.find(({ contactId }) => contactId === ana);
    const proven = await proveInvitation(invitationToken(SECRET, invited?.id ?? ''));
    expect(proven?.invitationId).toBe(invited?.id);
    expect(proven?.scope.workspaceId).toBe(a.workspaceId);
    expect(await proveInvitation(invitationToken(SECRET, randomUUID()))).toBeNull();
  });

  test('a person asked lately is left out of the next campaign, and asked again after ninety days', async () => {
    const [ana, bo] = [await person(a), await person(a)];
    const first = await launch(a.scope, ours.placementId, [ana]);
    const second = await launch(a.scope, ours.placementId, [ana, bo]);
    expect(second).toMatchObject({ invited: 1, leftOut: 1 });
    await database().orm.execute(
      sql`UPDATE invitations SET state = 'sent', sent_at = now() - interval '90 days 1 second' WHERE campaign_id = ${first.id}`,
    );
    expect(await launch(a.scope, ours.placementId, [ana])).toMatchObject({ invited: 1 });
  });

  test('two launches at once never ask the same person twice', async () => {
    const ana = await person(a);
    const other = await person(a);
    const another = await person(a);
    const results = await Promise.all([
      launch(a.scope, ours.placementId, [ana, other]),
      launch(a.scope, ours.placementId, [ana, another]),
    ]);
    expect(results.map(({ invited }) => invited).sort()).toEqual([1, 2]);
  });

  test('refuses what is foreign, closed, or leaves nobody, and writes nothing then', async () => {
    const ana = await person(a);
    const campaigns = await rowCount('campaigns');
    const foreign = await testPlacement(b.scope, 'nps', 'email');
    const stranger = await person(b);
    const refused = (placementId: string, contactIds: string[]) =>
      launch(a.scope, placementId, contactIds).catch((error: { code: string; message: string }) => error);
    const absent = await refused(randomUUID(), [ana]);
    expect(absent).toMatchObject({ code: 'not_found' });
    expect(String(await refused(foreign.placementId, [ana]))).toBe(String(absent));
    expect(String(await refused(ours.placementId, [ana, stranger]))).toBe(String(absent));
    expect(String(await refused(ours.placementId, [randomUUID()]))).toBe(String(absent));
    const closed = await testPlacement(a.scope, 'nps', 'email');
    await closePlacement(a.scope, { id: closed.placementId });
    expect(await refused(closed.placementId, [ana])).toMatchObject({ code: 'closed' });
    await optOutContact(a.scope, { id: ana });
    expect(await refused(ours.placementId, [ana])).toMatchObject({ code: 'conflict' });
    const viewer = await a.as('viewer');
    await expect(launch(viewer, ours.placementId, [ana])).rejects.toMatchObject({ code: 'forbidden' });
    expect(await rowCount('campaigns')).toBe(campaigns);
  });

  test('another workspace sees neither campaign nor invitation nor letter', async () => {
    const { id } = await launch(a.scope, ours.placementId, [await person(a)]);
    expect(await listCampaigns(b.scope, { limit: 10, id })).toEqual([]);
    expect(await of(b.scope, id)).toEqual([]);
    expect((await listLetters(b.scope, { offset: 0, limit: 10 })).total).toBe(0);
    expect(await listCampaigns(a.scope, { limit: 10, id })).toMatchObject([{ id, states: { queued: 1 } }]);
  });
});

describe('a person who was invited', () => {
  test('opts out as often as they like, in this workspace only', async () => {
    const email = `${randomUUID()}@example.com`;
    const ana = await person(a, email);
    const invitationId = await invite(ana);
    const respondent = await proven(invitationId);
    expect(await optOut(respondent, { invitationId })).toEqual({ id: invitationId, optedOut: true });
    expect(await optOut(respondent, { invitationId })).toEqual({ id: invitationId, optedOut: true });
    await expect(launch(a.scope, ours.placementId, [ana])).rejects.toMatchObject({ code: 'conflict' });
    const elsewhere = await testPlacement(b.scope, 'nps', 'email');
    expect(await launch(b.scope, elsewhere.placementId, [await person(b, email)])).toMatchObject({
      invited: 1,
    });
    await expect(optOut(b.scope, { invitationId })).rejects.toMatchObject({ code: 'not_found' });
  });

  test('leaves one mark however often the link is opened', async () => {
    const invitationId = await invite(await person(a));
    const respondent = await proven(invitationId);
    await noteOpened(respondent, { invitationId });
    const first = (await findInvitation(a.scope, invitationId))?.openedAt;
    const lines = await rowCount('audit_lines');
    await noteOpened(respondent, { invitationId });
    expect((await findInvitation(a.scope, invitationId))?.openedAt).toEqual(first);
    expect(first).toBeInstanceOf(Date);
    expect(await rowCount('audit_lines')).toBe(lines);
    await noteOpened(b.scope, { invitationId: randomUUID() });
  });

  test('is erased with answers, tallies and letters, while the opt-out stays', async () => {
    const email = `${randomUUID()}@example.com`;
    const ana = await person(a, email);
    const invitationId = await invite(ana);
    await recordResponse(a.scope, {
      placementId: ours.placementId,
      responseId: randomUUID(),
      seq: 1,
      state: 'complete',
      score: 9,
      words: null,
      comment: 'Ana was here.',
      keyHash: null,
      invitationId,
      contactId: ana,
      persona: '',
      respondentKey: null,
      attributes: null,
      source: 'email',
      receivedAt: new Date('2026-03-04T12:00:00Z'),
      day: '2026-03-04',
    });
    expect(await nines()).toBe(1);
    await optOut(await proven(invitationId), { invitationId });
    expect(await eraseContact(a.scope, { id: ana })).toEqual({ id: ana, responses: 1 });
    expect(await nines()).toBe(0);
    expect(await findContact(a.scope, ana)).toBeNull();
    expect(await findInvitation(a.scope, invitationId)).toMatchObject({
      contactId: null,
      state: 'left_out',
      reason: 'erased',
    });
    expect(await optOut(await proven(invitationId), { invitationId })).toMatchObject({ optedOut: false });
    const again = await person(a, email);
    await expect(launch(a.scope, ours.placementId, [again])).rejects.toMatchObject({ code: 'conflict' });
    await expect(eraseContact(a.scope, { id: ana })).rejects.toMatchObject({ code: 'not_found' });
  });
});

async function person(workspace: TestWorkspace, email = `${randomUUID()}@example.com`): Promise<string> {
  await addContacts(workspace.scope, { contacts: [{ email, name: 'Ana' }] });
  const { contacts } = await listContacts(workspace.scope, { search: email, offset: 0, limit: 1 });
  return contacts[0]?.id ?? '';
}

function launch(scope: Scope, placementId: string, contactIds: string[]) {
  const text = { name: 'Spring', subject: 'How was it?', greeting: 'Hi {name},' };
  return launchCampaign(scope, { placementId, ...text, recipients: { contactIds } });
}

async function invite(contactId: string): Promise<string> {
  const { id } = await launch(a.scope, ours.placementId, [contactId]);
  return (await of(a.scope, id))[0]?.id ?? '';
}

function of(scope: Scope, campaignId: string) {
  return listInvitations(scope, { campaignId, state: null, offset: 0, limit: 100 });
}

async function proven(invitationId: string): Promise<Scope> {
  const found = await proveInvitation(invitationToken(SECRET, invitationId));
  if (!found) throw new Error('The token did not open its invitation.');
  return found.scope;
}

async function nines(): Promise<number> {
  const found = await rows<{ n: number }>(
    database().orm,
    sql`SELECT coalesce(sum(p9), 0)::int AS n FROM tallies WHERE lineage_id = ${ours.lineageId} AND facet = ''`,
  );
  return found[0]?.n ?? 0;
}
