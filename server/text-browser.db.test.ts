import { execFile, execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { database } from '@/db/client';
import { rows } from '@/db/scope';
import { testDatabase, testWorkspace } from '@/db/testing/database';
import { type TestPlacement, testPlacement } from '@/db/testing/placement';
import { SURVEY_METRICS, type SurveyMetricId } from '@/lib/scoring/metrics';
import { closeSurvey, editDraft, publishSurvey } from '@/lib/survey/commands';
import { newContent } from '@/lib/survey/model/content';
import { type FollowUp, GROUPS } from '@/lib/survey/model/follow-up';
import { frontDoor } from './front-door';

/** Without the browser there is nothing to show: the tests are then skipped, and say so by their name. */
const missing = !startsW3m();
const named = missing ? 'in a text browser (skipped: w3m is not installed)' : 'in a text browser';

testDatabase();

const home = mkdtempSync(join(tmpdir(), 'milepost-w3m-'));
let server: Server;
let base: string;

beforeAll(async () => {
  server = frontDoor({ ready: true, next: null });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  rmSync(home, { recursive: true, force: true });
  await new Promise((resolve) => server.close(resolve));
});

type Case = {
  followUps: FollowUp[];
  /** What is read of the scale and what follows it, in this order. */
  reads: string[];
  /** What is sent besides what the page holds by itself, and what is stored of it. */
  answers: [name: string, value: string][];
  stored: object;
};

const text: FollowUp = { kind: 'text', after: [...GROUPS] };
const CASES: Record<SurveyMetricId, Case> = {
  nps: {
    followUps: [text, { kind: 'information', after: [...GROUPS] }],
    reads: [
      'How likely are you to recommend Lumen',
      ...Array.from({ length: 11 }, (_, score) => `( )${score}`),
      'Not at all likely',
      'Extremely likely',
      '(optional)',
      'Did you have the information you needed?',
      '( )No',
      '( )Partly',
      '( )Yes',
      'Send',
    ],
    answers: [
      ['score', '0'],
      ['comment', 'Nobody came.'],
      ['information', '0'],
    ],
    stored: { score: 0, comment: 'Nobody came.', follow_ups: { information: 0 } },
  },
  ces: {
    followUps: [text],
    reads: [
      'Lumen made it easy for me to book a visit',
      ...Array.from({ length: 7 }, (_, at) => `( )${at + 1}`),
      'Strongly disagree',
      'Strongly agree',
      '(optional)',
      'Send',
    ],
    answers: [['score', '7']],
    stored: { score: 7, comment: null, follow_ups: null },
  },
  csat: {
    followUps: [
      {
        kind: 'reasons',
        after: [...GROUPS],
        frictions: ['waited', 'unclear'],
        strengths: ['quick', 'clear'],
      },
      text,
    ],
    reads: [
      'How satisfied were you',
      ...Array.from({ length: 5 }, (_, at) => `( )${at + 1}`),
      'What got in the way?',
      '[ ]Waited too long',
      'What went well?',
      '[ ]Quick',
      'Send',
    ],
    answers: [
      ['score', '2'],
      ['reasons', 'waited'],
    ],
    stored: { score: 2, follow_ups: { reasons: ['waited'] } },
  },
  emotion: {
    followUps: [{ kind: 'expectation', after: [...GROUPS] }, text],
    reads: [
      'leave you feeling?',
      '( ):C Awful',
      '( ):( Bad',
      '( ):| Okay',
      '( ):) Good',
      '( ):D Great',
      'Which words fit? Choose up to two.',
      '[ ]None of these',
      'Was it worse or better than you expected?',
      '( )Much worse',
      '( )Much better',
      '(optional)',
      'Send',
    ],
    answers: [
      ['score', '-2'],
      ['words', 'ignored'],
      ['words', 'confused'],
      ['expectation', '-1'],
    ],
    stored: { score: -2, words: ['ignored', 'confused'], follow_ups: { expectation: -1 } },
  },
};

describe.skipIf(missing)(named, () => {
  test.each(SURVEY_METRICS)('%s is read in order, each choice by its name, and answered', async (metric) => {
    const { followUps, reads, answers, stored } = CASES[metric];
    const at = await place(metric, followUps);
    const path = `/a/${at.key}`;
    expectInOrder(await seen(path), reads);

    const again = await sent(path, [...(await held(path)), ...answers.slice(1)]);
    expectInOrder(again, ['Choose an answer first.', reads[0] as string, 'Send']);
    expect(await storedAt(at)).toEqual([]);

    const thanks = await sent(path, [...(await held(path)), ...answers]);
    expect(thanks).toContain('Thank you!');
    expect(thanks).toContain('Change my answer');
    expect(thanks).not.toContain('Send');
    expect(await storedAt(at)).toMatchObject([{ ...stored, state: 'complete', counted: true }]);
  });

  test('a closed survey and a mistyped link say what they are', async () => {
    const at = await place('ces', [text]);
    await closeSurvey(at.scope, { id: at.surveyId, closed: true });
    expectInOrder(await seen(`/a/${at.key}`), ['This survey is closed.', 'Thank you for wanting to answer.']);
    expect(await seen('/a/nosuchplacement0')).toContain('This survey does not exist.');
  });

  test('a survey in Arabic is read in Arabic', async () => {
    const at = await place('ces', [text], ['en', 'ar']);
    expectInOrder(await seen(`/a/${at.key}/languages`), ['English', 'العربية']);
    expectInOrder(await seen(`/a/${at.key}?l=ar`), ['Lumen', '( )1', '( )7', 'إرسال']);
  });
});

async function place(metric: SurveyMetricId, followUps: FollowUp[], languages: ('en' | 'ar')[] = ['en']) {
  const workspace = await testWorkspace();
  const placement = await testPlacement(workspace.scope, metric);
  const content = { ...newContent('en', { topic: 'book a visit' }), followUps, languages };
  await editDraft(workspace.scope, { id: placement.surveyId, title: 'Asked', content });
  await publishSurvey(workspace.scope, { id: placement.surveyId, series: 'same' });
  return { ...workspace, ...placement };
}

function startsW3m(): boolean {
  try {
    execFileSync('w3m', ['-version'], { stdio: 'ignore' });
    return true;
  } catch (_absent) {
    return false;
  }
}

/** What the text browser prints, its lines as one: words are in an order of their own, so a line may end behind any box. */
async function w3m(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('w3m', ['-dump', '-cols', '80', '-O', 'UTF-8', ...args], {
    env: { ...process.env, HOME: home, LANG: 'C.UTF-8' },
    timeout: 10_000,
  });
  return stdout.replace(/\s+/g, ' ').replace(/([([] [)\]]) /g, '$1');
}

const seen = (path: string) => w3m(base + path);

/** What the text browser prints after it has posted the fields and followed where that leads. */
function sent(path: string, fields: [string, string][]): Promise<string> {
  const file = join(home, 'form');
  writeFileSync(file, String(new URLSearchParams(fields)));
  return w3m('-post', file, base + path);
}

/** What a browser without scripts and styles sends of the page's form when nothing is touched. */
async function held(path: string): Promise<[string, string][]> {
  const source = await (await fetch(base + path)).text();
  expect(source).toMatch(new RegExp(`<form [^>]*method="post" action="${path}"`));
  const inputs = [...source.matchAll(/<input ([^>]*)>/g)].map(([, attributes = '']) =>
    Object.fromEntries([...attributes.matchAll(/([\w-]+)(?:="([^"]*)")?/g)].map(([, k, v]) => [k, v ?? ''])),
  );
  return inputs
    .filter(({ type, checked }) => !/radio|checkbox/.test(type ?? '') || checked !== undefined)
    .map(({ name, value }) => [name ?? '', value ?? '']);
}

function expectInOrder(printed: string, parts: string[]): void {
  let from = 0;
  for (const part of parts) {
    const at = printed.indexOf(part, from);
    expect(at, `“${part}” comes after the rest in: ${printed}`).toBeGreaterThanOrEqual(from);
    from = at + part.length;
  }
}

const storedAt = ({ placementId }: TestPlacement) =>
  rows<Record<string, unknown>>(
    database().orm,
    sql`SELECT score, words, comment, follow_ups, state, held IS NULL AS counted FROM responses
        WHERE placement_id = ${placementId}`,
  );
