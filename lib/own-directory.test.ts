import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { ownDirectory } from './own-directory';

const home = mkdtempSync(join(tmpdir(), 'milepost-own-'));
const mode = (path: string) => statSync(path).mode & 0o7777;

afterAll(() => rmSync(home, { recursive: true, force: true }));

test('a new directory and one that was open to others are closed to all but their owner', () => {
  const made = join(home, 'new', 'data');
  ownDirectory(made);
  expect(mode(made)).toBe(0o700);
  const open = join(home, 'open');
  mkdirSync(open);
  chmodSync(open, 0o755);
  ownDirectory(open);
  expect(mode(open)).toBe(0o700);
});

test('a directory for everybody is refused and stays open', () => {
  const shared = join(home, 'shared');
  mkdirSync(shared);
  chmodSync(shared, 0o1777);
  expect(() => ownDirectory(shared)).toThrow(/shared by everybody/);
  expect(mode(shared)).toBe(0o1777);
});
