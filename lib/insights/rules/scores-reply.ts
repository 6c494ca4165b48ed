import { METRICS } from '../../scoring/metrics';
import { countsByPoint } from '../../scoring/tally';
import type { MeasureView, Period, ScoreEntry, ScoresReply } from '../model';
import { type Answers, countedAt, shownOf, type Tree } from './build-map';
import { type Counted, measureView } from './counted';

/** The public scores reply: display units, unrounded; touchpoints in the order of the map, retired ones left out. */
export function scoresReply(
  tree: Tree,
  period: Pick<Period, 'from' | 'to'>,
  counted: Answers['counted'],
): ScoresReply {
  const viewed = (list: readonly Counted[]) => list.map((one) => measureView(one, tree.minimumN));
  const { stages, touchpoints } = shownOf(tree);
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
  };
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
