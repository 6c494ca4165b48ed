// What the benches share: bundling, ports, waiting, and the CPU time of processes.
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { build } from 'esbuild';

/** CPU time in microseconds of a process and all below it, ended children included. */
export function treeCpuUs(root) {
  const all = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const field = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      all.set(Number(name), {
        parent: Number(field[1]),
        ticks: [11, 12, 13, 14].reduce((sum, i) => sum + Number(field[i]), 0),
      });
    } catch {
      // It ended while we looked.
    }
  }
  let ticks = 0;
  for (let [pid, one] of all) {
    while (pid > 1 && pid !== root) pid = all.get(pid)?.parent ?? 0;
    if (pid === root) ticks += one.ticks;
  }
  return ticks * 10_000;
}

/** The process that started this one. */
export function parentOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
}

/** Bundles an entry of ours for Node. */
export function bundle(entry, outfile) {
  return build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
}

/** Waits until the server there is ready. */
export async function untilReady(port) {
  for (let attempt = 0; attempt < 150; attempt += 1) {
    try {
      if ((await fetch(`http://127.0.0.1:${port}/api/ready`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The server did not get ready within 30 seconds.');
}

/** A port that nobody listens on. */
export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
