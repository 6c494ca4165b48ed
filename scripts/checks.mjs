import { runNode } from './steps.mjs';

/** Types of routes first: pages name them. Resolves to an exit code. */
export async function typeCheck() {
  const code = await runNode('node_modules/next/dist/bin/next', ['typegen'], {
    NEXT_TELEMETRY_DISABLED: '1',
  });
  return code === 0 ? runNode('node_modules/typescript/bin/tsc', ['--noEmit', '-p', 'tsconfig.json']) : code;
}

/** Style and lint rules; warnings do not fail. Resolves to an exit code. */
export function lint() {
  return runNode('node_modules/@biomejs/biome/bin/biome', ['check']);
}

/** Resolves to the exit code of one vitest project, or of some of its files. */
export function vitest(project, args = [], env = {}) {
  return runNode('node_modules/vitest/vitest.mjs', ['run', '--project', project, ...args], env);
}
