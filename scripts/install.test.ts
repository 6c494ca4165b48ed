import { describe, expect, it } from 'vitest';
import { isInstalled } from './install.mjs';

const lock = {
  packages: {
    '': {},
    'node_modules/a': { version: '1.0.0' },
    'node_modules/a/node_modules/b': { version: '2.0.0' },
    'node_modules/for-another-system': { version: '3.0.0', optional: true },
  },
};
const { '': _root, 'node_modules/for-another-system': _elsewhere, ...needed } = lock.packages;

describe('whether packages have to be installed', () => {
  it('not when all that this machine needs is there', () => {
    expect(isInstalled(lock, { packages: needed })).toBe(true);
    expect(isInstalled(lock, lock)).toBe(true);
  });

  it.each([
    ['nothing is there', null],
    ['one is missing', { packages: { 'node_modules/a': { version: '1.0.0' } } }],
    ['one has another version', { packages: { ...needed, 'node_modules/a': { version: '1.0.1' } } }],
    ['one is no longer asked for', { packages: { ...needed, 'node_modules/old': { version: '1.0.0' } } }],
    [
      'an optional one has another version',
      { packages: { ...needed, 'node_modules/for-another-system': { version: '2.0.0' } } },
    ],
  ])('when %s', (_why, installed) => {
    expect(isInstalled(lock, installed)).toBe(false);
  });
});
