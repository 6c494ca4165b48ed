import { execFileSync } from 'node:child_process';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';

/**
 * Guards a directory that must have one opener: PGlite has no lock of its own, and two openers destroy each other's
 * rows. The file names the holder's process and its start time, so that a reused process id is not taken for it; it is
 * taken over only when that process is gone, never by age.
 *
 * Returns the function that gives the lock back. Throws where another live process holds it.
 */
export function takeLock(file: string): () => void {
  const own = JSON.stringify({ pid: process.pid, started: startOf(process.pid) ?? '' });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, own);
  try {
    for (let attempt = 0; attempt < 5; attempt += 1) {
      try {
        linkSync(draft, file);
        return () => release(file, own);
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      removeIfDead(file);
    }
    throw new Error(`${file} could not be taken; try again.`);
  } finally {
    rmSync(draft, { force: true });
  }
}

function removeIfDead(file: string): void {
  const found = readOrNull(file);
  if (found === null) return;
  const holder = parse(found);
  if (holder && startOf(holder.pid) === holder.started) {
    throw new Error(
      `The embedded database is in use by process ${holder.pid}. Stop that one first, or set DATABASE_URL to share a PostgreSQL server.`,
    );
  }
  const aside = `${file}.stale.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  // Between reading and moving, another starter may have put its own, live lock there: give that one back.
  if (readOrNull(aside) !== found) {
    try {
      linkSync(aside, file);
    } catch {
      // A third one was quicker; its lock is as good.
    }
  }
  rmSync(aside, { force: true });
}

function release(file: string, own: string): void {
  if (readOrNull(file) === own) rmSync(file, { force: true });
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}

function parse(text: string): { pid: number; started: string } | null {
  try {
    const value = JSON.parse(text) as { pid?: unknown; started?: unknown };
    return typeof value.pid === 'number' && typeof value.started === 'string'
      ? { pid: value.pid, started: value.started }
      : null;
  } catch {
    return null;
  }
}

/**
 * When a process started, as text that only has to be equal to itself; null where it is gone. One that was killed and
 * not yet collected by its parent is gone: it holds nothing any more.
 */
function startOf(pid: number): string | null {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return null;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold spaces; behind it the state is the first field, the start time the 20th.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return isDead(fields[0]) ? null : (fields[19] ?? '');
  } catch {
    return startFromPs(pid);
  }
}

/** Systems without /proc. */
function startFromPs(pid: number): string | null {
  try {
    const line = execFileSync('ps', ['-o', 'stat=', '-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
    }).trim();
    const [state, ...started] = line.split(/\s+/);
    return isDead(state) ? null : started.join(' ');
  } catch (error) {
    // Without ps nothing tells more than that the process lives.
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? '' : null;
  }
}

const isDead = (state: string | undefined): boolean => /^[ZXx]/.test(state ?? '');
