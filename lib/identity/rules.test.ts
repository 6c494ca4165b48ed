import { describe, expect, test } from 'vitest';
import { ROLES } from './model';
import { HOME_PATH, may, ownPath, PERMISSIONS, type Permission } from './rules';

const permissions = Object.keys(PERMISSIONS) as Permission[];

describe('may', () => {
  test('every permission belongs to its role and every stronger one, and to no weaker', () => {
    expect(permissions.length).toBeGreaterThan(20);
    for (const permission of permissions) {
      const needed = ROLES.indexOf(PERMISSIONS[permission]);
      for (const role of ROLES) {
        expect([permission, role, may({ kind: 'member', role }, permission)]).toEqual([
          permission,
          role,
          ROLES.indexOf(role) >= needed,
        ]);
      }
    }
  });

  test('refuses what it does not know', () => {
    expect(may({ kind: 'member', role: 'admin' as never }, 'journey.create')).toBe(false);
    expect(may({ kind: 'member', role: 'owner' }, 'world.end' as never)).toBe(false);
    expect(may({ kind: 'ghost' } as never, 'journey.create')).toBe(false);
  });

  test('a key brings outcomes in only if it was made to write', () => {
    expect(may({ kind: 'key', writes: true }, 'outcome.record')).toBe(true);
    expect(may({ kind: 'key', writes: false }, 'outcome.record')).toBe(false);
    expect(may({ kind: 'key', writes: true }, 'outcome.erase')).toBe(false);
  });

  test('a key and a respondent can change nothing of the workspace, its people or its journeys', () => {
    for (const permission of permissions.filter((one) =>
      /^(workspace|member|key|journey|survey)\./.test(one),
    )) {
      expect(may({ kind: 'key', writes: true }, permission)).toBe(false);
      expect(may({ kind: 'respondent' }, permission)).toBe(false);
    }
  });
});

describe('ownPath', () => {
  test.each(['/', '/journeys', '/invite?token=a', '/journeys/1?touchpoint=2&from=2025-01-01', '/a%2F%2Fb'])(
    'keeps %j',
    (path) => expect(ownPath(path)).toBe(path),
  );

  test('keeps path and query and drops the fragment', () => {
    expect(ownPath('/journeys?x=1#top')).toBe('/journeys?x=1');
  });

  test.each([
    '',
    'journeys',
    'https://evil.test/',
    '//evil.test',
    '///evil.test',
    '/\\evil.test',
    '\\\\evil.test',
    '/\t/evil.test',
    '/\n/evil.test',
    '/a\r\nSet-Cookie: x=1',
    '/.//evil.test',
    '/..//evil.test',
    '/a/..//evil.test',
    '/%2e%2e//evil.test',
    '/a\\..\\..\\\\evil.test',
    'javascript:alert(1)',
    ' /journeys',
    `/${'a'.repeat(2000)}`,
    null,
    undefined,
    7,
    ['/journeys'],
  ])('leads %j home', (text) => expect(ownPath(text)).toBe(HOME_PATH));
});
