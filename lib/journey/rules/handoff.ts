import type { JourneyMapView, StageView, TeamView, TouchpointView } from '../../insights/model';

/** A touchpoint with the stage it stands in, as far as handoffs need them. */
type Place = {
  touchpoint: Pick<TouchpointView, 'id' | 'title' | 'owner'>;
  stage: Pick<StageView, 'id' | 'title' | 'owner'>;
};

type Recorded = { id: string; fromId: string; toId: string };

/** Two touchpoints between which customers pass from one team to another. */
export type Handoff<R extends Recorded = JourneyMapView['handoffs'][number]> = {
  from: Place['touchpoint'];
  to: Place['touchpoint'];
  /** The stage of the receiving touchpoint. */
  stage: Place['stage'];
  /** null: nobody owns that end. */
  fromTeam: TeamView | null;
  toTeam: TeamView | null;
  /** False where something is recorded although the owners no longer differ, or nothing leads there any more. */
  current: boolean;
  /** What is agreed about it; null: nothing yet. */
  recorded: R | null;
};

/** Who owns a touchpoint: its own team, else its stage's. */
export function ownerOf({ touchpoint, stage }: Place): TeamView | null {
  return touchpoint.owner ?? stage.owner;
}

/**
 * The handoffs of a map in the order of the receiving touchpoints: wherever the owner changes from one touchpoint to the
 * next one of the map, or along a link of kind next or alternative. A touchpoint without an owner hands nothing over.
 * What was recorded stays in the list even where it is no longer a handoff.
 */
export function handoffsOf<R extends Recorded>(map: {
  stages: readonly (Place['stage'] & { touchpoints: readonly Place['touchpoint'][] })[];
  links: readonly Pick<JourneyMapView['links'][number], 'kind' | 'fromId' | 'toId'>[];
  handoffs: readonly R[];
}): Handoff<R>[] {
  const places = map.stages.flatMap((stage) =>
    stage.touchpoints.map((touchpoint): Place => ({ touchpoint, stage })),
  );
  const byId = new Map(places.map((place, index) => [place.touchpoint.id, { place, index }]));
  const recorded = new Map(map.handoffs.map((one) => [pairOf(one.fromId, one.toId), one]));
  const ways = [
    ...places.slice(1).map(({ touchpoint }, index) => ({
      fromId: (places[index] as Place).touchpoint.id,
      toId: touchpoint.id,
    })),
    ...map.links.flatMap(({ kind, fromId, toId }) =>
      (kind === 'next' || kind === 'alternative') && fromId !== null && toId !== null
        ? [{ fromId, toId }]
        : [],
    ),
  ];
  const found = new Map<string, Handoff<R> & { order: [number, number] }>();
  const add = (fromId: string, toId: string, onPath: boolean) => {
    const [from, to] = [byId.get(fromId), byId.get(toId)];
    const pair = pairOf(fromId, toId);
    if (!from || !to || found.has(pair)) return;
    const [fromTeam, toTeam] = [ownerOf(from.place), ownerOf(to.place)];
    const current = onPath && fromTeam !== null && toTeam !== null && fromTeam.id !== toTeam.id;
    const agreed = recorded.get(pair) ?? null;
    if (!current && agreed === null) return;
    found.set(pair, {
      from: from.place.touchpoint,
      to: to.place.touchpoint,
      stage: to.place.stage,
      fromTeam,
      toTeam,
      current,
      recorded: agreed,
      order: [to.index, from.index],
    });
  };
  for (const { fromId, toId } of ways) add(fromId, toId, true);
  for (const { fromId, toId } of map.handoffs) add(fromId, toId, false);
  return [...found.values()]
    .sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1])
    .map(({ order: _, ...handoff }) => handoff);
}

/**
 * What a handoff is called: by its teams, 'Sales → Field ops', or by its touchpoints where they do not tell it.
 *
 * @example handoffTitle({ fromTeam: null, toTeam: null, from: { title: 'Checkout' }, to: { title: 'Visit' } }) // 'Checkout → Visit'
 */
export function handoffTitle(handoff: {
  fromTeam: TeamView | null;
  toTeam: TeamView | null;
  from: { title: string };
  to: { title: string };
}): string {
  const { fromTeam, toTeam, from, to } = handoff;
  return fromTeam && toTeam && fromTeam.id !== toTeam.id
    ? `${fromTeam.name} → ${toTeam.name}`
    : `${from.title} → ${to.title}`;
}

const pairOf = (fromId: string, toId: string) => `${fromId} ${toId}`;
