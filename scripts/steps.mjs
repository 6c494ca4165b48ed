import { spawn } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');

const SIGNALS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 };
const HEARTBEAT_MS = 15_000;
const ORPHAN_CHECK_MS = 500;

/** A reason to end that the person at the keyboard can act on: shown as one sentence, without a stack. */
export class Refusal extends Error {}

/** The command was told to end. */
export class Stopped extends Error {
  constructor(signal) {
    super(`Stopped by ${signal}.`);
    this.exitCode = 128 + SIGNALS[signal];
  }
}

/** Runs a command's body and turns its outcome into an exit code: a number it returns, else what it left set. */
export function main(body) {
  stopWithNpm();
  body().then(
    (code) => {
      if (code !== undefined) process.exitCode = code;
    },
    (error) => {
      if (error instanceof Stopped) process.exit(error.exitCode);
      console.error(error instanceof Refusal ? `\n${error.message}` : error);
      process.exit(1);
    },
  );
}

/** npm passes a signal only to the shell between it and this process; the shell dies and would leave a server behind. */
function stopWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const shell = process.ppid;
  const check = setInterval(() => {
    if (process.ppid === shell) return;
    clearInterval(check);
    process.kill(process.pid, 'SIGTERM');
  }, ORPHAN_CHECK_MS);
  check.unref();
}

/** Shows that a long step began, that it is still running, and how long it took. */
export async function step(title, body) {
  const startedAt = Date.now();
  console.log(`→ ${title}`);
  const heartbeat = setInterval(() => console.log(`  … ${seconds(startedAt)}`), HEARTBEAT_MS);
  try {
    const result = await body();
    console.log(`  ${title}: ${seconds(startedAt)}`);
    return result;
  } finally {
    clearInterval(heartbeat);
  }
}

function seconds(startedAt) {
  return `${((Date.now() - startedAt) / 1000).toFixed(1)} s`;
}

/**
 * Runs a program in the repository with this terminal and resolves to its exit code. A variable given as undefined is
 * withheld. A signal for this process goes on to the program; once that has ended, the promise rejects with Stopped,
 * so that the caller's `finally` still cleans up.
 */
export function run(program, args, env = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
    let stoppedBy = null;
    const forward = (signal) => {
      stoppedBy = signal;
      // Ctrl-C in a terminal reaches the whole group; a second one would make the program skip its clean stop.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    };
    const release = () => {
      for (const signal of Object.keys(SIGNALS)) process.off(signal, forward);
    };
    for (const signal of Object.keys(SIGNALS)) process.on(signal, forward);
    child.once('error', (error) => {
      release();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      release();
      if (stoppedBy) reject(new Stopped(stoppedBy));
      else resolve(code === null ? 128 + (SIGNALS[signal] || 9) : code);
    });
  });
}

/** Runs a script with this Node and resolves to its exit code. */
export function runNode(script, args = [], env = {}) {
  return run(process.execPath, [script, ...args], env);
}
