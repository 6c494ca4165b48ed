import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const elsewhere = ['**/node_modules/**', '**/.next/**', '**/dist/**', '**/.milepost*/**', 'e2e/**'];

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: fileURLToPath(new URL('./', import.meta.url)) }] },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['**/*.test.{ts,tsx}'],
          exclude: [...elsewhere, '**/*.db.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          environment: 'node',
          include: ['**/*.db.test.ts'],
          exclude: elsewhere,
          globalSetup: ['./scripts/build-widget.mjs'],
          pool: 'forks',
          maxWorkers: 2,
          testTimeout: 30_000,
          // Creating an embedded database takes most of a minute on a busy machine.
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
