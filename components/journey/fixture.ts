import type { JourneyMapView, MeasureView, StageView, TouchpointView } from '@/lib/insights/model';
import { EVERYTHING } from '@/lib/insights/rules/filter';
import { EMPTY_TOUCHPOINT } from '@/lib/journey/model/touchpoint';
import { evidenceLevel, isShown } from '@/lib/scoring/display';
import type { MetricId } from '@/lib/scoring/metric';
import { METRICS } from '@/lib/scoring/metrics';
import type { Tally } from '@/lib/scoring/tally';

const MINIMUM_N = 5;

/** A measure with real scores for tests of components: from this period's and the previous period's tally. */
export function measureView(metric: MetricId, tally: Tally, previous: Tally = tally): MeasureView {
  const definition = METRICS[metric];
  const score = definition.score(tally);
  return {
    metric,
    wording: definition.wordingId,
    title: definition.name,
    tally,
    score,
    previous: definition.score(previous),
    change: definition.difference(tally, previous),
    adjustedP: null,
    level: evidenceLevel(score, definition, MINIMUM_N),
    shown: isShown(score.n, MINIMUM_N),
    spark: [null, score.value, score.value],
  };
}

const {
  ownerTeamId: _,
  ownerUserId: __,
  contributorTeamIds: ___,
  subJourneyId: ____,
  ...empty
} = EMPTY_TOUCHPOINT;

/** A touchpoint for tests of components. */
export function touchpointView(id: string, over: Partial<TouchpointView> = {}): TouchpointView {
  return {
    ...empty,
    id,
    lineageId: `lineage-${id}`,
    title: `Touchpoint ${id}`,
    channels: ['website'],
    owner: null,
    ownerPerson: null,
    contributors: [],
    moment: null,
    subJourney: null,
    measures: [],
    asking: false,
    answeredOn: null,
    reviewedOn: null,
    absorbed: [],
    split: null,
    topWord: null,
    quote: null,
    ...over,
  };
}

/** A stage for tests of components. */
export function stageView(id: string, touchpoints: TouchpointView[]): StageView {
  return {
    id,
    title: `Stage ${id}`,
    goal: '',
    successCriterion: '',
    target: null,
    owner: null,
    contributors: [],
    measures: [],
    touchpoints,
  };
}

/** A map for tests of components. */
export function mapView(stages: StageView[], over: Partial<JourneyMapView> = {}): JourneyMapView {
  return {
    id: 'journey',
    lineageId: 'lineage-journey',
    title: 'Becoming a customer',
    objective: '',
    startTrigger: '',
    endOutcome: '',
    state: 'as_is',
    copiedFromId: null,
    owner: null,
    outcomes: [],
    reviewCadenceDays: null,
    reviewedOn: null,
    setupStep: null,
    revision: 0,
    today: '2026-03-31',
    retired: false,
    personas: [],
    teams: [{ id: 'sales', name: 'Sales' }],
    members: [{ id: 'ines', name: 'Ines' }],
    channels: [],
    statements: [],
    links: [],
    handoffs: [],
    markers: [],
    researchQuestions: [],
    parents: [],
    personaCurves: [],
    timeZone: 'UTC',
    language: 'en',
    minimumN: MINIMUM_N,
    filter: { from: '2026-01-01', to: '2026-03-31', ...EVERYTHING },
    period: {
      from: '2026-01-01',
      to: '2026-03-31',
      previousFrom: '2025-10-03',
      previousTo: '2025-12-31',
      fallback: false,
    },
    measures: [],
    stages,
    comparisons: { made: 0, standOut: 0 },
    coverage: { measured: 0, touchpoints: 0 },
    asking: false,
    retiredParts: { stages: [], touchpoints: [] },
    ...over,
  };
}
