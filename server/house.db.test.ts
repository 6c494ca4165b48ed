import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { database } from '@/db/client';
import { markDemo } from '@/db/seed/demo-mark';
import { DEMO_EMAIL } from '@/db/seed/seed-demo';
import { rowCount, testUser, testWorkspace } from '@/db/testing/database';
import { createUser } from '@/lib/identity/commands/create-user';
import { putShared } from '@/lib/registry';
import { openHouse } from './house';
import { resetDemo } from './reset-demo';
import { refuseBackup, saveBackup } from './save-backup';

const home = mkdtempSync(join(tmpdir(), 'milepost-house-'));
let count = 0;
let data: string;

beforeEach(() => {
  count += 1;
  data = join(home, String(count));
  settings({ AUTH_SECRET: '' });
  vi.spyOn(console, 'log').mockImplementation(() => {});
});

afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(home, { recursive: true, force: true });
});

/** What another process would read. */
function settings(given: Record<string, string>): void {
  const all = { DATABASE_URL: '', MILEPOST_ROLE: '', MILEPOST_DATA_DIR: data, ...given };
  for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
  putShared('env', null);
  putShared('secret', null);
}

async function visit(body: () => Promise<unknown>, how = {}): Promise<void> {
  const handle = await openHouse(how);
  try {
    await body();
  } finally {
    await handle.close();
  }
}

const nothing = async () => {};
const mode = (path: string) => statSync(path).mode & 0o777;

describe('the secret of an embedded database', () => {
  test('is made once, for its owner only, and asked for at every start', async () => {
    await visit(nothing);
    const file = join(data, 'secret');
    expect([mode(data), mode(file)]).toEqual([0o700, 0o600]);
    const made = readFileSync(file, 'utf8');
    settings({ AUTH_SECRET: 'another secret of enough characters' });
    await expect(openHouse()).rejects.toThrow(/^AUTH_SECRET is not the one this database was made with: set/);
    settings({ AUTH_SECRET: made });
    await visit(nothing);
    settings({ AUTH_SECRET: '' });
    writeFileSync(file, 'something else');
    await expect(openHouse()).rejects.toThrow(`The secret in ${file} is not the one`);
    rmSync(file);
    settings({ AUTH_SECRET: '' });
    await expect(openHouse()).rejects.toThrow(`put its file back at ${file}`);
    expect(existsSync(file)).toBe(false);
    await visit(nothing, { newSecret: true });
    expect(readFileSync(file, 'utf8')).not.toBe(made);
    await visit(nothing);
  }, 240_000);
});

describe('a backup', () => {
  test('with its secret beside it brings everything back, and replaces no file', async () => {
    const file = join(home, 'saved.tar.gz');
    expect(() => refuseBackup(file)).toThrow(`There is no database in ${data}`);
    let told = '';
    const handle = await openHouse();
    await testWorkspace();
    refuseBackup(file);
    told = await saveBackup(handle, file);
    await handle.close();
    for (const path of [file, `${file}.secret`, join(data, 'db'), join(data, 'secret')]) {
      expect(told).toContain(path);
    }
    expect([mode(file), mode(`${file}.secret`)]).toEqual([0o600, 0o600]);
    expect(() => refuseBackup(file)).toThrow(`${file} is already there`);

    data = join(home, 'restored');
    mkdirSync(join(data, 'db'), { recursive: true });
    execFileSync('tar', ['xzf', file, '-C', join(data, 'db')], { stdio: 'pipe' });
    settings({ AUTH_SECRET: '' });
    await expect(openHouse()).rejects.toThrow(/secret of this database is missing/);
    writeFileSync(join(data, 'secret'), readFileSync(`${file}.secret`));
    await visit(async () => expect(await rowCount('workspaces')).toBe(1));
  }, 240_000);
});

describe('a reset of the demo', () => {
  test('removes nothing where somebody else made a workspace, or signed up before the demo came', async () => {
    await visit(testUser);
    await expect(resetDemo()).rejects.toThrow(/that the demo did not make/);
    await visit(async () => {
      expect(await rowCount('users')).toBe(1);
      await markDemo((await testWorkspace()).workspaceId, true);
      await testWorkspace();
    });
    await expect(resetDemo()).rejects.toThrow(/that the demo did not make/);
    await visit(async () => expect(await rowCount('workspaces')).toBe(2));
  }, 240_000);

  test('starts over with a fresh database, but keeps people who signed up there', async () => {
    await visit(async () => {
      await createUser({ email: DEMO_EMAIL, name: 'Demo', password: 'a long enough password' });
      await markDemo((await testWorkspace()).workspaceId, true);
      await testUser();
    });
    await resetDemo();
    await visit(async () => {
      expect(await rowCount('users')).toBe(3);
      await database().orm.execute(`DELETE FROM users u WHERE email <> '${DEMO_EMAIL}' AND NOT EXISTS
        (SELECT FROM members m WHERE m.user_id = u.id)`);
    });
    await resetDemo();
    expect(existsSync(join(data, 'db'))).toBe(false);
    expect(existsSync(join(data, 'secret'))).toBe(true);
  }, 240_000);
});
