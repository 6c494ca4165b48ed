import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { authAdapter } from '@/db/auth-adapter';
import { database } from '@/db/client';
import { insertSession } from '@/db/queries/sessions';
import { findUser, findUserByEmail } from '@/db/queries/users';
import { rows } from '@/db/scope';
import { testDatabase, testUser } from '@/db/testing/database';
import { newId } from '@/lib/id';
import { SIGN_IN_LIMITS } from '@/lib/limits';
import { createUser } from './create-user';
import { makeSignInLink } from './make-sign-in-link';
import { redeemSignInLink } from './redeem-sign-in-link';
import { chooseTongue } from './rename';
import { setPassword } from './set-password';
import { signIn } from './sign-in';

testDatabase();

const DAY_MS = 86_400_000;
const password = 'a long enough phrase';
let peers = 0;
/** Each test comes from networks of its own, because the limits live as long as the process. */
function peer(): string {
  peers += 1;
  return `192.0.2.${peers}`;
}
const address = () => `${newId()}@example.com`;

async function person(): Promise<{ id: string; email: string }> {
  const email = address();
  return { ...(await createUser({ email, name: 'Ana', password })), email };
}

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'let in',
    (error) => error.code,
  );

describe('signing in with a password', () => {
  test('lets the right password in, whatever the spelling of the address', async () => {
    const { id, email } = await person();
    expect(await signIn({ email: ` ${email.toUpperCase()} `, password }, peer())).toEqual({ id });
    expect((await findUser(id))?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  test('a wrong password, an unknown address and an account without a password get the same refusal', async () => {
    const { email } = await person();
    const without = (await findUser(await testUser()))?.email ?? '';
    const refusals = await Promise.all(
      [email, address(), without].map((one) =>
        signIn({ email: one, password: 'another long phrase' }, peer()).catch((error) => ({
          code: error.code,
          message: error.message,
          errors: error.errors,
        })),
      ),
    );
    expect(refusals[0]).toMatchObject({ code: 'invalid' });
    expect(refusals[1]).toEqual(refusals[0]);
    expect(refusals[2]).toEqual(refusals[0]);
  });

  test('every character of a password counts, and its length is its only rule', async () => {
    const email = address();
    const odd = ' Ünïcode  spaces ';
    await createUser({ email, name: 'Ana', password: odd });
    expect(await codeOf(signIn({ email, password: odd }, peer()))).toBe('let in');
    expect(await codeOf(signIn({ email, password: odd.trim() }, peer()))).toBe('invalid');
    expect(await codeOf(createUser({ email: address(), name: 'Ana', password: 'x'.repeat(9) }))).toBe(
      'invalid',
    );
    expect(await codeOf(createUser({ email: address(), name: 'Ana', password: 'x'.repeat(129) }))).toBe(
      'invalid',
    );
    expect(await codeOf(createUser({ email: address(), name: 'Ana', password: 'x'.repeat(128) }))).toBe(
      'let in',
    );
  });

  test('an address has one account, also when asked for many times at once', async () => {
    const email = address();
    const made = await Promise.all(
      [1, 2, 3, 4].map(() => codeOf(createUser({ email, name: 'Ana', password }))),
    );
    expect(made.sort()).toEqual(['conflict', 'conflict', 'conflict', 'let in']);
  });

  test('too many wrong passwords refuse the address they came from, and never a clean one with the right password', async () => {
    const { email, id } = await person();
    const { most } = SIGN_IN_LIMITS.signInAccount;
    const attacker = peer();
    const codes = await Promise.all(
      Array.from({ length: most + 3 }, () => codeOf(signIn({ email, password: 'wrong phrase' }, attacker))),
    );
    expect(codes.filter((code) => code === 'invalid')).toHaveLength(most);
    expect(codes.filter((code) => code === 'too_many')).toHaveLength(3);
    expect(await codeOf(signIn({ email, password }, attacker))).toBe('too_many');
    const home = peer();
    for (let again = 0; again < most + 2; again += 1) {
      expect(await signIn({ email, password }, home)).toEqual({ id });
    }
  });

  test('one network may be wrong ten times, whichever accounts it tries', async () => {
    const attacker = peer();
    const { most } = SIGN_IN_LIMITS.signInPeer;
    for (let tried = 0; tried < most; tried += 1) {
      expect(await codeOf(signIn({ email: address(), password: 'wrong phrase' }, attacker))).toBe('invalid');
    }
    expect(await codeOf(signIn({ email: address(), password: 'wrong phrase' }, attacker))).toBe('too_many');
  });

  test('a new password needs the old one and ends every session', async () => {
    const { id, email } = await person();
    const adapter = authAdapter(30 * DAY_MS);
    await insertSession({ token: 'changed', userId: id, expires: new Date(Date.now() + DAY_MS) });
    expect(await codeOf(setPassword(id, { old: 'wrong phrase', password: 'a brand new phrase' }))).toBe(
      'invalid',
    );
    expect(await adapter.getSessionAndUser?.('changed')).not.toBeNull();
    await setPassword(id, { old: password, password: 'a brand new phrase' });
    expect(await adapter.getSessionAndUser?.('changed')).toBeNull();
    expect(await codeOf(signIn({ email, password }, peer()))).toBe('invalid');
    expect(await signIn({ email, password: 'a brand new phrase' }, peer())).toEqual({ id });
  });
});

describe('signing in with a mailed link', () => {
  const tokenOf = (url: string) => new URL(url).searchParams.get('token') ?? '';

  test('used twenty times at once, a link lets in once', async () => {
    const { email } = await makeSignInLink({ email: address() }, peer());
    const { url } = await makeSignInLink({ email }, peer());
    const codes = await Promise.all(
      Array.from({ length: 20 }, () => codeOf(redeemSignInLink({ email, token: tokenOf(url) }, null))),
    );
    expect(codes.filter((code) => code === 'let in')).toHaveLength(1);
    expect(codes.filter((code) => code === 'closed')).toHaveLength(19);
  });

  test('proves the address, and makes the account where there is none', async () => {
    const email = address();
    const { url } = await makeSignInLink({ email }, peer());
    const { id } = await redeemSignInLink({ email, token: tokenOf(url) }, null);
    expect(await findUserByEmail(email)).toMatchObject({
      id,
      passwordHash: null,
      emailVerified: expect.any(Date),
    });
  });

  test('works for its own address only, for half an hour', async () => {
    const email = address();
    const made = new Date(Date.now() - 31 * 60_000);
    const old = await makeSignInLink({ email }, peer(), made);
    expect(await codeOf(redeemSignInLink({ email, token: tokenOf(old.url) }, null))).toBe('closed');
    const fresh = await makeSignInLink({ email }, peer());
    expect(await codeOf(redeemSignInLink({ email: address(), token: tokenOf(fresh.url) }, null))).toBe(
      'closed',
    );
    expect(await codeOf(redeemSignInLink({ email, token: 'x'.repeat(43) }, null))).toBe('closed');
    expect(await codeOf(redeemSignInLink({ email, token: tokenOf(fresh.url) }, null))).toBe('let in');
  });

  test('the first proof of an address ends the password of whoever signed up with it, but not of its own browser', async () => {
    const squatted = await person();
    await insertSession({ token: 'squatter', userId: squatted.id, expires: new Date(Date.now() + DAY_MS) });
    const first = await makeSignInLink({ email: squatted.email }, peer());
    const result = await redeemSignInLink({ email: squatted.email, token: tokenOf(first.url) }, null);
    expect(result).toEqual({ id: squatted.id, passwordEnded: true });
    expect(await codeOf(signIn({ email: squatted.email, password }, peer()))).toBe('invalid');
    expect(await authAdapter(DAY_MS).getSessionAndUser?.('squatter')).toBeNull();

    const own = await person();
    const link = await makeSignInLink({ email: own.email }, peer());
    await redeemSignInLink({ email: own.email, token: tokenOf(link.url) }, own.id);
    expect(await signIn({ email: own.email, password }, peer())).toEqual({ id: own.id });
  });

  test('leads on to a path of ours and to nowhere else', async () => {
    const asked = (next: string) => makeSignInLink({ email: address(), next }, peer());
    expect(new URL((await asked('/invite?token=a')).url).searchParams.get('next')).toBe('/invite?token=a');
    expect(new URL((await asked('//evil.test')).url).searchParams.get('next')).toBeNull();
  });

  test('an address gets five links an hour', async () => {
    const email = address();
    const codes: string[] = [];
    for (let asked = 0; asked < 6; asked += 1) codes.push(await codeOf(makeSignInLink({ email }, peer())));
    expect(codes).toEqual(['let in', 'let in', 'let in', 'let in', 'let in', 'too_many']);
  });

  test('refuses what is not one address', async () => {
    for (const email of ['a@b.example,c@d.example', '"e@evil.test"@b.example', 'a b@c.example', 'a@b', '']) {
      expect(await codeOf(makeSignInLink({ email }, peer()))).toBe('invalid');
    }
  });
});

describe('sessions', () => {
  test('know the language that the person chose to read in', async () => {
    const { id: userId } = await person();
    const adapter = authAdapter(30 * DAY_MS);
    await insertSession({ token: 'reader', userId, expires: new Date(Date.now() + DAY_MS) });
    expect((await adapter.getSessionAndUser?.('reader'))?.user).toHaveProperty('language', null);
    await chooseTongue(userId, { language: 'de' });
    expect((await adapter.getSessionAndUser?.('reader'))?.user).toHaveProperty('language', 'de');
  });

  test('the token is not stored, and a session ends thirty days after it began however busy it is', async () => {
    const userId = await testUser();
    const adapter = authAdapter(30 * DAY_MS);
    await insertSession({ token: 'plain', userId, expires: new Date(Date.now() + DAY_MS) });
    expect((await adapter.getSessionAndUser?.('plain'))?.user.id).toBe(userId);
    expect(JSON.stringify(await adapter.getSessionAndUser?.('plain'))).not.toContain('password');
    const stored = await rows<{ t: string }>(
      database().orm,
      sql`SELECT session_token AS t FROM sessions WHERE user_id = ${userId}`,
    );
    expect(stored.map((row) => row.t)).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
    await database().orm.execute(
      sql`UPDATE sessions SET created_at = now() - interval '30 days' WHERE user_id = ${userId}`,
    );
    expect(await adapter.getSessionAndUser?.('plain')).toBeNull();
  });

  test('sign-out ends the session for every copy of its cookie', async () => {
    const userId = await testUser();
    const adapter = authAdapter(30 * DAY_MS);
    await insertSession({ token: 'copied', userId, expires: new Date(Date.now() + DAY_MS) });
    await adapter.deleteSession?.('copied');
    expect(await adapter.getSessionAndUser?.('copied')).toBeNull();
  });
});
