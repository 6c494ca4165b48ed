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
  touchpoints: 'Touchpoints',
  paths: 'Paths',
  channels: 'Channels',
  teams: 'Teams',
  handoffs: 'Handoffs',
  emotion: 'Emotion',
  words: 'In their words',
  actions: 'Actions',
  thoughts: 'Thoughts',
  feelings: 'Feelings',
  questions: 'Questions and concerns',
  needs: 'Needs',
  expectations: 'Expectations',
  pains: 'Pains',
  gains: 'Gains',
  gaps: 'Gaps',
  people: 'People backstage',
  processes: 'Processes backstage',
  systems: 'Systems backstage',
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
  score: 'Score',
  effort: 'Effort',
  emotion: 'Emotion',
  gap: 'Expectation gap',
  volume: 'Number of answers',
  freshness: 'Freshness',
  coverage: 'Coverage',
  team: 'Team',
};
