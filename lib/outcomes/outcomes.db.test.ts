import { beforeAll, describe, expect, test } from 'vitest';
import { listBenchmarks } from '@/db/queries/benchmarks';
import { findContactIds, listKindsOnFile, listOutcomesOf, listSeriesOnFile } from '@/db/queries/outcomes';
import type { Scope } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { testPlacement } from '@/db/testing/placement';
import { addDays } from '../clock';
import { addContacts } from '../distribution/commands/add-contacts';
import { eraseContact } from '../distribution/commands/erase-contact';
import { newId } from '../id';
import { makeApiKey } from '../identity/commands/make-api-key';
import { proveKey } from '../identity/prove';
import { recordAnswers } from '../response/commands/record-answers';
import type { Recording } from '../response/model';
import { assumeEconomics } from './commands/assume-economics';
import { addBenchmark, editBenchmark, removeBenchmark } from './commands/benchmark';
import { eraseOutcomes } from './commands/erase-outcomes';
import { importOutcomes } from './commands/import-outcomes';
import { recordOutcomes } from './commands/record-outcomes';
import type { NewBenchmark } from './model';
import { loadEconomics } from './views/load-economics';
import { loadOutcomes } from './views/load-outcomes';

testDatabase();

const NOW = new Date('2026-06-30T12:00:00Z');
const START = '2025-01-01';

let a: TestWorkspace;
let b: TestWorkspace;
let placementId: string;

const study = (scope: Scope, query = '') => loadOutcomes(scope, new URLSearchParams(query), NOW);

function answer(who: { key: string } | { contactId: string }, day: string, score: number): Recording {
  return {
    ...{ placementId, responseId: newId(), seq: 1, state: 'complete', score, words: null, comment: null },
    ...{ keyHash: null, invitationId: null, persona: '', attributes: null, source: 'link', day },
    contactId: 'contactId' in who ? who.contactId : null,
    respondentKey: 'key' in who ? who.key : null,
    receivedAt: new Date(`${day}T10:00:00Z`),
  } as Recording;
}

beforeAll(async () => {
  a = await testWorkspace({ timeZone: 'Europe/Berlin' });
  b = await testWorkspace({ timeZone: 'Europe/Berlin' });
  ({ placementId } = await testPlacement(a.scope, 'nps'));
  // 200 customers: of 100 detractors 40 leave after 50 days, of 100 promoters 10; everybody else is on file at the end.
  const people = Array.from({ length: 200 }, (_, index) => ({
    key: `C-${index}`,
    score: index < 100 ? 3 : 9,
    day: addDays(START, index % 100),
    leaves: index < 40 || index >= 190,
  }));
  await recordAnswers(
    a.scope,
    people.map((one) => answer(one, one.day, one.score)),
  );
  await recordOutcomes(a.scope, {
    outcomes: people.map(({ key, day, leaves }) =>
      leaves
        ? { person: { key }, kind: 'churned', day: addDays(day, 50) }
        : { person: { key }, kind: 'renewed', day: '2026-06-01' },
    ),
  });
});

describe('Outcomes', () => {
  test('are joined with the first answer before them, and counted within the horizon', async () => {
    const { study: found, through, asked } = await study(a.scope);
    expect(through).toBe('2026-06-01');
    expect(asked).toEqual({ metric: 'nps', lineageId: null, kind: 'churned', horizon: 365 });
    expect(found?.byGroup.map(({ group, n, events }) => [group, n, events])).toEqual([
      ['low', 100, 40],
      ['middle', 0, 0],
      ['high', 100, 10],
    ]);
    expect(found?.slope?.oddsInterval.high).toBeLessThan(1);
    expect(found?.survival.longer?.interval.low).toBeGreaterThan(0);
  });

  test('of another workspace cannot be seen, changed or told from none', async () => {
    expect(await study(b.scope)).toMatchObject({ onFile: [], through: null, asked: null, study: null });
    expect(await listKindsOnFile(b.scope)).toEqual([]);
    expect(await listSeriesOnFile(b.scope)).toEqual([]);
    expect(await listOutcomesOf(b.scope, 'key:C-1')).toEqual([]);
    await expect(eraseOutcomes(b.scope, { key: 'C-1' })).rejects.toMatchObject({ code: 'not_found' });
    await recordOutcomes(b.scope, {
      outcomes: [{ person: { key: 'C-1' }, kind: 'churned', day: '2025-01-02' }],
    });
    // Nobody answered there, so there is nothing to join it with; here nothing moved.
    expect((await study(b.scope)).study).toBeNull();
    expect((await study(a.scope)).study?.events).toBe(50);
  });

  test('that come on the day of the answer or before it tell nothing about it', async () => {
    await recordAnswers(a.scope, [
      answer({ key: 'early' }, '2025-02-01', 0),
      answer({ key: 'same' }, '2025-02-01', 0),
    ]);
    await recordOutcomes(a.scope, {
      outcomes: [
        { person: { key: 'early' }, kind: 'churned', day: '2025-01-31' },
        { person: { key: 'same' }, kind: 'churned', day: '2025-02-01' },
      ],
    });
    expect((await study(a.scope)).study?.n).toBe(200);
    await eraseOutcomes(a.scope, { key: 'early' });
    await eraseOutcomes(a.scope, { key: 'same' });
  });

  test('take the first answer of a person, whatever was answered later', async () => {
    await recordAnswers(a.scope, [answer({ key: 'C-50' }, '2026-03-01', 10)]);
    expect((await study(a.scope)).study?.byGroup[0]).toMatchObject({ n: 100, events: 40 });
  });

  test('follow the filter and the horizon of the address', async () => {
    expect((await study(a.scope, 'horizon=90')).study?.events).toBe(50);
    expect((await study(a.scope, 'from=2025-01-01&to=2025-01-10')).study?.n).toBe(20);
    expect((await study(a.scope, 'source=email')).study?.n).toBe(0);
    expect((await study(a.scope, 'outcome=renewed')).study?.events).toBe(0);
    await expect(study(a.scope, 'metric=tea')).rejects.toMatchObject({ code: 'bad_request' });
  });

  test('sent again change nothing, and with another amount they change', async () => {
    const spent = (amount: number) => ({
      outcomes: [{ person: { key: 'C-1' }, kind: 'spent' as const, day: '2025-06-01', amount }],
    });
    expect(await recordOutcomes(a.scope, spent(10))).toEqual({
      added: 1,
      changed: 0,
      repeated: 0,
      unknown: [],
    });
    expect(await recordOutcomes(a.scope, spent(10))).toEqual({
      added: 0,
      changed: 0,
      repeated: 1,
      unknown: [],
    });
    expect(await recordOutcomes(a.scope, spent(12))).toEqual({
      added: 0,
      changed: 1,
      repeated: 0,
      unknown: [],
    });
    expect(await listOutcomesOf(a.scope, 'key:C-1')).toContainEqual({
      ...{ person: 'key:C-1', kind: 'spent', day: '2025-06-01', amount: 12 },
    });
  });

  test('of a contact go with the contact, and nothing is kept of who is none', async () => {
    await addContacts(a.scope, {
      contacts: [{ email: 'ana@example.com', name: 'Ana', personaId: null, attributes: {} }],
    });
    const written = await recordOutcomes(a.scope, {
      outcomes: [
        { person: { email: 'nobody@example.com' }, kind: 'renewed', day: '2025-06-01' },
        { person: { email: 'ANA@example.com' }, kind: 'renewed', day: '2025-06-01' },
      ],
    });
    expect(written).toEqual({ added: 1, changed: 0, repeated: 0, unknown: [0] });
    const id = (await findContactIds(a.scope, ['ana@example.com'])).get('ana@example.com') ?? '';
    expect(await findContactIds(b.scope, ['ana@example.com'])).toEqual(new Map());
    expect(await listOutcomesOf(a.scope, `contact:${id}`)).toHaveLength(1);
    await eraseContact(a.scope, { id });
    expect(await listOutcomesOf(a.scope, `contact:${id}`)).toEqual([]);
  });

  test('are refused without an amount where one is needed, and with one where none belongs', async () => {
    const one = { person: { key: 'x' }, day: '2025-06-01' };
    for (const outcome of [
      { ...one, kind: 'spent' },
      { ...one, kind: 'renewed', amount: 3 },
      { ...one, kind: 'renewed', day: 'soon' },
      { ...one, kind: 'moved' },
      { ...one, kind: 'renewed', person: { key: 'x', email: 'x@example.com' } },
    ]) {
      await expect(recordOutcomes(a.scope, { outcomes: [outcome as never] })).rejects.toMatchObject({
        code: 'invalid',
      });
    }
    const many = Array.from({ length: 1001 }, () => ({ ...one, kind: 'renewed' as const }));
    await expect(recordOutcomes(a.scope, { outcomes: many })).rejects.toMatchObject({ code: 'invalid' });
  });

  test('come in from a file, once', async () => {
    const csv = 'customer,left on\nF-1,2025-08-01\nF-2,\nF-3,never\n';
    const plan = { columns: ['person' as const, 'leftOn' as const] };
    const first = await importOutcomes(b.scope, { csv, plan });
    expect(first).toMatchObject({ added: 1, repeated: 0, unknown: 0, refused: [{ row: 4 }] });
    expect(await importOutcomes(b.scope, { csv, plan })).toMatchObject({ added: 0, repeated: 1 });
  });

  test('are brought in by editors and by keys made for it, by nobody else', async () => {
    const outcomes = [{ person: { key: 'k' }, kind: 'renewed' as const, day: '2025-06-01' }];
    await expect(recordOutcomes(await b.as('viewer'), { outcomes })).rejects.toMatchObject({
      code: 'forbidden',
    });
    const reader = await proveKey((await makeApiKey(b.scope, { name: 'Reads' })).key);
    await expect(recordOutcomes(reader as Scope, { outcomes })).rejects.toMatchObject({ code: 'forbidden' });
    const writer = await proveKey((await makeApiKey(b.scope, { name: 'Writes', writes: true })).key);
    expect(await recordOutcomes(writer as Scope, { outcomes })).toMatchObject({ added: 1 });
    await expect(eraseOutcomes(writer as Scope, { key: 'k' })).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('Economics', () => {
  test('are measured where enough left, assumed where not, and empty elsewhere', async () => {
    const none = { grossMargin: null, monthlyChurn: null, contactsAfterBad: null, contactsAfterGood: null };
    await assumeEconomics(a.scope, {
      ...none,
      ...{
        currency: 'CHF',
        customersPerYear: 5000,
        arpuPerMonth: 30,
        churnAfterBad: 0.5,
        churnAfterGood: 0.4,
      },
      costPerContact: 7,
    });
    const { currency, figures } = await loadEconomics(a.scope, NOW);
    expect(currency).toBe('CHF');
    expect(figures.churnAfterBad).toMatchObject({
      value: 0.4,
      origin: { kind: 'measured', n: 100, events: 40 },
    });
    expect(figures.churnAfterGood.value).toBe(0.1);
    expect(figures.customersPerYear).toMatchObject({ value: 5000, origin: { kind: 'assumed' } });
    expect(figures.grossMargin).toEqual({ value: null, origin: null });
    expect((await loadEconomics(b.scope, NOW)).figures.customersPerYear.value).toBeNull();
    await expect(
      assumeEconomics(await a.as('viewer'), {
        ...none,
        ...{ currency: 'EUR', customersPerYear: 1, arpuPerMonth: 1, churnAfterBad: 0, churnAfterGood: 0 },
        costPerContact: 1,
      }),
    ).rejects.toMatchObject({ code: 'forbidden' });
  });
});

describe('Benchmarks', () => {
  const one: NewBenchmark = {
    ...{
      metric: 'nps',
      value: 0.31,
      scale: '0…10',
      source: 'Industry report',
      link: null,
      year: 2025,
      n: 1200,
    },
  };

  test('are kept with source and year, changed, removed, and seen by their own workspace alone', async () => {
    const { id } = await addBenchmark(a.scope, one);
    expect(await listBenchmarks(a.scope)).toEqual([{ id, ...one }]);
    expect(await listBenchmarks(b.scope)).toEqual([]);
    await expect(editBenchmark(b.scope, { id, ...one, value: 0.9 })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(removeBenchmark(b.scope, { id })).rejects.toMatchObject({ code: 'not_found' });
    await editBenchmark(a.scope, { id, ...one, value: 0.4 });
    expect((await listBenchmarks(a.scope))[0]?.value).toBe(0.4);
    await removeBenchmark(a.scope, { id });
    expect(await listBenchmarks(a.scope)).toEqual([]);
  });

  test('are refused without a source or a year, and where the scale cannot have the value', async () => {
    for (const wrong of [{ source: '' }, { year: 20 }, { value: 31 }]) {
      await expect(addBenchmark(a.scope, { ...one, ...wrong } as never)).rejects.toMatchObject({
        code: 'invalid',
      });
    }
  });
});
