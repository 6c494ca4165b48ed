import { msg } from '../../translate';
/** The lanes of a map from top to bottom, as they are offered; which of them are shown stands in the address. */
export const LANES = [
  'touchpoints',
  'paths',
  'channels',
  'teams',
  'handoffs',
  'emotion',
  'words',
  'actions',
  'thoughts',
  'feelings',
  'questions',
  'needs',
  'expectations',
  'pains',
  'gains',
  'gaps',
  'people',
  'processes',
  'systems',
] as const;
export type LaneId = (typeof LANES)[number];

/** What a map shows unless its address says otherwise. */
export const USUAL_LANES = [
  'touchpoints',
  'paths',
  'emotion',
  'words',
  'pains',
  'handoffs',
] as const satisfies readonly LaneId[];

export const LANE_LABELS: Readonly<Record<LaneId, string>> = {
  touchpoints: msg('Touchpoints'),
  paths: msg('Paths'),
  channels: msg('Channels'),
  teams: msg('Teams'),
  handoffs: msg('Handoffs'),
  emotion: msg('Emotion'),
  words: msg('In their words'),
  actions: msg('Actions'),
  thoughts: msg('Thoughts'),
  feelings: msg('Feelings'),
  questions: msg('Questions and concerns'),
  needs: msg('Needs'),
  expectations: msg('Expectations'),
  pains: msg('Pains'),
  gains: msg('Gains'),
  gaps: msg('Gaps'),
  people: msg('People backstage'),
  processes: msg('Processes backstage'),
  systems: msg('Systems backstage'),
};

/** The layers that can be laid over a map's touchpoints, one at a time. */
export const LAYERS = [
  'score',
  'effort',
  'emotion',
  'gap',
  'volume',
  'freshness',
  'coverage',
  'team',
] as const;
export type Layer = (typeof LAYERS)[number];

export const LAYER_LABELS: Readonly<Record<Layer, string>> = {
  score: msg('Score'),
  effort: msg('Effort'),
  emotion: msg('Emotion'),
  gap: msg('Expectation gap'),
  volume: msg('Number of answers'),
  freshness: msg('Freshness'),
  coverage: msg('Coverage'),
  team: msg('Team'),
};
