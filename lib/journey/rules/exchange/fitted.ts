import type { JourneyDocument } from '../../model/document';
import { withoutMissingAnswers } from './own-answers';
import type { Speaks } from './read';

type Statement = JourneyDocument['statements'][number];

/**
 * A map that is there, as a file says it should be. Stages and touchpoints of the file are those of the map that have
 * their id or else their title, so that their answers stay with them; whatever the file does not speak of stays as it
 * is. No id of the file gets into the result unless this very map has it.
 *
 * @param current the map as it is now
 * @param wanted what the file says, with the workspace's own teams, personas and channels in it
 */
export function fitted(
  current: JourneyDocument,
  wanted: JourneyDocument,
  speaks: Speaks,
  newId: () => string,
): JourneyDocument {
  const stages = paired(current.stages, wanted.stages, ({ title }) => title);
  const touchpoints = paired(current.touchpoints, wanted.touchpoints, ({ title }) => title);
  const ids = new Map<string, string>();
  for (const list of [wanted.stages, wanted.touchpoints]) {
    for (const { id } of list) ids.set(id, stages.get(id)?.id ?? touchpoints.get(id)?.id ?? newId());
  }
  const of = (id: string): string => ids.get(id) ?? id;
  const maybe = (id: string | null) => (id === null ? null : of(id));
  const shown = new Set(ids.values());
  const stays = (id: string | null) => id === null || shown.has(id);

  return {
    ...current,
    journey: { ...current.journey, ...picked(wanted.journey, speaks.journey) },
    personas: speaks.personas && wanted.personas.length > 0 ? wanted.personas : current.personas,
    teams: [],
    channels: [],
    stages: wanted.stages.map((one) => {
      const known = stages.get(one.id);
      return known ? { ...known, ...picked(one, speaks.stage) } : { ...one, id: of(one.id) };
    }),
    touchpoints: wanted.touchpoints.map((one) => {
      const known = touchpoints.get(one.id);
      const place = { id: of(one.id), stageId: of(one.stageId) };
      // People and other journeys belong to where a file was made: a touchpoint keeps its own, a new one has none.
      const { ownerUserId = null, subJourneyId = null } = known ?? {};
      if (known) return { ...known, ...picked(one, speaks.touchpoint), ownerUserId, subJourneyId, ...place };
      const alone = { lineageId: newId(), splitFromId: null, splitAt: null, absorbed: [] };
      return { ...one, ...alone, ownerUserId, subJourneyId, ...place };
    }),
    statements: [
      ...current.statements.filter(
        (one) => !speaksOf(one, speaks) && stays(one.touchpointId) && stays(one.stageId),
      ),
      ...statementsOf(current, wanted, speaks, maybe, newId),
    ],
    links: speaks.links
      ? wanted.links.map((one) => ({
          ...one,
          id: current.links.some(({ id }) => id === one.id) ? one.id : newId(),
          fromId: maybe(one.fromId),
          toId: maybe(one.toId),
        }))
      : current.links.filter(({ fromId, toId }) => stays(fromId) && stays(toId)),
    handoffs: speaks.links
      ? wanted.handoffs.map((one) => {
          const [fromId, toId] = [of(one.fromId), of(one.toId)];
          const known = current.handoffs.find((other) => other.fromId === fromId && other.toId === toId);
          return { ...one, id: known?.id ?? newId(), fromId, toId, lineageId: known?.lineageId ?? null };
        })
      : current.handoffs.filter(({ fromId, toId }) => stays(fromId) && stays(toId)),
    researchQuestions: speaks.questions
      ? wanted.researchQuestions.map((one) => {
          const known = current.researchQuestions.find(({ id, text }) => id === one.id || text === one.text);
          return { ...one, id: known?.id ?? newId() };
        })
      : current.researchQuestions,
  };
}

/** Whether the file would say this statement, if it held. A table says nothing about a stage or the whole. */
function speaksOf(statement: Statement, speaks: Speaks): boolean {
  const everywhere = speaks.links;
  return speaks.statements.includes(statement.kind) && (everywhere || statement.touchpointId !== null);
}

function statementsOf(
  current: JourneyDocument,
  wanted: JourneyDocument,
  speaks: Speaks,
  maybe: (id: string | null) => string | null,
  newId: () => string,
): Statement[] {
  const left = new Set(current.statements);
  return wanted.statements.map((said) => {
    const [stageId, touchpointId] = [maybe(said.stageId), maybe(said.touchpointId)];
    const known = [...left].find(
      (other) =>
        other.kind === said.kind &&
        (other.id === said.id ||
          (other.text === said.text && other.touchpointId === touchpointId && other.stageId === stageId)),
    );
    if (known) left.delete(known);
    const place = { id: known?.id ?? newId(), stageId, touchpointId };
    const answers = new Set(known?.evidence.filter(({ responseId }) => responseId).map(({ id }) => id));
    const one = withoutMissingAnswers(said, ({ id }) => answers.has(id));
    if (known && !speaks.links)
      return { ...known, ...place, text: one.text, state: one.state, effect: one.effect };
    return {
      ...one,
      ...place,
      evidence: one.evidence.map((piece) => {
        const own = known?.evidence.find(({ id }) => id === piece.id);
        const answer = { placementId: own?.placementId ?? null, responseId: own?.responseId ?? null };
        return { ...piece, id: own?.id ?? newId(), ...answer };
      }),
    };
  });
}

/** For each wanted object the one of the map that it is: by id, else the first of its name that is left. */
function paired<T extends { id: string }>(
  current: readonly T[],
  wanted: readonly T[],
  nameOf: (one: T) => string,
): Map<string, T> {
  const pairs = new Map<string, T>();
  const left = new Map(current.map((one) => [one.id, one]));
  const take = (one: T, found: T | undefined) => {
    if (!found) return;
    pairs.set(one.id, found);
    left.delete(found.id);
  };
  for (const one of wanted) take(one, left.get(one.id));
  for (const one of wanted) {
    if (pairs.has(one.id)) continue;
    const name = nameOf(one).toLowerCase();
    take(
      one,
      [...left.values()].find((other) => nameOf(other).toLowerCase() === name),
    );
  }
  return pairs;
}

function picked<T extends object>(one: T, fields: readonly string[]): Partial<T> {
  return Object.fromEntries(Object.entries(one).filter(([field]) => fields.includes(field))) as Partial<T>;
}
