import { sql } from 'drizzle-orm';
import { afterEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { findTree } from '@/db/queries/journeys';
import { MAPS_CHANNEL } from '@/db/queries/notices';
import { findRemark, findRemarkForMail, listRemarks } from '@/db/queries/remarks';
import { findShare, listShares } from '@/db/queries/shares';
import { rows, type Scope } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { hashOf, newId } from '../id';
import { proveShare } from '../identity/prove';
import { may, PERMISSIONS, type Permission } from '../identity/rules';
import { isPassword } from '../password';
import { addChannel, renameChannel } from './commands/channel';
import { createJourney, editJourney } from './commands/journey';
import { addPersona, editPersona } from './commands/persona';
import { addRemark, editRemark, removeRemark, reopenRemark, resolveRemark } from './commands/remark';
import { editShare, makeShare, revokeShare } from './commands/share';
import { addStage, editStage } from './commands/stage';
import { addStatement } from './commands/statement';
import { addTeam, renameTeam } from './commands/team';
import { addTouchpoint, editTouchpoint } from './commands/touchpoint';
import { mailMention } from './jobs';

testDatabase();

const NOT_FOUND = { code: 'not_found' };

async function smallMap(scope: Scope) {
  const journey = await createJourney(scope, { title: 'Shared' });
  const stage = await addStage(scope, { journeyId: journey.id, title: 'One' });
  const touchpoint = await addTouchpoint(scope, { stageId: stage.id, title: 'Old name' });
  return { journeyId: journey.id, stageId: stage.id, touchpointId: touchpoint.id };
}

const titleAt = async (scope: Scope, journeyId: string) =>
  (await findTree(scope, journeyId))?.touchpoints[0]?.title;

describe('two writers at once', () => {
  test('of the same field: one is saved, the other is told both values, and nothing of theirs is lost', async () => {
    const workspace = await testWorkspace();
    const { journeyId, touchpointId: id } = await smallMap(workspace.scope);
    const others = [workspace.scope, await workspace.as('editor')];
    const ended = await Promise.allSettled(
      others.map((scope, at) =>
        editTouchpoint(scope, { id, title: `Name ${at}`, seen: { title: 'Old name' } }),
      ),
    );
    const saved = await titleAt(workspace.scope, journeyId);
    const lost = ended.findIndex(({ status }) => status === 'rejected');
    expect(ended.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(saved).toBe(`Name ${1 - lost}`);
    expect((ended[lost] as PromiseRejectedResult).reason).toMatchObject({
      code: 'conflict',
      theirs: { title: saved },
    });
    // Having seen theirs, the second may decide for their own.
    await editTouchpoint(others[lost] as Scope, { id, title: `Name ${lost}`, seen: { title: saved } });
    expect(await titleAt(workspace.scope, journeyId)).toBe(`Name ${lost}`);
  });

  test('of different fields: both are saved', async () => {
    const workspace = await testWorkspace();
    const { journeyId, touchpointId: id } = await smallMap(workspace.scope);
    const other = await workspace.as('editor');
    await Promise.all([
      editTouchpoint(workspace.scope, { id, title: 'New name', seen: { title: 'Old name' } }),
      editTouchpoint(other, { id, promise: 'Within a day', seen: { promise: '' } }),
    ]);
    expect((await findTree(workspace.scope, journeyId))?.touchpoints[0]).toMatchObject({
      title: 'New name',
      promise: 'Within a day',
    });
  });

  test('of a stage and of a journey are refused the same way', async () => {
    const workspace = await testWorkspace();
    const { journeyId, stageId } = await smallMap(workspace.scope);
    await editStage(workspace.scope, { id: stageId, title: 'Theirs' });
    await editJourney(workspace.scope, { id: journeyId, objective: 'Theirs' });
    const conflict = (theirs: object) => ({ code: 'conflict', theirs });
    await expect(
      editStage(workspace.scope, { id: stageId, title: 'Mine', seen: { title: 'One' } }),
    ).rejects.toMatchObject(conflict({ title: 'Theirs' }));
    await expect(
      editJourney(workspace.scope, { id: journeyId, objective: 'Mine', seen: { objective: '' } }),
    ).rejects.toMatchObject(conflict({ objective: 'Theirs' }));
  });
});

describe('what is announced of a map', () => {
  let stop = async () => {};
  afterEach(() => stop());

  test('comes once per committed edit with the revision and who made it, and never of a refused one', async () => {
    const workspace = await testWorkspace();
    const { journeyId, touchpointId: id } = await smallMap(workspace.scope);
    const heard: unknown[] = [];
    stop = await database().listen(MAPS_CHANNEL, (payload) => heard.push(JSON.parse(payload)));
    await expect(
      editTouchpoint(workspace.scope, { id, title: 'Mine', seen: { title: 'Never seen' } }),
    ).rejects.toMatchObject({ code: 'conflict' });
    await editTouchpoint(workspace.scope, { id, title: 'New name' });
    await addRemark(workspace.scope, { journeyId, text: 'Hello' });
    const revision = (await findTree(workspace.scope, journeyId))?.revision;
    const about = { w: workspace.workspaceId, j: journeyId };
    await expect
      .poll(() => heard)
      .toEqual([
        { ...about, r: revision, by: workspace.userId },
        { ...about, r: null, by: null },
      ]);
  });

  test('comes to each map that shows a persona, channel or team whose name changed, and counts no revision', async () => {
    const workspace = await testWorkspace();
    const { scope } = workspace;
    const [one, two] = [await smallMap(scope), await smallMap(scope)];
    const [three, aside] = [await smallMap(scope), await smallMap(scope)];
    const maps = [one, two, three, aside];
    const [persona, spoken] = [
      await addPersona(scope, { name: 'Ana' }),
      await addPersona(scope, { name: 'Bo' }),
    ];
    const [owner, helper] = [await addTeam(scope, { name: 'Owns' }), await addTeam(scope, { name: 'Helps' })];
    const { key } = await addChannel(scope, { label: 'Fax' });
    await editJourney(scope, { id: one.journeyId, personaIds: [persona.id] });
    const said = { text: 'Slow', kind: 'pain' as const, personaId: spoken.id };
    await addStatement(scope, { journeyId: two.journeyId, ...said });
    await editStage(scope, { id: one.stageId, ownerTeamId: owner.id });
    await editTouchpoint(scope, { id: two.touchpointId, ownerTeamId: owner.id, channels: [key] });
    await editTouchpoint(scope, { id: three.touchpointId, contributorTeamIds: [helper.id] });
    const revisions = new Map<string, number | undefined>();
    for (const { journeyId } of maps) revisions.set(journeyId, (await findTree(scope, journeyId))?.revision);
    // Another workspace with a team of its own must not hear of it.
    await smallMap((await testWorkspace()).scope);

    const heard: { j: string }[] = [];
    stop = await database().listen(MAPS_CHANNEL, (payload) => heard.push(JSON.parse(payload)));
    const about = (...told: { journeyId: string }[]) =>
      told.map(({ journeyId: j }) => ({
        ...{ w: workspace.workspaceId, j, r: revisions.get(j), by: workspace.userId },
      }));
    const hears = async (change: Promise<unknown>, ...told: { journeyId: string }[]) => {
      await change;
      const sorted = (list: { j: string }[]) => [...list].sort((a, b) => a.j.localeCompare(b.j));
      await expect.poll(() => sorted(heard)).toEqual(sorted(about(...told)));
      heard.length = 0;
    };
    await hears(editPersona(scope, { id: persona.id, name: 'Anna' }), one);
    await hears(editPersona(scope, { id: spoken.id, summary: 'In a hurry' }), two);
    await hears(renameChannel(scope, { key, label: 'Telefax' }), two);
    await hears(renameTeam(scope, { id: owner.id, name: 'Owners' }), one, two);
    await expect(renameTeam(scope, { id: owner.id, name: 'Helps' })).rejects.toMatchObject({
      code: 'conflict',
    });
    await hears(renameTeam(scope, { id: helper.id, name: 'Helpers' }), three);
    for (const { journeyId } of maps)
      expect((await findTree(scope, journeyId))?.revision).toBe(revisions.get(journeyId));
  });
});

describe('the discussion of a map', () => {
  test('viewers take part; everything said is listed in order with who said it and where', async () => {
    const workspace = await testWorkspace();
    const { journeyId, touchpointId } = await smallMap(workspace.scope);
    const viewer = await workspace.as('viewer');
    const first = await addRemark(viewer, { journeyId, text: ' About the whole ' });
    const second = await addRemark(workspace.scope, { journeyId, touchpointId, text: 'About this' });
    expect(await listRemarks(workspace.scope, journeyId)).toMatchObject([
      { id: first.id, text: 'About the whole', author: 'Test person', touchpointTitle: null },
      { id: second.id, text: 'About this', touchpointId, touchpointTitle: 'Old name' },
    ]);
  });

  test('a remark is changed by its writer only, and removed by them or an owner', async () => {
    const workspace = await testWorkspace();
    const { journeyId } = await smallMap(workspace.scope);
    const [one, two] = [await workspace.as('viewer'), await workspace.as('editor')];
    const { id } = await addRemark(one, { journeyId, text: 'Mine' });
    await expect(editRemark(two, { id, text: 'Yours' })).rejects.toMatchObject({ code: 'forbidden' });
    await expect(editRemark(workspace.scope, { id, text: 'Yours' })).rejects.toMatchObject({
      code: 'forbidden',
    });
    await expect(removeRemark(two, { id })).rejects.toMatchObject({ code: 'forbidden' });
    await editRemark(one, { id, text: 'Still mine' });
    expect(await findRemark(one, id)).toMatchObject({ text: 'Still mine', editedAt: expect.any(Date) });
    await removeRemark(workspace.scope, { id });
    expect(await findRemark(one, id)).toBeNull();
    expect(await listRemarks(one, journeyId)).toEqual([]);
    await expect(editRemark(one, { id, text: 'Back' })).rejects.toMatchObject(NOT_FOUND);
  });

  test('what is dealt with can be opened again, by anybody who takes part', async () => {
    const workspace = await testWorkspace();
    const { journeyId } = await smallMap(workspace.scope);
    const { id } = await addRemark(workspace.scope, { journeyId, text: 'Fix this' });
    const viewer = await workspace.as('viewer');
    await resolveRemark(viewer, { id });
    expect((await findRemark(viewer, id))?.resolvedAt).toBeInstanceOf(Date);
    await reopenRemark(viewer, { id });
    expect((await findRemark(viewer, id))?.resolvedAt).toBeNull();
  });

  test('a member who is named gets one mail however often the remark is changed, and nobody one about themselves', async () => {
    const workspace = await testWorkspace();
    const { journeyId } = await smallMap(workspace.scope);
    const named = await workspace.as('editor');
    const userId = named.actor.kind === 'member' ? named.actor.userId : '';
    const mentions = [userId, workspace.userId, userId];
    const { id } = await addRemark(workspace.scope, { journeyId, text: 'Look', mentions });
    await editRemark(workspace.scope, { id, text: 'Look again', mentions });
    const jobs = await workspace.scope.run((tx) =>
      rows<{ payload: unknown }>(
        tx,
        sql`SELECT payload FROM jobs WHERE workspace_id = ${workspace.workspaceId} AND kind = 'mention.letter'`,
      ),
    );
    expect(jobs.map(({ payload }) => payload)).toEqual([{ remarkId: id, userId }]);
    expect((await findRemark(named, id))?.mentions).toEqual([userId, workspace.userId]);
    expect(await mailMention.run(workspace.scope, { remarkId: id, userId })).toEqual({ next: 'done' });
  });

  test('another workspace neither sees nor names anything of it', async () => {
    const [mine, other] = [await testWorkspace(), await testWorkspace()];
    const { journeyId, touchpointId } = await smallMap(mine.scope);
    const { id } = await addRemark(mine.scope, { journeyId, text: 'Ours' });
    expect(await listRemarks(other.scope, journeyId)).toEqual([]);
    expect(await findRemark(other.scope, id)).toBeNull();
    expect(await findRemarkForMail(other.scope, id)).toBeNull();
    const theirs = await smallMap(other.scope);
    for (const input of [
      { journeyId, text: 'No' },
      { journeyId: theirs.journeyId, touchpointId, text: 'No' },
      { journeyId: theirs.journeyId, text: 'No', mentions: [mine.userId] },
    ]) {
      await expect(addRemark(other.scope, input)).rejects.toMatchObject(NOT_FOUND);
    }
    await expect(removeRemark(other.scope, { id })).rejects.toMatchObject(NOT_FOUND);
  });
});

describe('a share link', () => {
  test('lets its holder in as a guest who may do nothing, and is stored as a hash only', async () => {
    const workspace = await testWorkspace();
    const { journeyId } = await smallMap(workspace.scope);
    const { id, token } = await makeShare(workspace.scope, { journeyId, name: 'For the board' });
    const proven = await proveShare(token);
    expect(proven).toMatchObject({ shareId: id, scope: { workspaceId: workspace.workspaceId } });
    for (const permission of Object.keys(PERMISSIONS) as Permission[]) {
      expect(may(proven?.scope.actor ?? { kind: 'clock' }, permission), permission).toBe(false);
    }
    const stored = await workspace.scope.run((tx) =>
      rows<{ kept: string; hash: string }>(
        tx,
        sql`SELECT s::text AS kept, encode(token_hash, 'hex') AS hash FROM shares s WHERE id = ${id}`,
      ),
    );
    expect(stored[0]?.hash).toBe(Buffer.from(hashOf(token)).toString('hex'));
    expect(stored[0]?.kept).not.toContain(token);
    const log = await workspace.scope.run((tx) =>
      rows<{ line: string }>(
        tx,
        sql`SELECT a::text AS line FROM audit_lines a WHERE workspace_id = ${workspace.workspaceId}`,
      ),
    );
    expect(log.map(({ line }) => line).join()).not.toContain(token);
  });

  test.each(['', 'short', 'x'.repeat(24), `${'x'.repeat(23)}'`, 'x'.repeat(5000)])(
    'an unknown token opens nothing: %.30s',
    async (token) => {
      expect(await proveShare(token)).toBeNull();
    },
  );

  test('opens nothing once it is revoked or has expired, and lives on when its time is set anew', async () => {
    const workspace = await testWorkspace();
    const { journeyId } = await smallMap(workspace.scope);
    const { id, token } = await makeShare(workspace.scope, { journeyId, name: 'For a week', days: 7 });
    expect(await proveShare(token)).not.toBeNull();
    await workspace.scope.run((tx) =>
      rows(tx, sql`UPDATE shares SET expires_at = now() - interval '1 second' WHERE id = ${id}`),
    );
    expect(await proveShare(token)).toBeNull();
    await editShare(workspace.scope, { id, days: null });
    expect(await proveShare(token)).not.toBeNull();
    await revokeShare(workspace.scope, { id });
    expect(await proveShare(token)).toBeNull();
    await expect(editShare(workspace.scope, { id, days: 7 })).rejects.toMatchObject(NOT_FOUND);
    expect(await listShares(workspace.scope, journeyId)).toEqual([]);
  });

  test('its password is kept as a slow hash, and a framed map has none', async () => {
    const workspace = await testWorkspace();
    const { journeyId } = await smallMap(workspace.scope);
    const password = 'a good password';
    const { id } = await makeShare(workspace.scope, { journeyId, name: 'Locked', password });
    const share = await findShare(workspace.scope, id);
    expect(share?.passwordHash).toMatch(/^\$argon2id\$/);
    expect(await isPassword(password, share?.passwordHash ?? null)).toBe(true);
    expect(await listShares(workspace.scope, journeyId)).toMatchObject([{ id, locked: true }]);
    expect(JSON.stringify(await listShares(workspace.scope, journeyId))).not.toContain('argon2');
    const refused = { code: 'invalid', errors: [{ path: 'password' }] };
    await expect(editShare(workspace.scope, { id, embeddable: true })).rejects.toMatchObject(refused);
    await expect(
      makeShare(workspace.scope, { journeyId, name: 'Both', password, embeddable: true }),
    ).rejects.toMatchObject(refused);
    await editShare(workspace.scope, { id, embeddable: true, password: null });
    expect(await findShare(workspace.scope, id)).toMatchObject({ embeddable: true, passwordHash: null });
  });

  test('is made, changed, revoked and seen in its own workspace only, and not by viewers', async () => {
    const [mine, other] = [await testWorkspace(), await testWorkspace()];
    const { journeyId } = await smallMap(mine.scope);
    const { id } = await makeShare(mine.scope, { journeyId, name: 'Ours' });
    expect(await findShare(other.scope, id)).toBeNull();
    expect(await listShares(other.scope, journeyId)).toEqual([]);
    await expect(makeShare(other.scope, { journeyId, name: 'Theirs' })).rejects.toMatchObject(NOT_FOUND);
    await expect(revokeShare(other.scope, { id })).rejects.toMatchObject(NOT_FOUND);
    await expect(revokeShare(mine.scope, { id: newId() })).rejects.toMatchObject(NOT_FOUND);
    await expect(
      makeShare(await mine.as('viewer'), { journeyId, name: 'By a viewer' }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});
