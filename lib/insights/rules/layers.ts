import { formatCount, formatEmotion, formatInterval, formatScore } from '../../format';
import type { Layer } from '../../journey/model/lanes';
import { FIRM_FROM_N } from '../../scoring/display';
import { METRICS, type MetricId } from '../../scoring/metrics';
import type { JourneyMapView, MeasureView, TouchpointView } from '../model';
import { expectationGap, feltMeasure } from './emotion';
import { type Freshness, freshnessOf } from './freshness';
import { ownerOf } from './shown';

/** From this n on a marker is drawn solid. */
export const SOLID_FROM_N = 100;

/**
 * How a touchpoint is coloured: by a place of −1…1 on the diverging colour, by one of five amounts, by one of six
 * colours for teams, or not at all.
 */
export type Fill =
  | { scale: 'diverging'; tone: number; firm: boolean }
  | { scale: 'amount'; step: 0 | 1 | 2 | 3 | 4 }
  | { scale: 'team'; index: 0 | 1 | 2 | 3 | 4 | 5 }
  | { scale: 'none' };

/** What a layer says of one touchpoint: its colour, and the same as a number or word with what it takes to judge it. */
export type LayerCell = { fill: Fill; text: string; note: string };

/** Metrics whose question is how hard it was. */
const EFFORT: readonly MetricId[] = ['ces', 'ease5'];

/** The amount of colour that answers of an age have. */
const FRESHNESS_STEPS = { fresh: 4, ageing: 2, stale: 0 } as const satisfies Record<Freshness, number>;

type Context = Pick<JourneyMapView, 'minimumN' | 'today' | 'reviewCadenceDays' | 'stages' | 'teams'>;

/** The measures in the order a cell shows them: what was asked first, feelings last, because they have a lane. */
export function shownMeasures(touchpoint: Pick<TouchpointView, 'measures'>): MeasureView[] {
  const felt = feltMeasure(touchpoint);
  const others = touchpoint.measures.filter((measure) => measure !== felt);
  return felt ? [...others, felt] : others;
}

/** The measure a touchpoint is judged by: the first it shows that has enough answers; null without one. */
export function leadMeasure(touchpoint: Pick<TouchpointView, 'measures'>): MeasureView | null {
  return shownMeasures(touchpoint).find(({ shown, score }) => shown && score.value !== null) ?? null;
}

/** What a layer shows at a touchpoint. Every number is one that the map shows anyway. */
export function layerCell(layer: Layer, touchpoint: TouchpointView, context: Context): LayerCell {
  switch (layer) {
    case 'score':
      return measureCell(
        leadMeasure(touchpoint) ?? shownMeasures(touchpoint)[0] ?? null,
        touchpoint,
        context,
      );
    case 'effort':
      return measureCell(
        touchpoint.measures.find(({ metric }) => EFFORT.includes(metric)) ?? null,
        touchpoint,
        context,
      );
    case 'emotion':
      return measureCell(feltMeasure(touchpoint), touchpoint, context);
    case 'gap':
      return gapCell(touchpoint);
    case 'volume':
      return volumeCell(touchpoint, context);
    case 'freshness':
      return freshnessCell(touchpoint, context);
    case 'coverage':
      return coverageCell(touchpoint, context);
    case 'team':
      return teamCell(touchpoint, context);
  }
}

/** What the colours of a layer mean, from one end to the other. */
export function layerLegend(
  layer: Layer,
  { minimumN, stages, teams }: Pick<Context, 'minimumN' | 'stages' | 'teams'>,
): { fill: Fill; text: string }[] {
  const firm = (tone: number, text: string) => ({
    fill: { scale: 'diverging', tone, firm: true } as const,
    text,
  });
  const amount = (step: 0 | 1 | 2 | 3 | 4, text: string) => ({
    fill: { scale: 'amount', step } as const,
    text,
  });
  const outline = {
    fill: { scale: 'diverging', tone: 1, firm: false } as const,
    text: 'outline: early signal',
  };
  const none = (text: string) => ({ fill: { scale: 'none' } as const, text });
  switch (layer) {
    case 'score':
      return [firm(-1, 'weak'), firm(0, 'middle'), firm(1, 'strong'), outline, none('not known')];
    case 'effort':
      return [firm(-1, 'hard'), firm(0, 'middle'), firm(1, 'easy'), outline, none('not known')];
    case 'emotion':
      return [firm(-1, 'felt bad'), firm(0, 'middle'), firm(1, 'felt good'), outline, none('not known')];
    case 'gap':
      return [
        firm(-1, 'worse than the team thought'),
        firm(0, 'as expected'),
        firm(1, 'better'),
        none('not known'),
      ];
    case 'volume':
      return [
        none('none'),
        amount(1, `under ${minimumN}`),
        amount(2, `${minimumN}–${FIRM_FROM_N - 1}`),
        amount(3, `${FIRM_FROM_N}–${SOLID_FROM_N - 1}`),
        amount(4, `${SOLID_FROM_N} and more`),
      ];
    case 'freshness':
      return [amount(4, 'fresh'), amount(2, 'ageing'), amount(0, 'stale'), none('never answered')];
    case 'coverage':
      return [
        none('nobody asked'),
        amount(0, 'asking'),
        amount(2, 'too few'),
        amount(4, `enough (${minimumN} or more)`),
      ];
    case 'team': {
      const owners = new Set(
        stages.flatMap((stage) => stage.touchpoints.map((one) => ownerOf(stage, one)?.id)),
      );
      return [
        ...teams.flatMap(({ id, name }) =>
          owners.has(id) ? [{ fill: teamFill(id, teams), text: name }] : [],
        ),
        none('no owner'),
      ];
    }
  }
}

function measureCell(
  measure: MeasureView | null,
  touchpoint: TouchpointView,
  { minimumN }: Context,
): LayerCell {
  if (!measure)
    return { fill: { scale: 'none' }, text: touchpoint.asking ? 'asking' : 'not asked', note: '' };
  const { metric, score, shown, level } = measure;
  if (score.n === 0) return { fill: { scale: 'none' }, text: 'no answers', note: METRICS[metric].label };
  if (!shown || score.value === null)
    return {
      fill: { scale: 'none' },
      text: 'too few',
      note: `${METRICS[metric].label}, ${score.n} of ${minimumN}`,
    };
  return {
    fill: { scale: 'diverging', tone: METRICS[metric].tone(score.value), firm: level === 'firm' },
    text: formatScore(metric, score.value),
    note: `${METRICS[metric].label} ${formatInterval(metric, score.low, score.high)}, n ${formatCount(score.n)}`,
  };
}

function gapCell(touchpoint: TouchpointView): LayerCell {
  const gap = expectationGap(touchpoint);
  if (!gap) {
    const text = touchpoint.expectedEmotion === null ? 'nothing expected' : 'not measured';
    return { fill: { scale: 'none' }, text, note: '' };
  }
  const note = `expected ${formatEmotion(gap.expected)}, measured ${formatEmotion(gap.measured)}, n ${formatCount(gap.n)}`;
  if (!gap.clear) return { fill: { scale: 'diverging', tone: 0, firm: true }, text: 'as expected', note };
  const tone = Math.min(1, Math.max(-1, gap.delta));
  return { fill: { scale: 'diverging', tone, firm: true }, text: formatEmotion(gap.delta), note };
}

function volumeCell(touchpoint: TouchpointView, { minimumN }: Context): LayerCell {
  const n = answersOf(touchpoint);
  const note = touchpoint.measures.map(
    ({ metric, score }) => `${METRICS[metric].label} ${formatCount(score.n)}`,
  );
  if (n === 0) return { fill: { scale: 'none' }, text: '0', note: 'answers' };
  const step = n < minimumN ? 1 : n < FIRM_FROM_N ? 2 : n < SOLID_FROM_N ? 3 : 4;
  return {
    fill: { scale: 'amount', step },
    text: formatCount(n),
    note: note.length > 1 ? note.join(', ') : n === 1 ? 'answer' : 'answers',
  };
}

function freshnessCell({ answeredOn, reviewCadenceDays }: TouchpointView, context: Context): LayerCell {
  const found = freshnessOf(answeredOn, reviewCadenceDays ?? context.reviewCadenceDays, context.today);
  if (!found) return { fill: { scale: 'none' }, text: 'never answered', note: '' };
  const { freshness, days } = found;
  const note = `last answer ${days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`}`;
  return { fill: { scale: 'amount', step: FRESHNESS_STEPS[freshness] }, text: freshness, note };
}

function coverageCell(touchpoint: TouchpointView, { minimumN }: Context): LayerCell {
  const most = Math.max(0, ...touchpoint.measures.map(({ score }) => score.n));
  if (touchpoint.measures.some(({ shown }) => shown))
    return { fill: { scale: 'amount', step: 4 }, text: 'enough', note: `n ${formatCount(most)}` };
  if (most > 0)
    return { fill: { scale: 'amount', step: 2 }, text: 'too few', note: `${most} of ${minimumN}` };
  if (touchpoint.asking)
    return { fill: { scale: 'amount', step: 0 }, text: 'asking', note: 'no answers yet' };
  const text = touchpoint.measures.length > 0 ? 'no answers' : 'nobody asked';
  return { fill: { scale: 'none' }, text, note: '' };
}

function teamCell(touchpoint: TouchpointView, { stages, teams }: Context): LayerCell {
  const stage = stages.find(({ touchpoints }) => touchpoints.some(({ id }) => id === touchpoint.id));
  const owner = stage ? ownerOf(stage, touchpoint) : touchpoint.owner;
  if (owner === null) return { fill: { scale: 'none' }, text: 'no owner', note: '' };
  const note = touchpoint.owner === null ? 'the stage’s owner' : '';
  return { fill: teamFill(owner.id, teams), text: owner.name, note };
}

/** A team keeps its colour on every map; from the seventh on they repeat, and the name tells them apart. */
function teamFill(id: string, teams: Context['teams']): Fill {
  const place = teams.findIndex((team) => team.id === id);
  return place < 0 ? { scale: 'none' } : { scale: 'team', index: (place % 6) as 0 };
}

/** All answers of the period, over every survey that is asked here. */
function answersOf({ measures }: Pick<TouchpointView, 'measures'>): number {
  return measures.reduce((sum, { score }) => sum + score.n, 0);
}
