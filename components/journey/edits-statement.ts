import type { JourneyMapView, StatementView } from '@/lib/insights/model';
import {
  type EvidenceFields,
  type Stance,
  type StatementFields,
  type StatementKind,
  UNWORDED,
} from '@/lib/journey/model/statement';
import { effectFor, stateOn } from '@/lib/journey/rules/statement';
import type { Seen } from './seen';

/** What a statement is about: one of these two, or neither for the whole journey. */
export type About = { stageId: string | null; touchpointId: string | null };

/** A customer's answer, named and not quoted. */
export type NamedAnswer = { placementId: string; responseId: string };

/** A change of what the team says, or of why it is believed. */
export type StatementEdit =
  | {
      kind: 'addStatement';
      journeyId: string;
      about: About;
      statement: Pick<StatementFields, 'kind' | 'text'> & Partial<StatementFields>;
    }
  | { kind: 'promoteAnswer'; touchpointId: string; answer: NamedAnswer; as: StatementKind }
  | { kind: 'editStatement'; id: string; patch: Partial<StatementFields>; seen?: Seen | undefined }
  | { kind: 'moveStatement'; id: string; index: number }
  | { kind: 'retireStatement'; id: string }
  | { kind: 'restoreStatement'; id: string }
  | {
      kind: 'addEvidence';
      statementId: string;
      evidence: Pick<EvidenceFields, 'kind' | 'gatheredOn'> & Partial<EvidenceFields>;
      /** Where it comes back as what it was. */
      id?: string;
    }
  | {
      kind: 'attachAnswer';
      statementId: string;
      answer: NamedAnswer;
      stance: Stance;
      gatheredOn: string;
      expiresOn?: string | null;
      id?: string;
    }
  | { kind: 'editEvidence'; id: string; patch: Partial<EvidenceFields>; seen?: Seen | undefined }
  | { kind: 'removeEvidence'; id: string };

/** What evidence that is still on its way is known by, where it is one of our own answers. */
export const markOf = ({ placementId, responseId }: NamedAnswer) => `pending ${placementId} ${responseId}`;

const KINDS: ReadonlySet<string> = new Set<StatementEdit['kind']>([
  'addStatement',
  'promoteAnswer',
  'editStatement',
  'moveStatement',
  'retireStatement',
  'restoreStatement',
  'addEvidence',
  'attachAnswer',
  'editEvidence',
  'removeEvidence',
]);

export function isStatementEdit(edit: { kind: string }): edit is StatementEdit {
  return KINDS.has(edit.kind);
}

/** The map as it will be once the edit is saved. What only the server knows, such as what comes back, comes later. */
export function applyStatementEdit(map: JourneyMapView, edit: StatementEdit): JourneyMapView {
  switch (edit.kind) {
    case 'addStatement':
      return added(map, edit.about, edit.statement, []);
    case 'promoteAnswer': {
      const about = { stageId: null, touchpointId: edit.touchpointId };
      const evidence = [
        evidenceOf(map, { kind: 'survey', gatheredOn: map.today, n: 1 }, markOf(edit.answer)),
      ];
      return added(map, about, { kind: edit.as, text: UNWORDED, state: 'partly' }, evidence);
    }
    case 'editStatement': {
      const { state: claimed, ...texts } = edit.patch;
      return withStatement(map, edit.id, (one) => {
        const kind = texts.kind ?? one.kind;
        const effect = texts.effect === undefined ? one.effect : texts.effect;
        const next = { ...one, ...texts, effect: effectFor(kind, effect), claimed: claimed ?? one.claimed };
        return texts.text === undefined ? next : { ...next, words: null };
      });
    }
    case 'moveStatement':
      return { ...map, statements: moved(map.statements, edit.id, edit.index) };
    case 'retireStatement':
      return { ...map, statements: map.statements.filter(({ id }) => id !== edit.id) };
    case 'restoreStatement':
      return map;
    case 'addEvidence':
      return withStatement(map, edit.statementId, (one) => ({
        ...one,
        evidence: [evidenceOf(map, edit.evidence, edit.id), ...one.evidence],
      }));
    case 'attachAnswer':
      return withStatement(map, edit.statementId, (one) => ({
        ...one,
        evidence: [
          evidenceOf(map, { ...edit, kind: 'survey', n: 1 }, edit.id ?? markOf(edit.answer)),
          ...one.evidence,
        ],
      }));
    case 'editEvidence':
      return withEvidence(map, edit.id, (list) =>
        list.map((one) => (one.id === edit.id ? { ...one, ...edit.patch } : one)),
      );
    case 'removeEvidence':
      return withEvidence(map, edit.id, (list) => list.filter(({ id }) => id !== edit.id));
  }
}

/** What the map shows of a statement whose fields an edit changes; undefined where there is nothing to lose. */
export function storedOfStatement(map: JourneyMapView, edit: StatementEdit): object | undefined {
  if (edit.kind === 'editStatement') {
    const found = map.statements.find(({ id }) => id === edit.id);
    return found && { ...found, state: found.claimed };
  }
  if (edit.kind === 'editEvidence') {
    return map.statements.flatMap(({ evidence }) => evidence).find(({ id }) => id === edit.id);
  }
  return undefined;
}

/** The statements about the same, of the same kind, in their order. */
export function besideStatement(
  statements: readonly StatementView[],
  statement: Pick<StatementView, 'kind' | 'stageId' | 'touchpointId'>,
): StatementView[] {
  return statements.filter(
    (one) =>
      one.kind === statement.kind &&
      one.stageId === statement.stageId &&
      one.touchpointId === statement.touchpointId,
  );
}

function added(
  map: JourneyMapView,
  about: About,
  { kind, text, ...rest }: Pick<StatementFields, 'kind' | 'text'> & Partial<StatementFields>,
  evidence: StatementView['evidence'],
): JourneyMapView {
  const made: StatementView = {
    ...about,
    id: `pending ${map.statements.length}`,
    kind,
    effect: rest.effect ?? null,
    text,
    claimed: rest.state ?? 'assumption',
    state: 'assumption',
    personaId: rest.personaId ?? null,
    expiresOn: rest.expiresOn ?? null,
    createdOn: map.today,
    evidence,
  };
  return { ...map, statements: [...map.statements, judged(map, made)] };
}

function evidenceOf(
  map: JourneyMapView,
  {
    kind,
    gatheredOn,
    stance,
    expiresOn,
    n,
  }: Partial<EvidenceFields> & Pick<EvidenceFields, 'kind' | 'gatheredOn'>,
  id: string = `pending ${map.statements.reduce((sum, { evidence }) => sum + evidence.length, 0)}`,
): StatementView['evidence'][number] {
  return { id, kind, gatheredOn, stance: stance ?? 'supports', expiresOn: expiresOn ?? null, n: n ?? null };
}

function withStatement(
  map: JourneyMapView,
  id: string,
  change: (statement: StatementView) => StatementView,
): JourneyMapView {
  return {
    ...map,
    statements: map.statements.map((one) => (one.id === id ? judged(map, change(one)) : one)),
  };
}

function withEvidence(
  map: JourneyMapView,
  evidenceId: string,
  change: (evidence: StatementView['evidence']) => StatementView['evidence'],
): JourneyMapView {
  const owner = map.statements.find(({ evidence }) => evidence.some(({ id }) => id === evidenceId));
  return owner ? withStatement(map, owner.id, (one) => ({ ...one, evidence: change(one.evidence) })) : map;
}

function judged({ today }: JourneyMapView, one: StatementView): StatementView {
  return { ...one, state: stateOn({ ...one, state: one.claimed }, one.evidence, today) };
}

/** The list with one statement at another place among its own kind; all others keep theirs. */
function moved(statements: readonly StatementView[], id: string, index: number): StatementView[] {
  const statement = statements.find((one) => one.id === id);
  if (!statement) return [...statements];
  const group = besideStatement(statements, statement);
  const others = group.filter((one) => one !== statement);
  const order = [...others.slice(0, index), statement, ...others.slice(index)].values();
  return statements.map((one) => (group.includes(one) ? (order.next().value ?? one) : one));
}
