import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { rowCount, type TestWorkspace, testDatabase, testUser, testWorkspace } from '@/db/testing/database';
import { createUser } from '@/lib/identity/commands/create-user';
import { foundWorkspace } from '@/lib/identity/commands/found-workspace';
import { proveFounder, proveKey, proveMember } from '@/lib/identity/prove';
import { demoState, forgetDemo, holdsForeignWorkspace, markDemo, removeDemo } from './demo-mark';
import { DEMO_EMAIL, DEMO_PASSWORD, describeDemo } from './seed-demo';
import { seedStory } from './seed-story';
import { WORKSPACE } from './story';

testDatabase();

const URL = 'http://localhost:3000';

beforeEach(async () => {
  await database().orm.execute(sql`DELETE FROM workspaces`);
  await database().orm.execute(sql`DELETE FROM users`);
});

describe('what the demo may touch', () => {
  test('a database without workspaces is empty', async () => {
    expect(await demoState(database(), DEMO_EMAIL)).toEqual({ kind: 'empty' });
  });

  test('people without a workspace make a database foreign, unless they are the demo alone', async () => {
    await createUser({ email: DEMO_EMAIL, name: 'Demo', password: DEMO_PASSWORD });
    expect(await demoState(database(), DEMO_EMAIL)).toEqual({ kind: 'empty' });
    await testUser();
    expect(await demoState(database(), DEMO_EMAIL)).toEqual({ kind: 'foreign' });
  });

  test('a workspace without the mark is foreign, and removing the demo leaves it as it is', async () => {
    const a = await testWorkspace();
    expect(await demoState(database(), DEMO_EMAIL)).toEqual({ kind: 'foreign' });
    await removeDemo(database(), DEMO_EMAIL);
    expect(await proveMember(a.userId, a.workspaceId)).not.toBeNull();
    expect(await rowCount('workspaces')).toBe(1);
  });

  test('a marked workspace is unfinished until its story is told', async () => {
    const { workspaceId } = await demoWorkspace();
    await markDemo(workspaceId, false);
    expect(await demoState(database(), DEMO_EMAIL)).toEqual({ kind: 'unfinished' });
    await markDemo(workspaceId, true);
    expect(await demoState(database(), DEMO_EMAIL)).toEqual({ kind: 'seeded', workspaceId });
  });

  test('a demo that is to be forgotten is unfinished, and every other workspace stays unmarked', async () => {
    const { workspaceId } = await demoWorkspace();
    await markDemo(workspaceId, true);
    expect(await holdsForeignWorkspace(database())).toBe(false);
    await testWorkspace();
    await forgetDemo(database());
    expect(await demoState(database(), DEMO_EMAIL)).toEqual({ kind: 'unfinished' });
    expect(await holdsForeignWorkspace(database())).toBe(true);
  });

  test('removing the demo takes its workspace and its people, and nothing of another workspace', async () => {
    const { workspaceId } = await demoWorkspace();
    await markDemo(workspaceId, true);
    const other: TestWorkspace = await testWorkspace();
    await removeDemo(database(), DEMO_EMAIL);
    expect(await rowCount('workspaces')).toBe(1);
    expect(await rowCount('users')).toBe(1);
    expect(await proveMember(other.userId, other.workspaceId)).not.toBeNull();
  });
});

test('a demo describes itself with open surveys and an API key that stays the same while it works', async () => {
  const { workspaceId, userId } = await demoWorkspace();
  const scope = await proveMember(userId, workspaceId);
  if (!scope) throw new Error('The demo member was not let in.');
  await seedStory(scope, new Date('2026-06-30T15:00:00Z'));
  const first = await describeDemo(workspaceId, URL, null);
  expect(first).toMatchObject({ url: URL, email: DEMO_EMAIL, password: DEMO_PASSWORD, workspaceId });
  expect(first.answerUrl).toBe(`${URL}/a/${first.placements.link}`);
  expect(first.placementInfo).toMatchObject({
    link: { metric: 'emotion' },
    email: { metric: 'nps' },
    widget: { metric: 'ces' },
  });
  expect((await proveKey(first.apiKey))?.workspaceId).toBe(workspaceId);
  expect(await describeDemo(workspaceId, URL, first.apiKey)).toEqual(first);
  const renewed = await describeDemo(workspaceId, URL, 'mp_unknownunknownunknownunknown');
  expect(renewed.apiKey).not.toBe(first.apiKey);
  expect((await proveKey(renewed.apiKey))?.workspaceId).toBe(workspaceId);
}, 120_000);

async function demoWorkspace(): Promise<{ userId: string; workspaceId: string }> {
  const { id: userId } = await createUser({ email: DEMO_EMAIL, name: 'Demo', password: DEMO_PASSWORD });
  const founder = proveFounder(userId);
  await foundWorkspace(founder, WORKSPACE);
  return { userId, workspaceId: founder.workspaceId };
}
