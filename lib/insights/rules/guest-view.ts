import { METRICS } from '../../scoring/metrics';
import type { Score } from '../../scoring/score';
import { emptyTally } from '../../scoring/tally';
import type { JourneyMapView, MeasureView, TouchpointDetailView, TouchpointView } from '../model';

/** What the link permits beyond the map itself. */
type Permits = {
  /** Customers' own words. */
  words: boolean;
};

/**
 * A map for whoever holds a link: the same stages, statements and numbers, without members' names and inner notes, without
 * what of the workspace's teams and channels the map does not show, and without customers' own words where the link does
 * not permit them. Of a score that too few answers carry it tells only how many there were: who narrows the filter must
 * not come down to one person's answer.
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
    measures: map.measures.map(guestMeasure),
    handoffs: map.handoffs.map((one) => ({ ...one, measures: one.measures.map(guestMeasure) })),
    personaCurves: map.personaCurves.map(({ persona, measures }) => ({
      persona,
      measures: measures.map((measure) => measure && guestMeasure(measure)),
    })),
    retiredParts: { stages: [], touchpoints: [] },
    statements: map.statements.map((one) => (permits.words ? one : { ...one, words: null })),
    stages: map.stages.map((stage) => ({
      ...stage,
      measures: stage.measures.map(guestMeasure),
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
    benchmarks: [],
    channels: detail.channels.map(({ channel, measures }) => ({
      channel,
      measures: measures.map(guestMeasure),
    })),
    measures: detail.measures.filter(({ metric, wording }) =>
      detail.touchpoint.measures.some((one) => one.shown && one.metric === metric && one.wording === wording),
    ),
    comments: permits.words ? detail.comments : [],
    trends: detail.trends.map((trend) => ({
      ...trend,
      slices: trend.slices.map((slice) => (slice.shown ? slice : { ...slice, score: withheld(slice.score) })),
    })),
  };
}

const guestTouchpoint = (touchpoint: TouchpointView, { words }: Permits): TouchpointView => ({
  ...touchpoint,
  ownerPerson: null,
  subJourney: null,
  measures: touchpoint.measures.map(guestMeasure),
  playbook: '',
  decisionReason: '',
  quote: words ? touchpoint.quote : null,
});

function guestMeasure(measure: MeasureView): MeasureView {
  if (measure.shown) return measure;
  return {
    ...measure,
    tally: emptyTally(METRICS[measure.metric].scale),
    score: withheld(measure.score),
    previous: withheld(measure.previous),
    change: null,
    adjustedP: null,
    spark: measure.spark.map(() => null),
  };
}

const withheld = (score: Score): Score => ({ ...score, value: null, low: null, high: null });
