import { beforeAll, expect, test, vi } from 'vitest';
import type { MapEdit } from '@/components/journey/edits';
import { findTree } from '@/db/queries/journeys';
import type { Scope } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { problemFor } from '@/lib/gates/reply';
import type { SignedIn } from '@/lib/gates/session';
import { createJourney } from '@/lib/journey/commands/journey';
import { addPersona } from '@/lib/journey/commands/persona';
import { saveEdit } from './(dashboard)/journeys/[id]/actions';

/**
 * Every server action of every page, found by itself. Anybody who is signed in can call one with anything, so whatever
 * comes instead of what its page sends has to end in a refusal that the page can show, and never in a fault.
 */

testDatabase();

const caller = vi.hoisted(() => ({ scope: null as unknown, user: null as unknown }));

// Only who is asking is made up here, because there is no request; what the actions do is real.
vi.mock('@/lib/gates/member', async (original) => {
  const { proveFounder } = await import('@/lib/identity/prove');
  return {
    ...(await original<object>()),
    memberAction: (body: (member: unknown, ...args: unknown[]) => Promise<unknown>) =>
      asAction((...args) => body({ ...caller, workspace: { id: 'w', name: 'Test' } }, ...args)),
    selectWorkspace: async () => {},
    founderScope: (user: SignedIn) => proveFounder(user.id),
  };
});
vi.mock('@/lib/gates/session', () => ({
  guestAction: (body: (guest: unknown, ...args: unknown[]) => Promise<unknown>) =>
    asAction((...args) => body({ peer: '127.0.0.1', user: caller.user }, ...args)),
  startSession: async () => {},
  endSession: async () => {},
}));
vi.mock('@/lib/gates/language', async () => {
  const { ENGLISH } = await import('@/lib/translate');
  return { readTongue: async () => 'en', readText: async () => ENGLISH };
});
vi.mock('next/cache', () => ({ refresh: () => {}, revalidatePath: () => {} }));

function asAction(body: (...args: unknown[]) => Promise<unknown>) {
  return async (...args: unknown[]) => {
    try {
      return { ok: true, value: await body(...args) };
    } catch (error) {
      if (isRedirect(error)) throw error;
      return { ok: false, problem: problemFor(error, 'test') };
    }
  };
}

const isRedirect = (error: unknown): boolean =>
  error instanceof Error && String((error as Error & { digest?: string }).digest).startsWith('NEXT_REDIRECT');

type Action = (...args: unknown[]) => Promise<unknown>;
const texts = import.meta.glob<string>('./**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true });
const files = Object.keys(texts).filter((file) => /^\s*['"]use server['"]/.test(texts[file] ?? ''));
const loaders = import.meta.glob<Record<string, Action>>('./**/*.ts');
const modules = Object.fromEntries(
  await Promise.all(files.map(async (file) => [file, await loaders[file]?.()] as const)),
);
const actions = files.flatMap((file) =>
  Object.entries(modules[file] ?? {}).map(([name, run]) => ({ name: `${file} ${name}`, run })),
);

const deep = Array.from({ length: 2000 }).reduce<unknown>((inner) => [inner], 'a');
const round: Record<string, unknown> = { kind: 'editJourney' };
round.patch = round;
const GARBAGE: [string, unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 5],
  ['NUL', 'a\0b'],
  ['a list', []],
  ['an object', {}],
  ['a deep list', deep],
  ['an object that holds itself', round],
  ['an object that is no text', { toString: 5, valueOf: 5 }],
  ['an edit of a wrong type', { kind: 'editJourney', id: 5, patch: [null] }],
  ['an edit without parts', { kind: 'moveTouchpoint' }],
  ['an unknown edit', { kind: '__proto__' }],
  ['a date', new Date(Number.NaN)],
  ['a map', new Map([['id', 1]])],
  ['a large number', 10n ** 40n],
];

/** Actions that ask nothing of what is sent. */
const NEEDS_NOTHING = /signOutAction|switchWorkspaceAction/;

/** Actions that only read, and the same whatever is sent. */
const READS = /copyPlaces|showIdentityKeyAction/;

beforeAll(async () => {
  const { scope, userId } = await testWorkspace();
  caller.scope = scope as Scope;
  caller.user = { id: userId, name: 'Test person', email: 'test@example.com' };
});

test('every file of server actions was found and can be called', () => {
  expect(files.length).toBeGreaterThanOrEqual(9);
  expect(files.filter((file) => !modules[file])).toEqual([]);
  expect(actions.length).toBeGreaterThan(30);
});

test.each(actions)('$name refuses what its page never sends', async ({ name, run }) => {
  for (const [what, garbage] of GARBAGE) {
    const reply = await run(garbage, garbage, garbage).catch((error) => {
      if (!isRedirect(error)) throw error;
      return 'led on';
    });
    if (NEEDS_NOTHING.test(name)) expect(reply, what).toBe('led on');
    else if (READS.test(name)) expect(reply, what).toMatchObject({ ok: true });
    else expect(problemOf(reply, what), what).toBeLessThan(500);
  }
});

/** All that the map draws, without how often it was changed. */
const drawn = async (scope: Scope, id: string) => ({ ...(await findTree(scope, id)), revision: 0 });

test('an edit of a whole journey is taken back, and done again, by what its saving returned', async () => {
  const scope = caller.scope as Scope;
  const personas = [await addPersona(scope, { name: 'Mover' }), await addPersona(scope, { name: 'Renter' })];
  const [mover, renter] = personas.map(({ id }) => id) as [string, string];
  const { id } = await createJourney(scope, { title: 'Old', personaIds: [mover, renter] });
  const patch = { title: 'New', startTrigger: 'A move', endOutcome: 'Online', personaIds: [renter] };
  for (const edit of [
    { kind: 'editJourney', id, patch },
    { kind: 'retireJourney', id },
  ] as MapEdit[]) {
    const before = await drawn(scope, id);
    const undo = await saved(edit);
    const after = await drawn(scope, id);
    expect(after).not.toEqual(before);
    const redo = await saved(undo);
    expect(await drawn(scope, id)).toEqual(before);
    await saved(redo);
    expect(await drawn(scope, id)).toEqual(after);
  }
});

test('a journey is not retired by who only looks at it', async () => {
  const workspace = await testWorkspace();
  const { id } = await createJourney(workspace.scope, { title: 'Kept' });
  const owner = caller.scope;
  caller.scope = await workspace.as('viewer');
  const reply = await saveEdit({ kind: 'retireJourney', id });
  caller.scope = owner;
  expect(reply).toMatchObject({ ok: false, problem: { status: 403 } });
  expect((await findTree(workspace.scope, id))?.retired).toBe(false);
});

/** Saves an edit; returns the one that takes it back. */
async function saved(edit: MapEdit): Promise<MapEdit> {
  const reply = await saveEdit(edit);
  if (!reply.ok) throw new Error(reply.problem.title);
  return reply.value.undo;
}

/** The status of the refusal that an action gave; 0 for one that is a sentence. */
function problemOf(reply: unknown, what: string): number {
  if (typeof reply === 'string' && reply !== 'led on') {
    expect(reply, what).not.toMatch(/^Something failed/);
    return 0;
  }
  const result = (reply as { result?: unknown })?.result ?? reply;
  expect(result, what).toMatchObject({ ok: false, problem: { status: expect.any(Number) } });
  return (result as { problem: { status: number } }).problem.status;
}
