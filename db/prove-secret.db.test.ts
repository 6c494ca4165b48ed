import { randomBytes } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { database } from './client';
import { forgetSecret, isSecretOf, remembersSecret } from './prove-secret';
import { rowCount, testDatabase, testWorkspace } from './testing/database';

testDatabase();

beforeEach(() => forgetSecret(database()));

test('a database takes the first secret it is given and knows it from every other', async () => {
  const [own, other] = [randomBytes(32), randomBytes(32)];
  expect(await remembersSecret(database())).toBe(false);
  expect(await isSecretOf(database(), own)).toBe(true);
  expect(await remembersSecret(database())).toBe(true);
  expect(await isSecretOf(database(), other)).toBe(false);
  expect(await isSecretOf(database(), own)).toBe(true);
  expect(await rowCount('installation')).toBe(1);
});

test('a database that forgot its secret takes another', async () => {
  await isSecretOf(database(), randomBytes(32));
  await forgetSecret(database());
  expect(await isSecretOf(database(), randomBytes(32))).toBe(true);
});

test('no member can read or change what the database remembers', async () => {
  await isSecretOf(database(), randomBytes(32));
  const { scope } = await testWorkspace();
  await expect(scope.run((tx) => tx.execute(sql`SELECT * FROM installation`))).rejects.toThrow();
  await expect(scope.run((tx) => tx.execute(sql`DELETE FROM installation`))).rejects.toThrow();
});
