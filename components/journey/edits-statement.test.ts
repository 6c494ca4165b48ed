import { describe, expect, test } from 'vitest';
import type { StatementView } from '@/lib/insights/model';
import { applyEdit, type MapEdit } from './edits';
import { markOf } from './edits-statement';
import { mapView, stageView, touchpointView } from './fixture';
import { seenOf } from './seen';

const statement = (id: string, over: Partial<StatementView> = {}): StatementView => ({
  id,
  stageId: null,
  touchpointId: 'a',
  kind: 'pain',
  effect: null,
  text: `Text ${id}`,
  claimed: 'assumption',
  state: 'assumption',
  personaId: null,
  expiresOn: null,
  createdOn: '2026-01-01',
  evidence: [],
  ...over,
});

const evidence = (id: string, over: Partial<StatementView['evidence'][number]> = {}) => ({
  id,
  kind: 'interview',
  stance: 'supports',
  gatheredOn: '2026-02-01',
  expiresOn: null,
  n: null,
  ...over,
});

const map = mapView([stageView('s', [touchpointView('a')])], {
  statements: [
    statement('1', { claimed: 'validated', state: 'validated', evidence: [evidence('e')] }),
    statement('2', { kind: 'gain' }),
    statement('3'),
    statement('4'),
  ],
});
const applied = (edit: MapEdit) => applyEdit(map, edit).statements;
const one = (edit: MapEdit, id: string) => applied(edit).find((found) => found.id === id);

describe('statements at once', () => {
  test('a new one is an assumption, whatever it claims', () => {
    const about = { stageId: null, touchpointId: 'a' };
    const said = { kind: 'need', text: 'A date', state: 'validated' } as const;
    const [made] = applied({ kind: 'addStatement', journeyId: 'journey', about, statement: said }).slice(-1);
    expect(made).toMatchObject({ ...about, text: 'A date', claimed: 'validated', state: 'assumption' });
  });

  test('without its evidence a claim is shown as less, and with more evidence as what was claimed', () => {
    expect(one({ kind: 'removeEvidence', id: 'e' }, '1')).toMatchObject({
      claimed: 'validated',
      state: 'assumption',
    });
    const old = { kind: 'editEvidence', id: 'e', patch: { gatheredOn: '2024-02-01' } } as const;
    expect(one(old, '1')?.state).toBe('partly');
    expect(one({ kind: 'editStatement', id: '3', patch: { state: 'partly' } }, '3')?.state).toBe(
      'assumption',
    );
  });

  test('moving changes the order among its own kind only', () => {
    expect(applied({ kind: 'moveStatement', id: '4', index: 0 }).map(({ id }) => id)).toEqual([
      '4',
      '2',
      '1',
      '3',
    ]);
    expect(applied({ kind: 'moveStatement', id: 'none', index: 0 })).toEqual(map.statements);
  });

  test('an answer that is promoted is known at once, so that it is not promoted twice', () => {
    const answer = { placementId: 'p', responseId: 'r' };
    const made = applied({ kind: 'promoteAnswer', touchpointId: 'a', answer, as: 'gain' }).at(-1);
    expect(made).toMatchObject({ kind: 'gain', state: 'partly' });
    expect(made?.evidence.map(({ id }) => id)).toEqual([markOf(answer)]);
    const attached = one(
      { kind: 'attachAnswer', statementId: '3', answer, stance: 'supports', gatheredOn: '2026-03-01' },
      '3',
    );
    expect(attached?.evidence.map(({ id }) => id)).toEqual([markOf(answer)]);
  });

  test('a kind that is not backstage loses its effect', () => {
    const backstage = applyEdit(map, {
      kind: 'editStatement',
      id: '3',
      patch: { kind: 'system', effect: 'hinders' },
    });
    expect(backstage.statements[2]).toMatchObject({ kind: 'system', effect: 'hinders' });
    const back = applyEdit(backstage, { kind: 'editStatement', id: '3', patch: { kind: 'gap' } });
    expect(back.statements[2]?.effect).toBeNull();
  });

  test('what a writer saw of a statement is what it claims, not what it is shown as', () => {
    const faded = mapView([], { statements: [statement('1', { claimed: 'validated', state: 'partly' })] });
    const edit = { kind: 'editStatement', id: '1', patch: { state: 'refuted', text: 'New' } } as const;
    expect(seenOf(faded, edit)).toEqual({ state: 'validated', text: 'Text 1' });
  });
});
