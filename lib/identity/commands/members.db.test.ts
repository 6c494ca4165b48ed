import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { listApiKeys } from '@/db/queries/api-keys';
import { listInvites } from '@/db/queries/invites';
import { listMembers } from '@/db/queries/members';
import { findUser } from '@/db/queries/users';
import { getWorkspace, listWorkspacesOf } from '@/db/queries/workspaces';
import type { Scope } from '@/db/scope';
import { rowCount, testDatabase, testUser, testWorkspace } from '@/db/testing/database';
import { keyRoute } from '@/lib/gates/key';
import { json } from '@/lib/gates/reply';
import { newId } from '@/lib/id';
import { proveFounder, proveInvite, proveKey, proveMember } from '../prove';
import { acceptInvite } from './accept-invite';
import { changeRole } from './change-role';
import { foundWorkspace } from './found-workspace';
import { inviteMember } from './invite-member';
import { makeApiKey } from './make-api-key';
import { leaveWorkspace, removeMember } from './remove-member';
import { revokeApiKey } from './revoke-api-key';
import { settleWorkspace } from './settle-workspace';
import { withdrawInvite } from './withdraw-invite';

testDatabase();

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error) => error.code ?? String(error),
  );

const refusalOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    ({ code, message, errors }) => ({ code, message, errors }),
  );

const settings = { name: 'North', brand: 'Lumen', timeZone: 'Europe/Lisbon', language: 'de' as const };
const userIdOf = (scope: Scope) => (scope.actor.kind === 'member' ? scope.actor.userId : '');
const emailOf = async (userId: string) => (await findUser(userId))?.email ?? '';

describe('workspaces', () => {
  test('whoever founds a workspace owns it, and nobody else is in it', async () => {
    const userId = await testUser();
    const other = await testWorkspace();
    const { id, siteKey } = await foundWorkspace(proveFounder(userId), settings);
    expect(siteKey).toMatch(/^[0-9A-Za-z]{20}$/);
    const scope = await proveMember(userId, id);
    expect(scope?.actor).toMatchObject({ role: 'owner' });
    expect(await getWorkspace(scope as Scope)).toMatchObject({ ...settings, id, siteKey, minimumN: 5 });
    expect(await listWorkspacesOf(userId)).toEqual([{ id, name: 'North' }]);
    expect(await proveMember(other.userId, id)).toBeNull();
    expect(await proveMember(userId, other.workspaceId)).toBeNull();
  });

  test('settings are checked and change this workspace only', async () => {
    const [a, b] = [await testWorkspace({ name: 'A' }), await testWorkspace({ name: 'B' })];
    const whole = { ...settings, minimumN: 7, senderAddress: null, postalAddress: null, privacyUrl: null };
    await settleWorkspace(a.scope, whole);
    expect(await getWorkspace(a.scope)).toMatchObject(whole);
    expect((await getWorkspace(b.scope)).name).toBe('B');
    for (const wrong of [
      { timeZone: 'Mars/Base' },
      { language: 'xx' },
      { minimumN: 2 },
      { privacyUrl: 'javascript:alert(1)' },
      { senderAddress: 'a@b.example,c@d.example' },
      { name: '' },
      { siteKey: 'mine' },
    ]) {
      expect(await codeOf(settleWorkspace(a.scope, { ...whole, ...wrong } as never))).toBe('invalid');
    }
    expect(await getWorkspace(a.scope)).toMatchObject(whole);
  });
});

describe('roles', () => {
  test('viewers and editors can touch neither members, keys nor settings', async () => {
    const own = await testWorkspace();
    const before = await rowCount('audit_lines');
    for (const role of ['viewer', 'editor'] as const) {
      const scope = await own.as(role);
      const attempts = [
        settleWorkspace(scope, {} as never),
        inviteMember(scope, { email: 'x@example.com', role: 'viewer' }),
        withdrawInvite(scope, { id: newId() }),
        changeRole(scope, { userId: userIdOf(scope), role: 'owner' }),
        removeMember(scope, { userId: own.userId }),
        makeApiKey(scope, { name: 'Mine' }),
        revokeApiKey(scope, { id: newId() }),
      ];
      expect(await Promise.all(attempts.map(codeOf))).toEqual(attempts.map(() => 'forbidden'));
    }
    expect(await rowCount('audit_lines')).toBe(before);
  });

  test('a changed role holds from the next request on, and a removed member has none', async () => {
    const own = await testWorkspace();
    const userId = userIdOf(await own.as('editor'));
    await changeRole(own.scope, { userId, role: 'viewer' });
    expect((await proveMember(userId, own.workspaceId))?.actor).toMatchObject({ role: 'viewer' });
    await removeMember(own.scope, { userId });
    expect(await proveMember(userId, own.workspaceId)).toBeNull();
    expect(await listWorkspacesOf(userId)).toEqual([]);
  });

  test('the last owner cannot leave, be removed or be demoted, not even when two owners try at once', async () => {
    const own = await testWorkspace();
    expect(await codeOf(leaveWorkspace(own.scope, {}))).toBe('conflict');
    expect(await codeOf(removeMember(own.scope, { userId: own.userId }))).toBe('conflict');
    expect(await codeOf(changeRole(own.scope, { userId: own.userId, role: 'editor' }))).toBe('conflict');
    const second = await own.as('owner');
    const codes = await Promise.all([
      codeOf(changeRole(own.scope, { userId: own.userId, role: 'viewer' })),
      codeOf(leaveWorkspace(second, {})),
    ]);
    expect(codes.sort()).toEqual(['conflict', 'done']);
    expect((await listMembers(own.scope)).filter((member) => member.role === 'owner')).toHaveLength(1);
  });

  test('a member of another workspace is as unknown as nobody at all', async () => {
    const [own, other] = [await testWorkspace(), await testWorkspace()];
    const absent = newId();
    for (const attempt of [
      (userId: string) => changeRole(own.scope, { userId, role: 'editor' }),
      (userId: string) => removeMember(own.scope, { userId }),
    ]) {
      const refusal = await refusalOf(attempt(other.userId));
      expect(refusal).toMatchObject({ code: 'not_found' });
      expect(refusal).toEqual(await refusalOf(attempt(absent)));
    }
    expect(await listMembers(other.scope)).toHaveLength(1);
  });
});

describe('invites', () => {
  test('an invite works once, for the invited address, with its role', async () => {
    const [own, other] = [await testWorkspace(), await testWorkspace()];
    const invited = await testUser();
    const { token, id } = await inviteMember(own.scope, { email: await emailOf(invited), role: 'editor' });
    expect((await listInvites(own.scope, new Date())).map((invite) => invite.id)).toEqual([id]);
    expect(await listInvites(other.scope, new Date())).toEqual([]);

    const stranger = await testUser();
    const asStranger = await proveInvite(token, stranger);
    const strangers = await refusalOf(acceptInvite(asStranger?.scope as Scope, { inviteId: id }));
    expect(strangers).toMatchObject({ code: 'closed' });

    const proven = await proveInvite(token, invited);
    const codes = await Promise.all(
      Array.from({ length: 5 }, () => codeOf(acceptInvite(proven?.scope as Scope, { inviteId: id }))),
    );
    expect(codes.sort()).toEqual(['closed', 'closed', 'closed', 'closed', 'done']);
    expect((await proveMember(invited, own.workspaceId))?.actor).toMatchObject({ role: 'editor' });
    expect(await proveMember(stranger, own.workspaceId)).toBeNull();
    expect(await refusalOf(acceptInvite(proven?.scope as Scope, { inviteId: id }))).toEqual(strangers);
    expect(await listInvites(own.scope, new Date())).toEqual([]);
  });

  test('an expired, a withdrawn and a replaced invite are refused alike', async () => {
    const own = await testWorkspace();
    const invited = await testUser();
    const email = await emailOf(invited);
    const replaced = await inviteMember(own.scope, { email, role: 'owner' });
    const { id, token } = await inviteMember(own.scope, { email, role: 'viewer' });
    expect(await proveInvite(replaced.token, invited)).toBeNull();
    const scope = (await proveInvite(token, invited))?.scope as Scope;
    await own.scope.run((tx) =>
      tx.execute(sql`UPDATE invites SET expires_at = now() - interval '1 second' WHERE id = ${id}`),
    );
    expect(await codeOf(acceptInvite(scope, { inviteId: id }))).toBe('closed');
    const again = await inviteMember(own.scope, { email, role: 'viewer' });
    const late = (await proveInvite(again.token, invited))?.scope as Scope;
    await withdrawInvite(own.scope, { id: again.id });
    expect(await codeOf(acceptInvite(late, { inviteId: again.id }))).toBe('closed');
    expect(await proveMember(invited, own.workspaceId)).toBeNull();
  });

  test('an invite ends with its inviter’s membership, however that ends, and no other does', async () => {
    const [own, other] = [await testWorkspace(), await testWorkspace()];
    const [second, third] = [await own.as('owner'), await own.as('owner')];
    const invited = await testUser();
    const email = await emailOf(invited);
    const kept = await inviteMember(own.scope, { email: 'kept@example.com', role: 'viewer' });
    const accepted = await testUser();
    const used = await inviteMember(second, { email: await emailOf(accepted), role: 'viewer' });
    const toUsed = (await proveInvite(used.token, accepted))?.scope as Scope;
    await acceptInvite(toUsed, { inviteId: used.id });
    const { id, token } = await inviteMember(second, { email, role: 'owner' });
    const held = (await proveInvite(token, invited))?.scope as Scope;
    await inviteMember(other.scope, { email, role: 'viewer' });

    const removed = await removeMember(own.scope, { userId: userIdOf(second) });
    expect(removed).toEqual({ id: userIdOf(second), invitesEnded: 1 });
    expect(await proveInvite(token, invited)).toBeNull();
    expect(await codeOf(acceptInvite(held, { inviteId: id }))).toBe('closed');
    expect(await proveMember(accepted, own.workspaceId)).not.toBeNull();

    const late = await inviteMember(third, { email, role: 'editor' });
    expect(await leaveWorkspace(third, {})).toMatchObject({ invitesEnded: 1 });
    expect(await proveInvite(late.token, invited)).toBeNull();
    expect((await listInvites(own.scope, new Date())).map((one) => one.id)).toEqual([kept.id]);
    expect(await listInvites(other.scope, new Date())).toHaveLength(1);
    expect(await listMembers(own.scope)).toHaveLength(2);
  });

  test('an account that is deleted takes its open invites along', async () => {
    const own = await testWorkspace();
    const second = await own.as('owner');
    const invited = await testUser();
    const { token } = await inviteMember(second, { email: await emailOf(invited), role: 'viewer' });
    await database().orm.execute(sql`DELETE FROM users WHERE id = ${userIdOf(second)}`);
    expect(await proveInvite(token, invited)).toBeNull();
  });

  test('who belongs already is not invited, and an invite cannot be withdrawn from another workspace', async () => {
    const [own, other] = [await testWorkspace(), await testWorkspace()];
    const member = userIdOf(await own.as('viewer'));
    expect(await codeOf(inviteMember(own.scope, { email: await emailOf(member), role: 'owner' }))).toBe(
      'conflict',
    );
    const { id } = await inviteMember(own.scope, { email: 'late@example.com', role: 'owner' });
    const foreign = await refusalOf(withdrawInvite(other.scope, { id }));
    expect(foreign).toEqual(await refusalOf(withdrawInvite(other.scope, { id: newId() })));
    expect(await listInvites(own.scope, new Date())).toHaveLength(1);
  });
});

describe('API keys', () => {
  const ask = (scope: Scope) => json({ workspaceId: scope.workspaceId });
  const call = (headers: Record<string, string>) =>
    keyRoute(async (scope) => ask(scope))(new Request('http://localhost/api/v1/x', { headers }), {
      params: Promise.resolve({}),
    });

  test('a key opens its own workspace until it is revoked', async () => {
    const [own, other] = [await testWorkspace(), await testWorkspace()];
    const { id, key } = await makeApiKey(own.scope, { name: 'Reports' });
    expect(key).toMatch(/^mp_[0-9A-Za-z]{40}$/);
    expect(await listApiKeys(own.scope)).toMatchObject([{ id, name: 'Reports', hint: key.slice(-4) }]);
    expect(await listApiKeys(other.scope)).toEqual([]);
    expect(JSON.stringify(await listApiKeys(own.scope))).not.toContain(key.slice(3, -4));

    const reply = await call({ authorization: `Bearer ${key}` });
    expect([reply.status, await reply.json()]).toEqual([200, { workspaceId: own.workspaceId }]);

    const foreign = await refusalOf(revokeApiKey(other.scope, { id }));
    expect(foreign).toEqual(await refusalOf(revokeApiKey(other.scope, { id: newId() })));
    expect((await call({ authorization: `bearer ${key}` })).status).toBe(200);

    await revokeApiKey(own.scope, { id });
    expect((await call({ authorization: `Bearer ${key}` })).status).toBe(401);
    expect(await proveKey(key)).toBeNull();
    expect(await codeOf(revokeApiKey(own.scope, { id }))).toBe('not_found');
  });

  test.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearer mp_',
    'Bearer %',
    'Bearer %E0%A4%A',
    'Bearer mp_%00%00%00%00%00%00%00%00%00%00%00%00',
    `Bearer mp_${'x'.repeat(5000)}`,
    `Bearer mp_${'x'.repeat(40)}`,
    "Bearer mp_' OR 1=1 --",
    'Basic bXA6cGFzcw==',
    'Bearer a b c',
  ])('without a good key (%j) the reply is 401 with the way in', async (authorization) => {
    const reply = await call(authorization === undefined ? {} : { authorization });
    expect(reply.status).toBe(401);
    expect(reply.headers.get('www-authenticate')).toMatch(/^Bearer/);
    expect(reply.headers.get('content-type')).toContain('application/problem+json');
    expect(await reply.json()).toMatchObject({ status: 401, code: 'unauthorized' });
  });

  test('what a handler throws becomes a problem that tells nothing of the inside', async () => {
    const own = await testWorkspace();
    const { key } = await makeApiKey(own.scope, { name: 'Reports' });
    const said: unknown[] = [];
    const original = console.error;
    console.error = (line: unknown) => said.push(line);
    try {
      const reply = await keyRoute(async () => {
        throw new Error('secret detail');
      })(new Request('http://localhost/', { headers: { authorization: `Bearer ${key}` } }), {
        params: Promise.resolve({}),
      });
      expect(reply.status).toBe(500);
      expect(await reply.text()).not.toContain('secret detail');
      expect(String(said[0])).toContain(reply.headers.get('x-request-id') ?? 'no id');
    } finally {
      console.error = original;
    }
  });
});
