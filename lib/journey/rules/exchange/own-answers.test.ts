import { describe, expect, test } from 'vitest';
import { newId } from '../../../id';
import type { JourneyDocument } from '../../model/document';
import type { StatementState } from '../../model/statement';
import { fitted } from './fitted';
import { EVERYTHING } from './json';
import { emptyDocument, withNewIdentity } from './parts';

type Statement = JourneyDocument['statements'][number];
type Evidence = Statement['evidence'][number];

const piece = (over: Partial<Evidence>): Evidence => ({
  ...{ id: newId(), kind: 'interview', stance: 'supports', method: '', gatheredOn: '2026-03-01', n: null },
  ...{ quote: '', link: '', placementId: null, responseId: null, expiresOn: null },
  ...over,
});
const answer = (over: Partial<Evidence> = {}) =>
  piece({ kind: 'survey', placementId: newId(), responseId: newId(), ...over });

function documentOf(state: StatementState, evidence: Evidence[]): JourneyDocument {
  const statement: Statement = {
    ...{ id: newId(), stageId: null, touchpointId: null, kind: 'pain', effect: null, text: 'Slow' },
    ...{ state, personaId: null, expiresOn: null, evidence },
  };
  return { ...emptyDocument('J', newId), statements: [statement] };
}

/** What a file says once it is a journey of its own, and once it is read into a map that is there. */
function taken(document: JourneyDocument): (Statement | undefined)[] {
  const fresh = withNewIdentity(document, newId);
  const into = fitted(emptyDocument('Other', newId), document, EVERYTHING, newId);
  return [fresh.statements[0], into.statements[0]];
}

const taking = (state: StatementState, ...evidence: Evidence[]) =>
  taken(documentOf(state, evidence)).map((one) => [one?.state, one?.evidence.map(({ kind }) => kind)]);
const both = <T>(one: T) => [one, one];

describe('answers of another workspace', () => {
  test('carry nothing where nobody can look them up: a statement claims what is left', () => {
    expect(taking('validated', answer())).toEqual(both(['assumption', []]));
    expect(taking('partly', answer(), answer())).toEqual(both(['assumption', []]));
    expect(taking('validated', answer(), piece({ kind: 'expert' }))).toEqual(both(['partly', ['expert']]));
    expect(taking('refuted', answer({ stance: 'contradicts' }))).toEqual(both(['assumption', []]));
  });

  test('take nothing from what else is there, however old, nor from a lower claim', () => {
    const old = piece({ gatheredOn: '2011-01-01', expiresOn: '2012-01-01' });
    expect(taking('validated', answer(), old)).toEqual(both(['validated', ['interview']]));
    expect(taking('assumption', answer(), piece({}))).toEqual(both(['assumption', ['interview']]));
    expect(taking('refuted', answer(), piece({ stance: 'contradicts' }))).toEqual(
      both(['refuted', ['interview']]),
    );
    // A claim that never had evidence is the file's own, and is shown as what it is.
    expect(taking('validated')).toEqual(both(['validated', []]));
  });

  test('stay evidence on the map that they came from', () => {
    const document = documentOf('validated', [answer(), piece({})]);
    expect(fitted(document, document, EVERYTHING, newId).statements).toEqual(document.statements);
    const [statement] = document.statements;
    const erased = { ...document, statements: [{ ...(statement as Statement), evidence: [] }] };
    expect(fitted(erased, document, EVERYTHING, newId).statements[0]?.evidence).toHaveLength(1);
  });
});
