import { handoffsOf, handoffTitle } from '../../journey/rules/handoff';
import { METRICS } from '../../scoring/metrics';
import { countsByPoint } from '../../scoring/tally';
import type { MeasureView, Period, ScoreEntry, ScoresReply } from '../model';
import { type Answers, countedAt, type ScoredTree, shownOf } from './build-map';
import { type Counted, measureView } from './counted';

/** The public scores reply: display units, unrounded; touchpoints in the order of the map, retired ones left out. */
export function scoresReply(
  tree: ScoredTree,
  period: Pick<Period, 'from' | 'to'>,
  counted: Answers['counted'],
): ScoresReply {
  const viewed = (list: readonly Counted[]) => list.map((one) => measureView(one, tree.minimumN));
  const { stages, touchpoints } = shownOf(tree);
  const handoffs = handoffEntries(tree, counted);
  return {
    journey: tree.id,
    from: period.from,
    to: period.to,
    touchpoints: stages.flatMap((stage) =>
      touchpoints
        .filter((one) => one.stageId === stage.id)
        .flatMap((touchpoint) => {
          const measures = viewed(countedAt(touchpoint, counted));
          const subject = { id: touchpoint.id, title: touchpoint.title, stage: stage.title };
          return measures.length === 0
            ? [unasked(subject)]
            : measures.map((measure) => entryOf(subject, measure));
        }),
    ),
    measures: viewed(counted.get(tree.lineageId) ?? []).map((measure) =>
      entryOf({ id: tree.id, title: measure.title, stage: null }, measure),
    ),
    ...(handoffs.length > 0 ? { handoffs } : {}),
  };
}

/** One entry per metric of every handoff that the map shows and customers were asked about. */
function handoffEntries(tree: ScoredTree, counted: Answers['counted']): ScoreEntry[] {
  return askedHandoffs(tree).flatMap(({ lineageId, ...subject }) =>
    (counted.get(lineageId) ?? []).map((one) => entryOf(subject, measureView(one, tree.minimumN))),
  );
}

/** The handoffs that the map shows and customers are asked about; `stage` is the receiving touchpoint's. */
export function askedHandoffs(
  tree: ScoredTree,
): { id: string; title: string; stage: string; lineageId: string }[] {
  const { stages, touchpoints } = shownOf(tree);
  const owner = (teamId: string | null) => tree.teams.find(({ id }) => id === teamId) ?? null;
  const places = stages.map(({ id, title, ownerTeamId }) => ({
    ...{ id, title, owner: owner(ownerTeamId) },
    touchpoints: touchpoints
      .filter((one) => one.stageId === id)
      .map((one) => ({ id: one.id, title: one.title, owner: owner(one.ownerTeamId) })),
  }));
  return handoffsOf({ ...tree, stages: places }).flatMap((handoff) => {
    const { recorded, stage } = handoff;
    if (!recorded?.lineageId) return [];
    const { id, lineageId } = recorded;
    return [{ id, title: handoffTitle(handoff), stage: stage.title, lineageId }];
  });
}

type Subject = Pick<ScoreEntry, 'id' | 'title' | 'stage'>;

function entryOf(subject: Subject, { metric: id, score, shown, tally }: MeasureView): ScoreEntry {
  const metric = METRICS[id];
  const display = (value: number | null) => (value === null ? null : value * metric.displayFactor);
  return {
    ...subject,
    metric: id,
    value: display(score.value),
    n: score.n,
    low: display(score.low),
    high: display(score.high),
    shown,
    counts: countsByPoint(metric.scale, tally),
    formula: score.formula,
  };
}

function unasked(subject: Subject): ScoreEntry {
  return {
    ...subject,
    metric: null,
    value: null,
    n: 0,
    low: null,
    high: null,
    shown: false,
    counts: {},
    formula: null,
  };
}
