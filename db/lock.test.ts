import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { takeLock } from './lock';

let folder: string;
let file: string;
let parent: ChildProcess | null = null;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'milepost-lock-'));
  file = join(folder, 'db.lock');
});

afterEach(() => {
  parent?.kill('SIGKILL');
  parent = null;
  rmSync(folder, { recursive: true, force: true });
});

const holder = () => JSON.parse(readFileSync(file, 'utf8')) as { pid: number; started: string };

/** A process whose parent never collects it, and what the lock file says of it while it lives. */
async function uncollected(): Promise<{ pid: number; started: string }> {
  parent = spawn('sh', ['-c', 'sleep 300 & echo $!; exec sleep 300'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const pid = await new Promise<number>((resolve) =>
    parent?.stdout?.once('data', (text: Buffer) => resolve(Number(text.toString()))),
  );
  // Until then the parent is still the shell, which would collect it.
  await expect.poll(() => readFileSync(`/proc/${parent?.pid}/comm`, 'utf8').trim()).toBe('sleep');
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return { pid, started: stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '' };
}

async function untilZombie(pid: number): Promise<void> {
  await expect.poll(() => readFileSync(`/proc/${pid}/stat`, 'utf8').replace(/^.*\) /, '')[0]).toBe('Z');
}

describe('a lock', () => {
  test('refuses a second opener while the first lives, and names it', () => {
    const release = takeLock(file);
    expect(holder().pid).toBe(process.pid);
    expect(() => takeLock(file)).toThrow(`in use by process ${process.pid}`);
    release();
    expect(readdirSync(folder)).toEqual([]);
    takeLock(file)();
  });

  test('of a process that is gone is taken over', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await new Promise((resolve) => child.once('exit', resolve));
    writeFileSync(file, JSON.stringify({ pid: child.pid, started: '1' }));
    const release = takeLock(file);
    expect(holder().pid).toBe(process.pid);
    release();
    expect(existsSync(file)).toBe(false);
  });

  test('of a process id that another process has now is taken over', () => {
    writeFileSync(file, JSON.stringify({ pid: process.pid, started: '1' }));
    takeLock(file);
    expect(holder().started).not.toBe('1');
  });

  test('that cannot be read is taken over', () => {
    writeFileSync(file, 'half a li');
    takeLock(file);
    expect(holder().pid).toBe(process.pid);
  });

  test.runIf(existsSync('/proc/self/stat'))(
    'is held by a process while it lives, and by nobody once it is killed, collected or not',
    async () => {
      const other = await uncollected();
      writeFileSync(file, JSON.stringify(other));
      expect(() => takeLock(file)).toThrow(`in use by process ${other.pid}`);
      process.kill(other.pid, 'SIGKILL');
      await untilZombie(other.pid);
      takeLock(file);
      expect(holder().pid).toBe(process.pid);
    },
  );
});
