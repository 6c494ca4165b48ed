import { createServer } from 'node:net';
import { DrizzleQueryError } from 'drizzle-orm';
import postgres from 'postgres';
import { expect, test } from 'vitest';
import { faultOf } from './fault';

/** As the driver and drizzle throw it. */
function failed(code: string, message: string, detail?: string): Error {
  return new DrizzleQueryError(
    'CREATE ROLE x;\n SELECT 1',
    ['secret'],
    Object.assign(new Error(message), { code, detail }),
  );
}

test('a sentence of our own is printed as it is', () => {
  expect(faultOf(new Error('Port 3000 is taken.'))).toBe('Port 3000 is taken.');
  expect(faultOf('gone')).toBe('gone');
});

test('a failed statement tells its innermost cause in one line, never itself', () => {
  const told = faultOf(failed('42P07', 'relation "users"\n already exists'));
  expect(told).toBe('relation "users" already exists');
});

test('a wrong password names DATABASE_URL', () => {
  expect(faultOf(failed('28P01', 'password authentication failed for user "ana"'))).toBe(
    'The database server refuses the user or the password of DATABASE_URL (password authentication failed for user "ana").',
  );
});

test('a server that cannot be reached names its address', async () => {
  const port = await freePort();
  const client = postgres(`postgres://ana:hush@localhost:${port}/x`, { max: 1, connect_timeout: 5 });
  const error = await client`SELECT 1`.then(
    () => null,
    (reason: unknown) => reason,
  );
  await client.end();
  const told = faultOf(new Error('The role milepost_app cannot read answers.', { cause: error }));
  expect(told).toMatch(/^The database server of DATABASE_URL cannot be reached \(.*ECONNREFUSED.*\)\.$/);
  expect(told).toContain(String(port));
  expect(told).not.toContain('hush');
});

test.each([
  ['permission denied to create role', /ALTER ROLE .* CREATEROLE/],
  ['permission denied to grant role "milepost_app"', /GRANT milepost_app TO .* WITH ADMIN OPTION/],
  ['permission denied to set role "milepost_lookup"', /GRANT milepost_lookup TO/],
  ['must have admin option on role "milepost_app"', /GRANT milepost_app TO .* WITH ADMIN OPTION/],
  ['must be able to SET ROLE "milepost_lookup"', /GRANT milepost_lookup TO/],
  ['permission denied for database shop', /GRANT CREATE ON DATABASE shop TO/],
  ['permission denied for schema public', /GRANT USAGE, CREATE ON SCHEMA public TO/],
  ['permission denied for table users', /GRANT ALL ON TABLE users TO/],
  ['must be owner of table users', /own the database/],
])('a missing right is named with its grant: %s', (message, grant) => {
  const told = faultOf(failed('42501', message, 'Only some may.'));
  expect(told).toContain(message);
  expect(told).toMatch(grant);
});

test('our own sentence about a missing right keeps its advice and adds the cause', () => {
  const cause = failed('42501', 'permission denied for table answers');
  expect(faultOf(new Error('Grant it: GRANT SELECT ON answers.', { cause }))).toBe(
    'Grant it: GRANT SELECT ON answers (permission denied for table answers).',
  );
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}
