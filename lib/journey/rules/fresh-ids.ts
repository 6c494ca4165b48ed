import type { JourneyDocument } from '../model/document';

/**
 * The same map under ids of its own, so that it can stand beside the one it comes from. Lineages stay, and with them the
 * answers that both show; so do teams, people, personas and sub-journeys, which belong to the workspace.
 *
 * @param fresh makes an id that nobody has
 */
export function withFreshIds(document: JourneyDocument, fresh: () => string): JourneyDocument {
  const ids = new Map<string, string>();
  const of = (id: string) => {
    const known = ids.get(id) ?? fresh();
    ids.set(id, known);
    return known;
  };
  const maybe = (id: string | null) => (id === null ? null : of(id));
  const here = new Set(document.touchpoints.map(({ id }) => id));
  return {
    ...document,
    stages: document.stages.map((one) => ({ ...one, id: of(one.id) })),
    touchpoints: document.touchpoints.map((one) => ({
      ...one,
      id: of(one.id),
      stageId: of(one.stageId),
      splitFromId: one.splitFromId !== null && here.has(one.splitFromId) ? of(one.splitFromId) : null,
    })),
    statements: document.statements.map((one) => ({
      ...one,
      id: of(one.id),
      stageId: maybe(one.stageId),
      touchpointId: maybe(one.touchpointId),
      evidence: one.evidence.map((piece) => ({ ...piece, id: of(piece.id) })),
    })),
    links: document.links.map((one) => ({
      ...one,
      id: of(one.id),
      fromId: maybe(one.fromId),
      toId: maybe(one.toId),
    })),
    handoffs: document.handoffs.map((one) => ({
      ...one,
      id: of(one.id),
      fromId: of(one.fromId),
      toId: of(one.toId),
    })),
    researchQuestions: document.researchQuestions.map((one) => ({ ...one, id: of(one.id) })),
  };
}
