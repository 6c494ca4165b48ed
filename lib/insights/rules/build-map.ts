import type { Source } from '../../response/model';
import { isMetricId, type MetricId } from '../../scoring/metrics';
import type { Language } from '../../survey/model';
import type {
  Filter,
  JourneyMapView,
  MomentView,
  Period,
  QuoteView,
  StageView,
  TeamView,
  TouchpointView,
} from '../model';
import { type Counted, measureView, pooled } from './counted';
import { topWord, type WordChoice } from './words';

/** A journey with all that hangs on it, retired parts included, in the order of the map. */
export type Tree = Pick<
  JourneyMapView,
  | 'id'
  | 'lineageId'
  | 'title'
  | 'objective'
  | 'startTrigger'
  | 'endOutcome'
  | 'retired'
  | 'personas'
  | 'teams'
  | 'timeZone'
  | 'minimumN'
> & {
  language: Language;
  stages: readonly {
    id: string;
    title: string;
    goal: string;
    ownerTeamId: string | null;
    retired: boolean;
  }[];
  touchpoints: readonly {
    id: string;
    stageId: string;
    lineageId: string;
    title: string;
    channel: string;
    ownerTeamId: string | null;
    momentPolarity: MomentView['polarity'] | null;
    momentReason: string | null;
    expectedEmotion: number | null;
    retired: boolean;
  }[];
  surveys: readonly { lineageId: string; metric: string; wording: string; title: string; asking: boolean }[];
};

export type Comment = {
  lineageId: string;
  placementId: string;
  responseId: string;
  comment: string;
  metric: string;
  score: number | null;
  source: Source;
  persona: string | null;
  receivedAt: Date;
};

/** Everything about the journey that was counted or said in the period. */
export type Answers = {
  counted: ReadonlyMap<string, readonly Counted[]>;
  words: readonly WordChoice[];
  comments: readonly Comment[];
};

/** The tree without what was retired: what the map shows, and what numbers are about. */
export function shownOf(tree: Tree): Pick<Tree, 'stages' | 'touchpoints'> {
  const stages = tree.stages.filter((stage) => !stage.retired);
  const ids = new Set(stages.map((stage) => stage.id));
  const touchpoints = tree.touchpoints.filter((one) => !one.retired && ids.has(one.stageId));
  return { stages, touchpoints };
}

/** What answers about the journey bind to: itself and each touchpoint shown. */
export function subjectsOf(tree: Tree): string[] {
  return [tree.lineageId, ...shownOf(tree).touchpoints.map((one) => one.lineageId)];
}

/** Joins a journey with its answers: the one place where numbers meet the map. Needs nothing but its arguments. */
export function buildMap(tree: Tree, filter: Filter, period: Period, answers: Answers): JourneyMapView {
  const shown = shownOf(tree);
  const team = teamsOf(tree);
  const stages = shown.stages.map((stage): StageView => {
    const own = shown.touchpoints.filter((one) => one.stageId === stage.id);
    const counted = pooled(own.map((one) => answers.counted.get(one.lineageId) ?? []));
    return {
      id: stage.id,
      title: stage.title,
      goal: stage.goal,
      owner: team(stage.ownerTeamId),
      measures: counted.map((one) => measureView(one, tree.minimumN)),
      touchpoints: own.map((one) => touchpointView(tree, one, answers, team)),
    };
  });
  const touchpoints = stages.flatMap((stage) => stage.touchpoints);
  const { id, lineageId, title, objective, startTrigger, endOutcome, retired } = tree;
  return {
    ...{ id, lineageId, title, objective, startTrigger, endOutcome, retired },
    personas: tree.personas,
    teams: tree.teams,
    timeZone: tree.timeZone,
    language: tree.language,
    minimumN: tree.minimumN,
    filter,
    period,
    measures: (answers.counted.get(lineageId) ?? []).map((one) => measureView(one, tree.minimumN)),
    asking: asks(tree, lineageId),
    stages,
    coverage: {
      measured: touchpoints.filter((one) => one.measures.some((measure) => measure.shown)).length,
      touchpoints: touchpoints.length,
    },
    retiredParts: retiredParts(tree),
  };
}

export function quoteView({ lineageId, ...comment }: Comment): QuoteView {
  return { ...comment, metric: comment.metric as MetricId };
}

function touchpointView(
  tree: Tree,
  touchpoint: Tree['touchpoints'][number],
  answers: Answers,
  team: (id: string | null) => TeamView | null,
): TouchpointView {
  const { id, lineageId, title, channel, expectedEmotion, momentPolarity, momentReason } = touchpoint;
  const comment = answers.comments.find((one) => one.lineageId === lineageId && isMetricId(one.metric));
  return {
    ...{ id, lineageId, title, channel, expectedEmotion },
    owner: team(touchpoint.ownerTeamId),
    moment: momentPolarity && { polarity: momentPolarity, reason: momentReason },
    measures: (answers.counted.get(lineageId) ?? []).map((one) => measureView(one, tree.minimumN)),
    asking: asks(tree, lineageId),
    topWord: topWord(
      answers.words.filter((choice) => choice.lineageId === lineageId),
      tree.minimumN,
    ),
    quote: comment ? quoteView(comment) : null,
  };
}

function teamsOf(tree: Tree): (id: string | null) => TeamView | null {
  const teams = new Map(tree.teams.map((team) => [team.id, team]));
  return (id) => (id === null ? null : (teams.get(id) ?? null));
}

function asks(tree: Tree, lineageId: string): boolean {
  return tree.surveys.some((survey) => survey.lineageId === lineageId && survey.asking);
}

function retiredParts(tree: Tree): JourneyMapView['retiredParts'] {
  const shown = new Set(shownOf(tree).stages.map((stage) => stage.id));
  return {
    stages: tree.stages.filter((stage) => stage.retired).map(({ id, title }) => ({ id, title })),
    touchpoints: tree.touchpoints
      .filter((one) => one.retired && shown.has(one.stageId))
      .map(({ id, title, stageId }) => ({ id, title, stageId })),
  };
}
