import { handoffsOf, handoffTitle } from '../../journey/rules/handoff';
import { isShown } from '../../scoring/display';
import { METRICS } from '../../scoring/metrics';
import type { Score } from '../../scoring/score';
import { addTallies, countsByPoint, emptyTally } from '../../scoring/tally';
import type { Period, ScoreEntry, ScoresReply } from '../model';
import { type Answers, countedAt, type ScoredTree, shownOf } from './build-map';
import type { Counted } from './counted';

/**
 * The public scores reply: display units, unrounded; touchpoints in the order of the map, retired ones left out.
 *
 * @param weeks Mondays of the weeks that `counted` is sliced into; null: it is not
 */
export function scoresReply(
  tree: ScoredTree,
  period: Pick<Period, 'from' | 'to'>,
  counted: Answers['counted'],
  weeks: readonly string[] | null = null,
): ScoresReply {
  const entries = (subject: Subject, list: readonly Counted[]) =>
    list.map((one) => entryOf(subject, one, tree.minimumN, weeks !== null));
  const { stages, touchpoints } = shownOf(tree);
  const handoffs = askedHandoffs(tree).flatMap(({ lineageId, ...subject }) =>
    entries(subject, counted.get(lineageId) ?? []),
  );
  return {
    journey: tree.id,
    from: period.from,
    to: period.to,
    ...(weeks && { weeks: [...weeks] }),
    touchpoints: stages.flatMap((stage) =>
      touchpoints
        .filter((one) => one.stageId === stage.id)
        .flatMap((touchpoint) => {
          const subject = { id: touchpoint.id, title: touchpoint.title, stage: stage.title };
          const own = entries(subject, countedAt(touchpoint, counted));
          return own.length === 0 ? [unasked(subject)] : own;
        }),
    ),
    measures: (counted.get(tree.lineageId) ?? []).flatMap((one) =>
      entries({ id: tree.id, title: one.title, stage: null }, [one]),
    ),
    ...(handoffs.length > 0 ? { handoffs } : {}),
  };
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

function entryOf(subject: Subject, counted: Counted, minimumN: number, weekly: boolean): ScoreEntry {
  const { metric: id, slices } = counted;
  const { displayFactor, scale, score: scoreOf } = METRICS[id];
  const tally = addTallies(emptyTally(scale), ...slices);
  const score = scoreOf(tally);
  const display = (value: number | null) => (value === null ? null : value * displayFactor);
  const figures = ({ value, n, low, high }: Score) => {
    const shown = isShown(n, minimumN);
    return { value: display(value), n, low: display(low), high: display(high), shown };
  };
  return {
    ...subject,
    metric: id,
    ...figures(score),
    counts: countsByPoint(scale, tally),
    formula: score.formula,
    ...(weekly && { weekly: slices.map((slice) => figures(scoreOf(slice))) }),
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
