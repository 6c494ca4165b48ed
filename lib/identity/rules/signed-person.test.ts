import { createHmac } from 'node:crypto';
import { SignJWT, UnsecuredJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { goodIdentityKeys, identityKey, knownPerson } from './signed-person';

const SECRET = 's'.repeat(40);
const WORKSPACE = '0198c0de-0000-7000-8000-000000000001';
const NOW = new Date('2026-05-01T12:00:00Z');
const seconds = NOW.getTime() / 1000;
const key = identityKey(SECRET, WORKSPACE, 3);
const by = {
  keys: goodIdentityKeys(SECRET, WORKSPACE, 3),
  workspaceId: WORKSPACE,
  required: false,
  now: NOW,
};
const hashOf = (id: string, withKey = key) => createHmac('sha256', withKey).update(id).digest('hex');

const token = (
  claims: Record<string, unknown> = {},
  { withKey = key, alg = 'HS256', without = '' }: { withKey?: string; alg?: string; without?: string } = {},
) => {
  const payload = Object.fromEntries(
    Object.entries({ sub: 'u1', aud: WORKSPACE, exp: seconds + 600, ...claims }).filter(
      ([name]) => name !== without,
    ),
  );
  return new SignJWT(payload).setProtectedHeader({ alg }).sign(Buffer.from(withKey));
};

describe('an id with its hash', () => {
  test('is verified; what is said beside it is not signed and stays so', async () => {
    expect(
      await knownPerson({ id: 'u1', traits: { plan: 'pro', age: 3, vip: true }, hash: hashOf('u1') }, by),
    ).toEqual({
      identity: 'verified',
      respondentKey: 'u1',
      attributes: { 'unverified:plan': 'pro', 'unverified:age': 3, 'unverified:vip': 'true' },
    });
  });

  test('is good with the key before, until the next replacement', async () => {
    const before = { id: 'u1', hash: hashOf('u1', identityKey(SECRET, WORKSPACE, 2)) };
    const older = { id: 'u1', hash: hashOf('u1', identityKey(SECRET, WORKSPACE, 1)) };
    expect((await knownPerson(before, by))?.identity).toBe('verified');
    expect((await knownPerson(older, by))?.identity).toBe('unverified');
  });

  test('of another id, or of another workspace, signs nobody', async () => {
    const foreign = identityKey(SECRET, '0198c0de-0000-7000-8000-000000000002', 3);
    for (const hash of [hashOf('u2'), hashOf('u1', foreign), '0'.repeat(64)]) {
      expect(await knownPerson({ id: 'u1', hash }, by)).toEqual({
        identity: 'unverified',
        respondentKey: 'unverified:u1',
        attributes: null,
      });
      expect(await knownPerson({ id: 'u1', traits: { a: 1 }, hash }, { ...by, required: true })).toBeNull();
    }
  });

  test('keeps only the id where the workspace takes signed people only', async () => {
    const person = { id: 'u1', traits: { plan: 'pro' }, hash: hashOf('u1') };
    expect(await knownPerson(person, { ...by, required: true })).toEqual({
      identity: 'verified',
      respondentKey: 'u1',
      attributes: null,
    });
  });
});

describe('an id without a hash', () => {
  test('is kept apart from every verified one, and not at all where signatures are required', async () => {
    const person = { id: 'u1', traits: { plan: 'pro' } };
    expect(await knownPerson(person, by)).toEqual({
      identity: 'unverified',
      respondentKey: 'unverified:u1',
      attributes: { 'unverified:plan': 'pro' },
    });
    expect(await knownPerson(person, { ...by, required: true })).toBeNull();
    expect(await knownPerson(undefined, by)).toBeNull();
  });
});

describe('a token', () => {
  test('signs the id and everything said with it', async () => {
    const verified = { identity: 'verified', respondentKey: 'u1', attributes: { plan: 'pro', vip: 'true' } };
    const person = { token: await token({ traits: { plan: 'pro', vip: true } }) };
    expect(await knownPerson(person, by)).toEqual(verified);
    expect(await knownPerson(person, { ...by, required: true })).toEqual(verified);
    expect(await knownPerson({ token: await token({ traits: 'x' }) }, by)).toEqual({
      identity: 'verified',
      respondentKey: 'u1',
      attributes: null,
    });
    const before = { token: await token({}, { withKey: identityKey(SECRET, WORKSPACE, 2) }) };
    expect((await knownPerson(before, by))?.respondentKey).toBe('u1');
  });

  test('says nothing where anything about it is wrong', async () => {
    const whole = await token();
    const [head, body] = whole.split('.') as [string, string];
    const other = Buffer.from(JSON.stringify({ sub: 'u2', aud: WORKSPACE, exp: seconds + 60 })).toString(
      'base64url',
    );
    const bad = [
      await token({ exp: seconds - 61 }),
      await token({ exp: seconds + 15 * 60 + 61 }),
      await token({}, { without: 'exp' }),
      await token({}, { without: 'sub' }),
      await token({}, { without: 'aud' }),
      await token({ sub: '  ' }),
      await token({ sub: 'x'.repeat(201) }),
      await token({ aud: '0198c0de-0000-7000-8000-000000000002' }),
      await token({ nbf: seconds + 600 }),
      await token({}, { alg: 'HS512' }),
      await token({}, { withKey: 'k'.repeat(43) }),
      new UnsecuredJWT({ sub: 'u1', aud: WORKSPACE, exp: seconds + 60 }).encode(),
      whole.slice(0, -2),
      `${head}.${other}.${whole.split('.')[2]}`,
      `${head}.${body}.`,
      'no token at all, really',
    ];
    for (const one of bad) expect(await knownPerson({ token: one }, by)).toBeNull();
  });
});

test('a key depends on the secret, the workspace and how often it was replaced', () => {
  const keys = [
    key,
    identityKey(SECRET, WORKSPACE, 4),
    identityKey('t'.repeat(40), WORKSPACE, 3),
    identityKey(SECRET, '0198c0de-0000-7000-8000-000000000002', 3),
  ];
  expect(new Set(keys).size).toBe(4);
  for (const one of keys) expect(one).toMatch(/^[\w-]{43}$/);
  expect(goodIdentityKeys(SECRET, WORKSPACE, 1)).toEqual([identityKey(SECRET, WORKSPACE, 1)]);
});
