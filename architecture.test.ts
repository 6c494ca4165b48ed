import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';

/**
 * The walls of the house. Each row: who, what they may import (patterns of paths below the root, or package names), and
 * why. The first row that matches a file counts. `own` stands for the file's own folder.
 */
type Wall = { who: RegExp; may: (RegExp | 'own')[]; because: string };

const NODE = /^node:/;
const WALLS: Wall[] = [
  {
    who: /^lib\/statistics\//,
    may: [/^lib\/statistics\//],
    because: 'mathematics knows neither metrics nor customers',
  },
  {
    who: /^lib\/scoring\//,
    may: [/^lib\/(scoring|statistics)\//],
    because: 'a score is arithmetic on counts',
  },
  {
    who: /^lib\/\w+\/model(\/|\.ts$)/,
    may: [/^zod$/, /^lib\/\w+\/model/, /^lib\/(scoring|statistics)\//, /^lib\/(clock|translate)$/],
    because: 'words come before storage',
  },
  {
    who: /^lib\/survey\/languages\//,
    may: [/^lib\/survey\/model\//, /^lib\/(scoring|statistics)\//],
    because: 'a language is words alone',
  },
  {
    who: /^lib\/\w+\/(rules(\/|\.ts$)|templates(\/|\.ts$)|import-rules)/,
    may: [
      /^zod$/,
      /^csv-parse/,
      /^jose$/,
      /^eld\//,
      NODE,
      /^lib\/\w+\/(model|rules|templates)/,
      /^lib\/survey\/languages\//,
      /^lib\/(scoring|statistics)\//,
      /^lib\/(format|errors|clock|id|translate)$/,
    ],
    because: 'rules get time and data as arguments',
  },
  {
    who: /^lib\/identity\/prove\.ts$/,
    may: [/^db\/(client|scope)$/, /^db\/queries\//, /^lib\/[\w-]+$/],
    because: 'the one place that makes a scope',
  },
  {
    who: /^lib\/gates\//,
    may: [
      /^next/,
      /^react$/,
      /^@auth\//,
      NODE,
      /^db\/(client|scope|auth-adapter)$/,
      /^db\/queries\//,
      /^lib\//,
    ],
    because: 'only gates turn a request into a scope',
  },
  {
    who: /^lib\/command\.ts$/,
    may: [/^zod$/, /^db\/(scope|client)$/, /^db\/queries\/audit$/, /^lib\//],
    because: 'the one way to write',
  },
  {
    who: /^lib\/password\.ts$/,
    may: [/^@node-rs\/argon2$/, NODE, /^lib\/[\w-]+$/],
    because: 'passwords are hashed at one place',
  },
  {
    who: /^lib\/mailer\.ts$/,
    may: [/^resend$/, /^nodemailer/, NODE, /^lib\/[\w-]+$/, /^lib\/distribution\/model$/],
    because: 'mail leaves at one place',
  },
  {
    who: /^lib\/\w+\/(commands|views|jobs|import)(\/|\.ts$)/,
    may: [
      /^zod$/,
      /^@node-rs\/argon2$/,
      NODE,
      /^db\/(scope)$/,
      /^db\/queries\//,
      /^lib\/\w+\/(model|rules|templates)/,
      /^lib\/(scoring|statistics)\//,
      /^lib\/[\w-]+$/,
      /^lib\/messages\/say-in$/,
      /^emails\//,
      'own',
    ],
    because: 'callable from any gate',
  },
  {
    who: /^lib\/insights\/pictures\//,
    may: [/^pdfkit$/, NODE, /^lib\/insights\/(model|rules)/, 'own'],
    because: 'a picture is laid out by rules, and drawn here on what a file is made of',
  },
  {
    who: /^lib\/messages\//,
    may: [/^lib\/translate$/, /^lib\/messages\//],
    because: 'a catalog is texts alone',
  },
  {
    who: /^lib\/translate\.ts$/,
    may: [/^intl-messageformat$/, /^lib\/\w+\/model/],
    because: 'messages are put together at one place',
  },
  {
    who: /^lib\/[\w-]+\.ts$/,
    may: [/^zod$/, NODE, /^lib\/[\w-]+$/, /^lib\/(scoring|statistics)\//, /^lib\/\w+\/model/],
    because: 'shared ground knows no room',
  },
  {
    who: /^db\/(seed|testing)\//,
    may: [/./],
    because: 'stories and tests act as everybody',
  },
  {
    who: /^db\//,
    may: [
      /^drizzle-orm/,
      /^postgres$/,
      /^@electric-sql\//,
      /^@auth\//,
      /^next-auth/,
      NODE,
      /^db\//,
      /^lib\/\w+\/model/,
      /^lib\/(scoring|statistics)\//,
      /^lib\/(registry|own-directory)$/,
    ],
    because: 'storage knows words, not decisions',
  },
  {
    who: /^components\/charts\//,
    may: [
      /^react/,
      /^recharts$/,
      /^lucide-react$/,
      /^next\/dynamic$/,
      /^components\//,
      /^lib\/(scoring|statistics)\//,
      /^lib\/format$/,
      /^lib\/\w+\/(model|rules)/,
    ],
    because: 'charts are drawn at one place',
  },
  {
    who: /^components\//,
    may: [
      /^react/,
      /^radix-ui$/,
      /^lucide-react$/,
      /^@dnd-kit\//,
      /^next\/(link|navigation|dynamic)$/,
      /^components\//,
      /^lib\/(scoring|statistics)\//,
      /^lib\/(format|errors|clock|translate)$/,
      /^lib\/messages\/german$/,
      /^lib\/\w+\/(model|rules|templates)/,
      /^lib\/gates\/reply$/,
    ],
    because: 'shows what it is given',
  },
  {
    who: /^emails\//,
    may: [
      /^react/,
      /^emails\//,
      /^lib\/\w+\/model/,
      /^lib\/(format|translate)$/,
      /^lib\/(scoring|statistics)\//,
    ],
    because: 'a letter is a pure function',
  },
  {
    who: /^server\//,
    may: [
      NODE,
      /^drizzle-orm$/,
      /^next$/,
      /^db\/(client|prove-(tenancy|secret))$/,
      /^db\/queries\//,
      /^db\/seed\//,
      /^lib\//,
      /^widget\//,
      /^server\//,
    ],
    because: "the respondent's side carries no framework",
  },
  {
    who: /^app\//,
    may: [
      /^next/,
      /^react/,
      /^server-only$/,
      NODE,
      /^zod$/,
      /^lucide-react$/,
      /^qrcode$/,
      /^@fontsource/,
      /^components\//,
      /^lib\//,
      /^db\/queries\//,
      /^widget\//,
      /^emails\//,
      /^app\//,
    ],
    because: 'asks, passes on, shows',
  },
  {
    who: /^widget\/fixtures\.ts$/,
    may: [/^widget\//, /^lib\/survey\/(model|rules)/, /^lib\/(scoring|statistics)\//],
    because: 'tests draw the questions that the product makes',
  },
  {
    who: /^widget\/package\//,
    may: [/^react$/, /^widget\/package\//],
    because: 'sites install it beside their own React',
  },
  {
    who: /^widget\//,
    may: [/^widget\//, /^lib\/survey\/model/],
    because: "it runs in a stranger's page",
  },
  {
    who: /^e2e\//,
    may: [
      /^@playwright\/test$/,
      /^@axe-core\//,
      NODE,
      /^e2e\//,
      /^smtp-server$/,
      /^postal-mime$/,
      /^lib\/insights\/rules\/tables\/testing\//,
    ],
    because: 'sees what users see',
  },
];

type Import = { from: string; to: string; typeOnly: boolean };

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => /\.(ts|tsx)$/.test(file) && existsSync(file));
const sources = files.filter((file) => !/\.(test|spec)\.tsx?$/.test(file) && /\//.test(file));
const imports = sources.flatMap(importsOf);

describe('walls', () => {
  test('the test sees the house', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(imports.length).toBeGreaterThan(300);
    for (const wall of WALLS)
      expect(
        sources.some((file) => wall.who.test(file)),
        String(wall.who),
      ).toBe(true);
  });

  test('everybody imports only what their wall lets through', () => {
    const faults = imports.flatMap(({ from, to }) => {
      const wall = WALLS.find((one) => one.who.test(from));
      if (!wall) return /^(bench|scripts)\//.test(from) ? [] : [`${from}: no wall names this folder`];
      const own = `${dirname(from)}/`;
      const passes = wall.may.some((one) => (one === 'own' ? to.startsWith(own) : one.test(to)));
      return passes ? [] : [`${from} imports ${to}, but ${wall.because}`];
    });
    expect(faults).toEqual([]);
  });

  test('a room never imports the commands, views or jobs of another', () => {
    const faults = imports.filter(({ from, to }) => {
      const room = /^lib\/(\w+)\/(?!.*\.test)/.exec(from)?.[1];
      const other = /^lib\/(\w+)\/(commands|views|jobs)/.exec(to)?.[1];
      return room && other && room !== other && room !== 'gates';
    });
    expect(faults).toEqual([]);
  });

  test('the widget takes only types from the survey model', () => {
    expect(
      imports.filter(
        ({ from, to, typeOnly }) => /^widget\/(?!fixtures)/.test(from) && /^lib\//.test(to) && !typeOnly,
      ),
    ).toEqual([]);
  });
});

describe('single owners', () => {
  const owners: [what: string, is: (one: Import) => boolean, owner: RegExp][] = [
    ['drizzle-orm', ({ to }) => /^drizzle-orm/.test(to), /^(db|server\/health\.ts)/],
    ['resend and nodemailer', ({ to }) => /^(resend|nodemailer)/.test(to), /^lib\/mailer\.ts$/],
    ['recharts', ({ to }) => to === 'recharts', /^components\/charts\//],
    ['eld', ({ to }) => /^eld(\/|$)/.test(to), /^lib\/voices\/rules\/language\.ts$/],
    ['pdfkit', ({ to }) => to === 'pdfkit', /^lib\/insights\/pictures\//],
    ['qrcode', ({ to }) => to === 'qrcode', /^app\/qr-code\.ts$/],
    ['next/headers', ({ to }) => to === 'next/headers', /^lib\/gates\//],
    [
      'the open database',
      ({ to }) => to === 'db/client',
      /^(db|server)\/|^lib\/(identity\/prove|gates\/[\w-]+|command|identity\/commands\/create-user)\.ts$|^bench\//,
    ],
  ];
  for (const [what, is, owner] of owners) {
    test(`${what} stays with its owner`, () => {
      expect(imports.filter((one) => is(one) && !owner.test(one.from))).toEqual([]);
    });
  }

  test('process.env is read in lib/env only', () => {
    const readers = sources.filter((file) => /process\.env\b/.test(readFileSync(file, 'utf8')));
    const allowed = /^(lib\/env\.ts|server\/(house|demo)\.ts|db\/testing\/|bench\/|e2e\/)/;
    expect(readers.filter((file) => !allowed.test(file))).toEqual([]);
  });

  test('a scope is made in identity/prove only, a transaction of a command in lib/command only', () => {
    const makers = sources.filter((file) => /\bmakeScope\(/.test(readFileSync(file, 'utf8')));
    expect(makers.sort()).toEqual(['db/scope.ts', 'lib/identity/prove.ts']);
    const openers = sources.filter((file) => /\btransact\(/.test(readFileSync(file, 'utf8')));
    expect(
      openers.filter((file) => !/^(db\/(scope|testing\/.*|seed\/.*)|lib\/command|bench\/.*)/.test(file)),
    ).toEqual([]);
  });

  test('only gates call the proofs', () => {
    const callers = imports.filter(
      ({ to, from }) =>
        to === 'lib/identity/prove' && !/^(lib\/gates|db\/(testing|seed)|bench|server\/demo)/.test(from),
    );
    expect(callers).toEqual([]);
  });
});

describe('safety', () => {
  test('no screen or page writes markup from text', () => {
    const writers = sources.filter((file) =>
      /dangerouslySetInnerHTML|\.innerHTML|insertAdjacentHTML|document\.write/.test(
        readFileSync(file, 'utf8'),
      ),
    );
    expect(writers).toEqual([]);
  });

  test('answers and consent are never coerced', () => {
    expect(sources.filter((file) => /z\.coerce\b/.test(readFileSync(file, 'utf8')))).toEqual([]);
  });

  test('tables without a workspace are these and no others', () => {
    const tables = sources
      .filter((file) => /^db\/schema\//.test(file))
      .flatMap((file) =>
        readFileSync(file, 'utf8')
          .split(/(?=pgTable\()/)
          .slice(1),
      )
      .map((text) => ({ name: /'(\w+)'/.exec(text)?.[1], tenant: text.includes('...tenant') }));
    const without = tables.filter((table) => !table.tenant).map((table) => table.name);
    expect(without.sort()).toEqual([
      'accounts',
      'installation',
      'rate_counts',
      'sessions',
      'users',
      'verification_tokens',
      'workspaces',
    ]);
  });
});

function importsOf(file: string): Import[] {
  const text = readFileSync(file, 'utf8');
  const found: Import[] = [];
  const pattern =
    /(?:^|\n)\s*(import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/g;
  for (const match of text.matchAll(pattern)) {
    const target = match[3] ?? match[4];
    if (!target || (match[1] === 'export' && !/from\s+'/.test(match[0]))) continue;
    found.push({ from: file, to: resolved(file, target), typeOnly: match[2] !== undefined });
  }
  return found;
}

function resolved(file: string, target: string): string {
  if (target.startsWith('@/')) return target.slice(2);
  if (target.startsWith('.')) return normalize(join(dirname(file), target));
  return target;
}
