import { formatCount, formatEmotion, formatInterval, formatScore } from '../../format';
import type { Layer } from '../../journey/model/lanes';
import { FIRM_FROM_N } from '../../scoring/display';
import { METRICS, type MetricId } from '../../scoring/metrics';
import { msg, type Translate } from '../../translate';
import type { JourneyMapView, MeasureView, TouchpointView } from '../model';
import { expectationGap, feltMeasure } from './emotion';
import { type Freshness, freshnessOf, USUAL_CADENCE_DAYS } from './freshness';
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

const FRESHNESS_WORDS: Readonly<Record<Freshness, string>> = {
  fresh: msg('fresh##of a layer'),
  ageing: msg('ageing##of a layer'),
  stale: msg('stale##of a layer'),
};

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
export function layerCell(
  layer: Layer,
  touchpoint: TouchpointView,
  context: Context,
  t: Translate,
): LayerCell {
  switch (layer) {
    case 'score':
      return measureCell(
        leadMeasure(touchpoint) ?? shownMeasures(touchpoint)[0] ?? null,
        touchpoint,
        context,
        t,
      );
    case 'effort':
      return measureCell(
        touchpoint.measures.find(({ metric }) => EFFORT.includes(metric)) ?? null,
        touchpoint,
        context,
        t,
      );
    case 'emotion':
      return measureCell(feltMeasure(touchpoint), touchpoint, context, t);
    case 'gap':
      return gapCell(touchpoint, t);
    case 'volume':
      return volumeCell(touchpoint, context, t);
    case 'freshness':
      return freshnessCell(touchpoint, context, t);
    case 'coverage':
      return coverageCell(touchpoint, context, t);
    case 'team':
      return teamCell(touchpoint, context, t);
  }
}

/** What the colours of a layer mean, from one end to the other. */
export function layerLegend(
  layer: Layer,
  {
    minimumN,
    stages,
    teams,
    reviewCadenceDays,
  }: Pick<Context, 'minimumN' | 'stages' | 'teams' | 'reviewCadenceDays'>,
  t: Translate,
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
    text: t('outline: early signal'),
  };
  const none = (text: string) => ({ fill: { scale: 'none' } as const, text });
  switch (layer) {
    case 'score':
      return [
        firm(-1, t('weak##of a layer')),
        firm(0, t('middle##of a layer')),
        firm(1, t('strong##of a layer')),
        outline,
        none(t('not known##of a layer')),
      ];
    case 'effort':
      return [
        firm(-1, t('hard##of a layer')),
        firm(0, t('middle##of a layer')),
        firm(1, t('easy##of a layer')),
        outline,
        none(t('not known##of a layer')),
      ];
    case 'emotion':
      return [
        firm(-1, t('felt bad##of a layer')),
        firm(0, t('middle##of a layer')),
        firm(1, t('felt good##of a layer')),
        outline,
        none(t('not known##of a layer')),
      ];
    case 'gap':
      return [
        firm(-1, t('worse than the team thought##of a layer')),
        firm(0, t('as expected##of a layer')),
        firm(1, t('better##of a layer')),
        none(t('not known##of a layer')),
      ];
    case 'volume':
      return [
        none(t('none##of a layer')),
        amount(1, t('under {minimum}', { minimum: minimumN })),
        amount(2, `${minimumN}–${FIRM_FROM_N - 1}`),
        amount(3, `${FIRM_FROM_N}–${SOLID_FROM_N - 1}`),
        amount(4, t('{n} and more', { n: SOLID_FROM_N })),
      ];
    case 'freshness':
      return [
        amount(
          4,
          t('fresh: up to {days} days, or the touchpoint’s own cadence', {
            days: reviewCadenceDays ?? USUAL_CADENCE_DAYS,
          }),
        ),
        amount(2, t('ageing: up to twice that')),
        amount(0, t('stale: older')),
        none(t('never answered##of a layer')),
      ];
    case 'coverage':
      return [
        none(t('nobody asked##of a layer')),
        amount(0, t('asking##of a layer')),
        amount(2, t('too few##of a layer')),
        amount(4, t('enough ({minimum} or more)', { minimum: minimumN })),
      ];
    case 'team': {
      const owners = new Set(
        stages.flatMap((stage) => stage.touchpoints.map((one) => ownerOf(stage, one)?.id)),
      );
      return [
        ...teams.flatMap(({ id, name }) =>
          owners.has(id) ? [{ fill: teamFill(id, teams), text: name }] : [],
        ),
        none(t('no owner##of a layer')),
      ];
    }
  }
}

function measureCell(
  measure: MeasureView | null,
  touchpoint: TouchpointView,
  { minimumN }: Context,
  t: Translate,
): LayerCell {
  if (!measure) {
    const text = touchpoint.asking ? t('asking##of a layer') : t('not asked##of a layer');
    return { fill: { scale: 'none' }, text, note: '' };
  }
  const { metric, score, shown, level } = measure;
  if (score.n === 0)
    return { fill: { scale: 'none' }, text: t('no answers##of a layer'), note: METRICS[metric].label };
  if (!shown || score.value === null)
    return {
      fill: { scale: 'none' },
      text: t('too few##of a layer'),
      note: t('{metric}, {n} of {minimum}', {
        metric: METRICS[metric].label,
        n: score.n,
        minimum: minimumN,
      }),
    };
  return {
    fill: { scale: 'diverging', tone: METRICS[metric].tone(score.value), firm: level === 'firm' },
    text: formatScore(metric, score.value, t.tongue),
    note: `${METRICS[metric].label} ${formatInterval(metric, score.low, score.high, t.tongue)}, n ${formatCount(score.n, t.tongue)}`,
  };
}

function gapCell(touchpoint: TouchpointView, t: Translate): LayerCell {
  const gap = expectationGap(touchpoint);
  if (!gap) {
    const text =
      touchpoint.expectedEmotion === null ? t('nothing expected##of a layer') : t('not measured##of a layer');
    return { fill: { scale: 'none' }, text, note: '' };
  }
  const note = t('expected {expected}, measured {measured}, n {n}', {
    expected: formatEmotion(gap.expected, t.tongue),
    measured: formatEmotion(gap.measured, t.tongue),
    n: formatCount(gap.n, t.tongue),
  });
  if (!gap.clear)
    return { fill: { scale: 'diverging', tone: 0, firm: true }, text: t('as expected##of a layer'), note };
  const tone = Math.min(1, Math.max(-1, gap.delta));
  return { fill: { scale: 'diverging', tone, firm: true }, text: formatEmotion(gap.delta, t.tongue), note };
}

function volumeCell(touchpoint: TouchpointView, { minimumN }: Context, t: Translate): LayerCell {
  const n = answersOf(touchpoint);
  const note = touchpoint.measures.map(
    ({ metric, score }) => `${METRICS[metric].label} ${formatCount(score.n, t.tongue)}`,
  );
  const answers = t('{n, plural, one {answer} other {answers}}##after their number', { n });
  if (n === 0) return { fill: { scale: 'none' }, text: '0', note: answers };
  const step = n < minimumN ? 1 : n < FIRM_FROM_N ? 2 : n < SOLID_FROM_N ? 3 : 4;
  return {
    fill: { scale: 'amount', step },
    text: formatCount(n, t.tongue),
    note: note.length > 1 ? note.join(', ') : answers,
  };
}

function freshnessCell(
  { answeredOn, reviewCadenceDays }: TouchpointView,
  context: Context,
  t: Translate,
): LayerCell {
  const found = freshnessOf(answeredOn, reviewCadenceDays ?? context.reviewCadenceDays, context.today);
  if (!found) return { fill: { scale: 'none' }, text: t('never answered##of a layer'), note: '' };
  const { freshness, days } = found;
  const note =
    days === 0
      ? t('last answer today')
      : days === 1
        ? t('last answer yesterday')
        : t('last answer {days} days ago', { days });
  const fill = { scale: 'amount', step: FRESHNESS_STEPS[freshness] } as const;
  return { fill, text: t(FRESHNESS_WORDS[freshness]), note };
}

function coverageCell(touchpoint: TouchpointView, { minimumN }: Context, t: Translate): LayerCell {
  const most = Math.max(0, ...touchpoint.measures.map(({ score }) => score.n));
  if (touchpoint.measures.some(({ shown }) => shown))
    return {
      fill: { scale: 'amount', step: 4 },
      text: t('enough##of a layer'),
      note: `n ${formatCount(most, t.tongue)}`,
    };
  if (most > 0)
    return {
      fill: { scale: 'amount', step: 2 },
      text: t('too few##of a layer'),
      note: t('{n} of {all}', { n: most, all: minimumN }),
    };
  if (touchpoint.asking)
    return {
      fill: { scale: 'amount', step: 0 },
      text: t('asking##of a layer'),
      note: t('no answers yet##of a layer'),
    };
  const text = touchpoint.measures.length > 0 ? t('no answers##of a layer') : t('nobody asked##of a layer');
  return { fill: { scale: 'none' }, text, note: '' };
}

function teamCell(touchpoint: TouchpointView, { stages, teams }: Context, t: Translate): LayerCell {
  const stage = stages.find(({ touchpoints }) => touchpoints.some(({ id }) => id === touchpoint.id));
  const owner = stage ? ownerOf(stage, touchpoint) : touchpoint.owner;
  if (owner === null) return { fill: { scale: 'none' }, text: t('no owner##of a layer'), note: '' };
  const note = touchpoint.owner === null ? t('the stage’s owner##of a layer') : '';
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
