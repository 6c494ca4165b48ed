import { expect, test } from 'vitest';
import { EMPTY_EVIDENCE, EMPTY_STATEMENT, type EvidenceView, type StatementDetail } from '../model/statement';
import {
  countsByKind,
  entriesIn,
  parseRegisterFilter,
  registerOf,
  registerSearch,
} from './evidence-register';

const TODAY = '2026-06-15';

const piece = (over: Partial<EvidenceView>): EvidenceView => ({
  ...EMPTY_EVIDENCE,
  ...{ id: over.gatheredOn ?? 'x', kind: 'interview', gatheredOn: '2026-06-01' },
  ...{ author: null, addedOn: TODAY, answer: null, ...over },
});

const said: StatementDetail = {
  ...EMPTY_STATEMENT,
  ...{ id: 's', kind: 'pain', text: 'They wait', state: 'validated', stageId: null, touchpointId: null },
  ...{ author: null, createdOn: TODAY, stateChangedOn: TODAY },
  evidence: [
    piece({ gatheredOn: '2025-06-01' }),
    piece({ kind: 'expert', gatheredOn: '2026-05-01' }),
    piece({ kind: 'expert', gatheredOn: '2026-06-02', expiresOn: '2026-06-14' }),
    piece({ kind: 'ticket', gatheredOn: '2026-04-01', expiresOn: TODAY }),
  ],
};

test('holds every piece, the newest first, with what time has taken from it', () => {
  const entries = registerOf([said], TODAY);
  expect(entries.map((one) => [one.piece.gatheredOn, one.worn])).toEqual([
    ['2026-06-02', 'expired'],
    ['2026-05-01', null],
    ['2026-04-01', null],
    ['2025-06-01', 'old'],
  ]);
  expect(entries.every(({ state }) => state === 'validated')).toBe(true);
});

test('says what the evidence carries, not what is claimed', () => {
  const old = { ...said, evidence: said.evidence.slice(0, 1) };
  expect(registerOf([old], TODAY)[0]?.state).toBe('partly');
});

test('counts by kind, and filters by kind and by age together', () => {
  const entries = registerOf([said], TODAY);
  expect(countsByKind(entries)).toEqual([
    { kind: 'interview', count: 1 },
    { kind: 'ticket', count: 1 },
    { kind: 'expert', count: 2 },
  ]);
  expect(entriesIn(entries, { kind: null, worn: true })).toHaveLength(2);
  expect(entriesIn(entries, { kind: 'expert', worn: false })).toHaveLength(2);
  expect(entriesIn(entries, { kind: 'expert', worn: true })).toHaveLength(1);
});

test('an address keeps the filter, and one that is unknown asks for nothing', () => {
  for (const filter of [
    { kind: null, worn: false },
    { kind: 'mystery_shop', worn: true },
  ] as const) {
    expect(parseRegisterFilter(new URLSearchParams(registerSearch(filter)))).toEqual(filter);
  }
  expect(parseRegisterFilter(new URLSearchParams('kind=rumour&age=young'))).toEqual({
    kind: null,
    worn: false,
  });
});
