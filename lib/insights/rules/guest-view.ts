import type { JourneyMapView, TouchpointDetailView, TouchpointView } from '../model';

/** What the link permits beyond the map itself. */
type Permits = {
  /** Customers' own words. */
  words: boolean;
};

/**
 * A map for whoever holds a link: the same stages, statements and numbers, without members' names and inner notes, without
 * what of the workspace's teams and channels the map does not show, and without customers' own words where the link does
 * not permit them.
 */
export function guestMap(map: JourneyMapView, permits: Permits): JourneyMapView {
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);
  const teams = new Set(
    [...map.stages, ...touchpoints].flatMap(({ owner, contributors }) =>
      [owner, ...contributors].map((team) => team?.id),
    ),
  );
  const channels = new Set(touchpoints.flatMap((one) => one.channels));
  return {
    ...map,
    owner: null,
    copiedFromId: null,
    members: [],
    teams: map.teams.filter(({ id }) => teams.has(id)),
    channels: map.channels.filter(({ key }) => channels.has(key)),
    parents: [],
    researchQuestions: [],
    setupStep: null,
    retiredParts: { stages: [], touchpoints: [] },
    statements: map.statements.map((one) => (permits.words ? one : { ...one, words: null })),
    stages: map.stages.map((stage) => ({
      ...stage,
      touchpoints: stage.touchpoints.map((touchpoint) => guestTouchpoint(touchpoint, permits)),
    })),
  };
}

/** One opened touchpoint for whoever holds a link; the surveys behind it stay inside. */
export function guestDetail(detail: TouchpointDetailView, permits: Permits): TouchpointDetailView {
  return {
    ...detail,
    touchpoint: guestTouchpoint(detail.touchpoint, permits),
    surveys: [],
    comments: permits.words ? detail.comments : [],
  };
}

const guestTouchpoint = (touchpoint: TouchpointView, { words }: Permits): TouchpointView => ({
  ...touchpoint,
  ownerPerson: null,
  subJourney: null,
  playbook: '',
  decisionReason: '',
  quote: words ? touchpoint.quote : null,
});
