import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { BuildRecord, stampOf } from './stamp.mjs';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'milepost-stamp-'));
  mkdirSync(join(root, 'lib/inner'), { recursive: true });
  writeFileSync(join(root, 'lib/a.ts'), 'one');
  writeFileSync(join(root, 'lib/inner/b.tsx'), 'two');
});

afterEach(() => rmSync(root, { recursive: true }));

const INPUTS = ['lib', 'absent.json'];

describe('the stamp of a built part', () => {
  it('changes with the content of a file, its name and a new file', () => {
    const seen = new Set([stampOf(root, INPUTS)]);
    writeFileSync(join(root, 'lib/inner/b.tsx'), 'owt');
    seen.add(stampOf(root, INPUTS));
    writeFileSync(join(root, 'lib/inner/c.tsx'), '');
    seen.add(stampOf(root, INPUTS));
    writeFileSync(join(root, 'absent.json'), '{}');
    seen.add(stampOf(root, INPUTS));
    expect(seen.size).toBe(4);
  });

  it('stays when a file is written again unchanged, or a test changes', () => {
    const before = stampOf(root, INPUTS);
    writeFileSync(join(root, 'lib/a.ts'), 'one');
    writeFileSync(join(root, 'lib/a.test.ts'), 'a test');
    writeFileSync(join(root, 'lib/a.db.test.ts'), 'a test');
    expect(stampOf(root, INPUTS)).toBe(before);
  });

  it('is known only while it was written last', () => {
    const record = new BuildRecord(join(root, 'dist/part.stamp'));
    expect(record.matches('x')).toBe(false);
    record.write('x');
    expect(record.matches('x')).toBe(true);
    expect(record.matches('y')).toBe(false);
    record.forget();
    expect(record.matches('x')).toBe(false);
  });
});
