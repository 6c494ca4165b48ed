import type { Tongue } from '../../identity/model';
import type { TouchpointFields } from '../../journey/model/touchpoint';
import { stateOn } from '../../journey/rules/statement';
import type { Source } from '../../response/model';
import { isMetricId, METRICS, type MetricId } from '../../scoring/metrics';
import type {
  Filter,
  HandoffView,
  JourneyMapView,
  MeasureView,
  MomentView,
  Period,
  PersonaView,
  QuoteView,
  StageView,
  StatementView,
  TouchpointView,
} from '../model';
import { comparedTogether } from './comparisons';
import { type Counted, measureView, pooled } from './counted';
import { withGapsTogether } from './emotion';
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
  | 'state'
  | 'copiedFromId'
  | 'outcomes'
  | 'reviewCadenceDays'
  | 'reviewedOn'
  | 'setupStep'
  | 'revision'
  | 'retired'
  | 'personas'
  | 'teams'
  | 'members'
  | 'channels'
  | 'links'
  | 'markers'
  | 'researchQuestions'
  | 'parents'
  | 'timeZone'
  | 'minimumN'
> & {
  language: Tongue;
  ownerUserId: string | null;
  stages: readonly {
    id: string;
    title: string;
    goal: string;
    successCriterion: string;
    targetMetric: string | null;
    targetValue: number | null;
    ownerTeamId: string | null;
    contributorTeamIds: string[];
    retired: boolean;
  }[];
  touchpoints: readonly (Omit<TouchpointFields, 'moment'> & {
    id: string;
    stageId: string;
    lineageId: string;
    momentPolarity: MomentView['polarity'] | null;
    momentReason: string | null;
    splitFromId: string | null;
    splitOn: string | null;
    absorbed: TouchpointView['absorbed'];
    reviewedOn: string | null;
    retired: boolean;
  })[];
  statements: readonly Omit<StatementView, 'claimed'>[];
  handoffs: readonly Omit<HandoffView, 'measures' | 'asking'>[];
  subJourneys: readonly { id: string; title: string }[];
  surveys: readonly { lineageId: string; metric: string; wording: string; title: string; asking: boolean }[];
  answeredOn: readonly { lineageId: string; on: string }[];
};

/** As much of a journey as its scores need. */
export type ScoredTree = Pick<
  Tree,
  'id' | 'lineageId' | 'title' | 'ownerUserId' | 'teams' | 'timeZone' | 'minimumN'
> & {
  stages: readonly Pick<Tree['stages'][number], 'id' | 'title' | 'ownerTeamId' | 'retired'>[];
  touchpoints: readonly Pick<
    Tree['touchpoints'][number],
    'id' | 'stageId' | 'lineageId' | 'title' | 'ownerTeamId' | 'ownerUserId' | 'absorbed' | 'retired'
  >[];
  links: readonly Pick<Tree['links'][number], 'kind' | 'fromId' | 'toId'>[];
  handoffs: readonly Pick<Tree['handoffs'][number], 'id' | 'fromId' | 'toId' | 'lineageId'>[];
  surveys: readonly Omit<Tree['surveys'][number], 'asking'>[];
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
  /** The same counts for single personas, where they were asked for. */
  personas: readonly { persona: PersonaView; counted: ReadonlyMap<string, readonly Counted[]> }[];
};

/** The tree without what was retired: what the map shows, and what numbers are about. */
export function shownOf<
  S extends { id: string; retired: boolean },
  T extends { stageId: string; retired: boolean },
>(tree: { stages: readonly S[]; touchpoints: readonly T[] }): { stages: S[]; touchpoints: T[] } {
  const stages = tree.stages.filter((stage) => !stage.retired);
  const ids = new Set(stages.map((stage) => stage.id));
  const touchpoints = tree.touchpoints.filter((one) => !one.retired && ids.has(one.stageId));
  return { stages, touchpoints };
}

/** What answers about the journey bind to: itself, each touchpoint shown with what it absorbed, and its handoffs. */
function subjectsOf(tree: ScoredTree): string[] {
  return [
    tree.lineageId,
    ...shownOf(tree).touchpoints.flatMap(lineagesOf),
    ...tree.handoffs.flatMap(({ lineageId }) => (lineageId === null ? [] : [lineageId])),
  ];
}

/**
 * As {@link subjectsOf}, but only what this team or member answers for: touchpoints by their owner, the journey itself by
 * its own.
 *
 * @param owner null: everything
 */
export function subjectsOwned(tree: ScoredTree, owner: string | null): string[] {
  if (owner === null) return subjectsOf(tree);
  return [
    ...(tree.ownerUserId === owner ? [tree.lineageId] : []),
    ...shownOf(tree)
      .touchpoints.filter((one) => one.ownerTeamId === owner || one.ownerUserId === owner)
      .flatMap(lineagesOf),
  ];
}

/** The lineages whose answers a touchpoint shows: its own, then those that were merged into it. */
export function lineagesOf(
  touchpoint: Pick<Tree['touchpoints'][number], 'lineageId' | 'absorbed'>,
): string[] {
  return [touchpoint.lineageId, ...touchpoint.absorbed.map(({ lineageId }) => lineageId)];
}

/** Everything counted at a touchpoint: equal metric and wording are pooled over its lineages, nothing else is. */
export function countedAt(
  touchpoint: Pick<Tree['touchpoints'][number], 'lineageId' | 'absorbed'>,
  counted: Answers['counted'],
): readonly Counted[] {
  return touchpoint.absorbed.length === 0
    ? (counted.get(touchpoint.lineageId) ?? [])
    : pooled(lineagesOf(touchpoint).map((lineageId) => counted.get(lineageId) ?? []));
}

/**
 * Joins a journey with its answers: the one place where numbers meet the map. Needs nothing but its arguments.
 *
 * @param today the workspace's calendar day, by which evidence ages
 */
export function buildMap(
  tree: Tree,
  filter: Filter,
  period: Period,
  answers: Answers,
  today: string,
): JourneyMapView {
  const shown = shownOf(tree);
  const byId = lookupsOf(tree);
  const counts = shown.stages.map((stage): StageView => {
    const own = shown.touchpoints.filter((one) => one.stageId === stage.id);
    const counted = pooled(own.map((one) => countedAt(one, answers.counted)));
    const { id, title, goal, successCriterion, targetMetric, targetValue } = stage;
    return {
      ...{ id, title, goal, successCriterion },
      target:
        isMetricId(targetMetric) && targetValue !== null
          ? { metric: targetMetric, value: targetValue }
          : null,
      owner: byId.team(stage.ownerTeamId),
      contributors: stage.contributorTeamIds.flatMap((teamId) => byId.team(teamId) ?? []),
      measures: counted.map((one) => measureView(one, tree.minimumN)),
      touchpoints: own.map((one) => touchpointView(tree, one, answers, byId)),
    };
  });
  const onMap = new Set(counts.flatMap((stage) => stage.touchpoints.map(({ id }) => id)));
  const stagesOnMap = new Set(counts.map(({ id }) => id));
  const passed = tree.handoffs
    .filter(({ fromId, toId }) => onMap.has(fromId) && onMap.has(toId))
    .map((one) => ({
      ...one,
      measures: (one.lineageId === null ? [] : (answers.counted.get(one.lineageId) ?? [])).map((counted) =>
        measureView(counted, tree.minimumN),
      ),
      asking: one.lineageId !== null && asks(tree, [one.lineageId]),
    }));
  const { stages, handoffs, comparisons } = withCorrection(counts, passed, tree.minimumN);
  const touchpoints = stages.flatMap((stage) => stage.touchpoints);
  const { id, lineageId, title, objective, startTrigger, endOutcome, retired } = tree;
  const { state, copiedFromId, outcomes, reviewCadenceDays, reviewedOn, setupStep, revision } = tree;
  const { personas, teams, members, channels, markers, researchQuestions, parents } = tree;
  return {
    ...{ id, lineageId, title, objective, startTrigger, endOutcome, retired },
    ...{ state, copiedFromId, outcomes, reviewCadenceDays, reviewedOn, setupStep, revision, today },
    ...{ personas, teams, members, channels, markers, researchQuestions, parents },
    owner: byId.person(tree.ownerUserId),
    timeZone: tree.timeZone,
    language: tree.language,
    minimumN: tree.minimumN,
    filter,
    period,
    measures: (answers.counted.get(lineageId) ?? []).map((one) => measureView(one, tree.minimumN)),
    asking: asks(tree, [lineageId]),
    stages,
    statements: tree.statements
      .filter(({ stageId, touchpointId }) =>
        touchpointId === null ? stageId === null || stagesOnMap.has(stageId) : onMap.has(touchpointId),
      )
      .map((one) => ({ ...one, claimed: one.state, state: stateOn(one, one.evidence, today) })),
    links: tree.links.filter(
      ({ fromId, toId }) => (fromId === null || onMap.has(fromId)) && (toId === null || onMap.has(toId)),
    ),
    handoffs,
    comparisons,
    personaCurves: answers.personas.map(({ persona, counted }) => ({
      persona,
      measures: shown.stages.flatMap((stage) =>
        shown.touchpoints
          .filter((one) => one.stageId === stage.id)
          .map((one) => {
            const felt = countedAt(one, counted).find(({ metric }) => METRICS[metric].faces);
            return felt ? measureView(felt, tree.minimumN) : null;
          }),
      ),
    })),
    coverage: {
      measured: touchpoints.filter((one) => one.measures.some((measure) => measure.shown)).length,
      touchpoints: touchpoints.length,
    },
    retiredParts: retiredParts(tree),
  };
}

/**
 * The same map with what it compares corrected: the changes of all touchpoints and handoffs as one family, those of the
 * stages, which hold the same answers again, as another.
 */
function withCorrection<H extends Pick<HandoffView, 'measures'>>(
  stages: readonly StageView[],
  handoffs: readonly H[],
  minimumN: number,
) {
  const touchpoints = withGapsTogether(stages.flatMap((stage) => stage.touchpoints));
  const { groups, comparisons } = comparedTogether(
    [...touchpoints, ...handoffs].map(({ measures }) => measures),
    minimumN,
  );
  const byId = new Map(touchpoints.map((one) => [one.id, one]));
  const ofStages = comparedTogether(
    stages.map(({ measures }) => measures),
    minimumN,
  );
  let next = 0;
  const corrected = <T extends { measures: MeasureView[] }>(one: T): T => {
    next += 1;
    return { ...one, measures: groups[next - 1] as MeasureView[] };
  };
  return {
    stages: stages.map((stage, at) => ({
      ...stage,
      measures: ofStages.groups[at] as MeasureView[],
      touchpoints: stage.touchpoints.map((one) => corrected(byId.get(one.id) ?? one)),
    })),
    handoffs: handoffs.map(corrected),
    comparisons,
  };
}

export function quoteView({ lineageId, ...comment }: Comment): QuoteView {
  return { ...comment, metric: comment.metric as MetricId };
}

function touchpointView(
  tree: Tree,
  touchpoint: Tree['touchpoints'][number],
  answers: Answers,
  byId: ReturnType<typeof lookupsOf>,
): TouchpointView {
  const { stageId: _, retired: __, splitFromId, splitOn, momentPolarity, momentReason, ...said } = touchpoint;
  const { ownerTeamId, ownerUserId, contributorTeamIds, subJourneyId, ...fields } = said;
  const lineages = lineagesOf(touchpoint);
  const comment = answers.comments.find((one) => lineages.includes(one.lineageId) && isMetricId(one.metric));
  const origin = tree.touchpoints.find(({ id }) => id === splitFromId);
  return {
    ...fields,
    owner: byId.team(ownerTeamId),
    ownerPerson: byId.person(ownerUserId),
    contributors: contributorTeamIds.flatMap((id) => byId.team(id) ?? []),
    moment: momentPolarity && { polarity: momentPolarity, reason: momentReason },
    subJourney: tree.subJourneys.find(({ id }) => id === subJourneyId) ?? null,
    split: origin && splitOn ? { fromId: origin.id, fromTitle: origin.title, on: splitOn } : null,
    measures: countedAt(touchpoint, answers.counted).map((one) => measureView(one, tree.minimumN)),
    asking: asks(tree, lineages),
    answeredOn: byId.answeredOn(lineages),
    topWord: topWord(
      answers.words.filter((choice) => lineages.includes(choice.lineageId)),
      tree.minimumN,
    ),
    quote: comment ? quoteView(comment) : null,
  };
}

function lookupsOf(tree: Tree) {
  const teams = new Map(tree.teams.map((team) => [team.id, team]));
  const people = new Map(tree.members.map((member) => [member.id, member]));
  const days = new Map(tree.answeredOn.map(({ lineageId, on }) => [lineageId, on]));
  return {
    team: (id: string | null) => (id === null ? null : (teams.get(id) ?? null)),
    person: (id: string | null) => (id === null ? null : (people.get(id) ?? null)),
    answeredOn: (lineages: readonly string[]) =>
      lineages
        .flatMap((lineage) => days.get(lineage) ?? [])
        .sort()
        .at(-1) ?? null,
  };
}

function asks(tree: Tree, lineages: readonly string[]): boolean {
  return tree.surveys.some((survey) => lineages.includes(survey.lineageId) && survey.asking);
}

function retiredParts(tree: Tree): JourneyMapView['retiredParts'] {
  const shown = new Set(shownOf(tree).stages.map((stage) => stage.id));
  return {
    stages: tree.stages.filter((stage) => stage.retired).map(({ id, title }) => ({ id, title })),
    touchpoints: tree.touchpoints
      .filter((one) => one.retired && shown.has(one.stageId))
      .map(({ id, title, stageId, lineageId }) => ({
        ...{ id, title, stageId },
        mergedInto:
          tree.touchpoints.find((one) => one.absorbed.some((part) => part.lineageId === lineageId))?.title ??
          null,
      })),
  };
}
