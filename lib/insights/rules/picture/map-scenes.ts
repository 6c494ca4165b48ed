import {
  formatCount,
  formatDay,
  formatEmotion,
  formatInterval,
  formatPercent,
  formatScore,
  NO_NUMBER,
} from '../../../format';
import { JOURNEY_STATE_LABELS } from '../../../journey/model/journey';
import { LANE_LABELS, type LaneId } from '../../../journey/model/lanes';
import type { StatementKind } from '../../../journey/model/statement';
import { statementKindOfLane } from '../../../journey/model/statement-lanes';
import { handoffsOf, handoffTitle } from '../../../journey/rules/handoff';
import { EMOTION_WORDS } from '../../../scoring/emotion-words';
import { METRICS } from '../../../scoring/metrics';
import { stepOf } from '../../../scoring/tone';
import type { Translate } from '../../../translate';
import type { JourneyMapView, MeasureView, StageView, TouchpointView } from '../../model';
import { type CurveValue, curveRuns, laneY } from '../curve-path';
import { feltMeasure, seriesOf } from '../emotion';
import { shownMeasures } from '../layers';
import { INKS, type Ink, type Item, type Measure, type Scene, STEPS, type Weight } from './scene';
import { textLines } from './text-lines';

const MARGIN = 36;
const HEAD = 116;
const COLUMN = 156;
const PAD = 10;
const LANE = { height: 190, padding: 30 };
const LEAST_WIDTH = 1_000;

type Column = { stage: StageView; touchpoint: TouchpointView | null };

export type PictureOptions = {
  /** The lanes to draw, in the order of the map. */
  lanes: readonly LaneId[];
  /** Says everything in the language of whoever asked for the picture. */
  t: Translate;
  /** What the numbers are of, in words. */
  filterText: string;
  /** Where it comes from, such as the address of the map. */
  source: string;
  /** The most columns of one picture; null: the whole map in one. Stages are cut where they have to be. */
  across: number | null;
};

/**
 * A whole map as pictures to be put into a deck: who it is of, what its numbers are of, stages with owners and scores,
 * touchpoints with score, interval and n, the emotion lane, statements and handoffs, and how to read it. Texts are cut
 * to their boxes by `measure`.
 */
export function mapScenes(map: JourneyMapView, options: PictureOptions, measure: Measure): Scene[] {
  const columns = map.stages.flatMap((stage): Column[] =>
    stage.touchpoints.length === 0
      ? [{ stage, touchpoint: null }]
      : stage.touchpoints.map((touchpoint) => ({ stage, touchpoint })),
  );
  const pages = Math.max(1, options.across === null ? 1 : Math.ceil(columns.length / options.across));
  const most = Math.ceil(columns.length / pages);
  return Array.from({ length: pages }, (_, page) => {
    const own = columns.slice(page * most, (page + 1) * most);
    return new Sheet(map, options, measure).draw(
      own,
      pages === 1 ? '' : options.t('Part {part} of {pages}', { part: page + 1, pages }),
    );
  });
}

class Sheet {
  readonly #map: JourneyMapView;
  readonly #options: PictureOptions;
  readonly #t: Translate;
  readonly #measure: Measure;
  readonly #items: Item[] = [];
  #y = MARGIN;

  constructor(map: JourneyMapView, options: PictureOptions, measure: Measure) {
    this.#map = map;
    this.#options = options;
    this.#t = options.t;
    this.#measure = measure;
  }

  draw(columns: readonly Column[], part: string): Scene {
    const t = this.#t;
    const grid = HEAD + columns.length * COLUMN;
    const inner = Math.max(LEAST_WIDTH, grid);
    this.#header(inner, part);
    this.#y += 14;
    const top = this.#y;
    this.#stages(columns);
    this.#touchpoints(columns);
    for (const lane of this.#options.lanes) {
      const kind = statementKindOfLane(lane);
      if (lane === 'emotion') this.#emotion(columns);
      if (lane === 'handoffs') this.#handoffs(columns);
      if (kind) this.#statements(columns, kind, t(LANE_LABELS[lane]));
    }
    this.#frame(columns, top, grid);
    this.#legend(inner);
    const { title, today } = this.#map;
    return {
      title,
      language: t.tongue,
      description: t(
        'Journey map “{title}”, {n, plural, one {# touchpoint} other {# touchpoints}}, {filter}, as of {day}.',
        {
          title,
          n: columns.filter(({ touchpoint }) => touchpoint).length,
          filter: this.#options.filterText,
          day: formatDay(today, t.tongue),
        },
      ),
      width: Math.ceil(inner + 2 * MARGIN),
      height: Math.ceil(this.#y + MARGIN),
      // The paper lies under everything.
      items: [
        rect(0, 0, Math.ceil(inner + 2 * MARGIN), Math.ceil(this.#y + MARGIN), INKS.canvas, null, 0),
        ...this.#items,
      ],
    };
  }

  #header(inner: number, part: string): void {
    const t = this.#t;
    const { title, personas, state, objective, measures, coverage, minimumN } = this.#map;
    const crumbs = [
      personas.map(({ name }) => name).join(', '),
      state === 'as_is' ? '' : t(JOURNEY_STATE_LABELS[state]),
      part,
    ].filter((text) => text !== '');
    this.#y += 24;
    this.#y = this.#block(title, MARGIN, this.#y, inner, 26, 600, INKS.ink, 2, 32);
    if (crumbs.length > 0) {
      this.#y = this.#block(crumbs.join(' · '), MARGIN, this.#y, inner, 14, 600, INKS.soft, 1, 20);
    }
    if (objective) this.#y = this.#block(objective, MARGIN, this.#y, inner, 13, 400, INKS.soft, 2, 18);
    this.#y = this.#block(this.#options.filterText, MARGIN, this.#y, inner, 13, 400, INKS.soft, 2, 18);
    let x = MARGIN;
    const y = this.#y + 16;
    const fact = (label: string, value: string, note: string) => {
      const width = Math.max(
        this.#measure(label, 12, 400),
        this.#measure(value, 20, 600) + 8 + this.#measure(note, 12, 400),
      );
      if (x > MARGIN && x + width > MARGIN + inner) return;
      this.#text(label, x, y, 12, 400, INKS.soft);
      this.#text(value, x, y + 22, 20, 600, INKS.ink);
      this.#text(note, x + this.#measure(value, 20, 600) + 8, y + 22, 12, 400, INKS.soft);
      x += width + 40;
    };
    for (const measure of measures) {
      const { metric, score, shown } = measure;
      const label = t('{title}, whole journey', { title: measure.title });
      if (!shown || score.value === null) {
        fact(label, NO_NUMBER, score.n === 0 ? t('no answers') : tooFew(t, score.n, minimumN));
      } else {
        const interval = formatInterval(metric, score.low, score.high, t.tongue);
        const n = formatCount(score.n, t.tongue);
        fact(label, formatScore(metric, score.value, t.tongue), `${interval}, n ${n}`);
      }
    }
    fact(
      t('Coverage'),
      String(coverage.measured),
      t('of {n, plural, one {# touchpoint} other {# touchpoints}} measured', { n: coverage.touchpoints }),
    );
    this.#y = y + 30;
  }

  #stages(columns: readonly Column[]): void {
    const spans = spansOf(columns);
    const top = this.#y;
    let bottom = top;
    for (const { stage, from, count } of spans) {
      const x = left(from) + PAD;
      const width = count * COLUMN - 2 * PAD;
      let y = this.#block(stage.title, x, top + 22, width, 15, 600, INKS.ink, 2, 19);
      const facts = [stage.owner?.name ?? this.#t('No owner'), ...rollUps(stage.measures, this.#t)].join(
        '  ·  ',
      );
      y = this.#block(facts, x, y, width, 12, 400, INKS.soft, 3, 16);
      bottom = Math.max(bottom, y);
    }
    this.#row(this.#t('Stage and owner'), top, bottom - 4, INKS.head);
  }

  #touchpoints(columns: readonly Column[]): void {
    const top = this.#y;
    const first = this.#items.length;
    const bottoms = columns.map(({ touchpoint }, index) =>
      touchpoint ? this.#card(touchpoint, left(index) + 6, top + 8) : top + 40,
    );
    const bottom = Math.max(top + 40, ...bottoms);
    const cards = columns.flatMap(({ touchpoint }, index): Item[] => {
      if (!touchpoint) return [];
      const asked = touchpoint.measures.length > 0;
      const box = rect(left(index) + 6, top + 8, COLUMN - 12, bottom - top - 8, INKS.panel, INKS.line, 8);
      return [{ ...box, dashed: !asked, stroke: asked ? INKS.line : INKS['line-strong'] }];
    });
    this.#items.splice(first, 0, ...cards);
    this.#row(
      this.#t('Touchpoints'),
      top,
      bottom + 8,
      INKS.panel,
      this.#t('score, 95 % interval, number of answers'),
    );
  }

  /** Returns where the card ends. */
  #card(touchpoint: TouchpointView, x: number, top: number): number {
    const width = COLUMN - 12 - 2 * PAD;
    const star = touchpoint.moment ? 18 : 0;
    let y = this.#block(touchpoint.title, x + PAD, top + 20, width - star, 13, 600, INKS.ink, 3, 17);
    if (star) this.#items.push(starAt(x + COLUMN - 12 - PAD - 6, top + 15));
    y = Math.max(y, top + 54);
    const measures = shownMeasures(touchpoint);
    measures.forEach((measure, index) => {
      y = this.#chip(measure, x + PAD, y - 8, width, index === 0) + 14;
    });
    if (measures.length === 0) {
      const said = touchpoint.asking ? this.#t('No answers yet') : this.#t('Nothing measured here');
      y = this.#block(said, x + PAD, y + 4, width, 12, 400, INKS.soft, 2, 16);
    }
    return y - 6;
  }

  /** Returns where the chip ends. */
  #chip(measure: MeasureView, x: number, y: number, width: number, lead: boolean): number {
    const t = this.#t;
    const { metric, score, level, shown } = measure;
    const { label, tone } = METRICS[metric];
    if (!shown || score.value === null) {
      const said = score.n === 0 ? t('no answers in this period') : tooFew(t, score.n, this.#map.minimumN);
      const lines = this.#lines(`${label} ${said}`, width - 12, 11, 400, 3);
      const height = 10 + lines.length * 14;
      this.#items.push({ ...rect(x, y, width, height, null, INKS.field, 5), dashed: true });
      lines.forEach((line, index) => {
        this.#text(line, x + 6, y + 15 + index * 14, 11, 400, INKS.soft);
      });
      return y + height + 4;
    }
    const step = STEPS[stepOf(tone(score.value))] ?? STEPS[2];
    const firm = level === 'firm';
    const value = formatScore(metric, score.value, t.tongue);
    const interval = formatInterval(metric, score.low, score.high, t.tongue);
    const n = `n ${formatCount(score.n, t.tongue)}`;
    if (!lead) {
      this.#items.push(rect(x, y + 3, 10, 10, firm ? step.fill : INKS.panel, step.fill, 3));
      this.#text(label, x + 15, y + 12, 11, 400, INKS.soft);
      const at = x + 19 + this.#measure(label, 11, 400);
      this.#text(value, at, y + 12, 12, 600, INKS.ink);
      const line = `${interval}, ${n}`;
      this.#text(line, x + 15, y + 27, 11, 400, INKS.soft);
      return y + 32;
    }
    const ink = firm ? step.ink : INKS.ink;
    this.#items.push(rect(x, y, width, 40, firm ? step.fill : INKS.panel, step.fill, 6));
    this.#text(label, x + 8, y + 18, 11, 600, ink);
    this.#end(value, x + width - 8, y + 18, 16, 600, ink);
    this.#end(interval, x + width - 8, y + 33, 11, 400, ink);
    this.#text(n, x + 2, y + 54, 11, 400, INKS.soft);
    if (level === 'early') this.#end(t('early signal'), x + width - 2, y + 54, 11, 400, INKS.soft);
    return y + 58;
  }

  #emotion(columns: readonly Column[]): void {
    const top = this.#y;
    const centers = columns.map((_, index) => ((index + 0.5) * COLUMN) / 100);
    const measured = columns.map(({ touchpoint }): CurveValue => {
      const felt = touchpoint ? feltMeasure(touchpoint) : null;
      if (!felt?.shown || felt.score.value === null) return null;
      const { value, low, high } = felt.score;
      return { value, low, high, series: seriesOf(felt) };
    });
    const expected = columns.map(({ touchpoint }): CurveValue => {
      const value = touchpoint?.expectedEmotion ?? null;
      return value === null ? null : { value, low: null, high: null };
    });
    const path = (d: string, over: Partial<Extract<Item, { kind: 'path' }>>) => {
      if (d === '') return;
      const usual = { fill: null, stroke: null, width: 1, dashed: false, opacity: 1 };
      this.#items.push({ kind: 'path', x: left(0), y: top, d, ...usual, ...over });
    };
    const zero = laneY(0, LANE);
    path(`M0 ${zero}H${columns.length * COLUMN}`, { stroke: INKS['line-strong'], dashed: true });
    const runs = curveRuns(measured, LANE, centers);
    for (const { band } of runs) path(band, { fill: INKS.curve, opacity: 0.11 });
    for (const { line } of curveRuns(expected, LANE, centers)) {
      path(line, { stroke: INKS.soft, width: 1.4, dashed: true });
    }
    for (const { line } of runs) path(line, { stroke: INKS.curve, width: 2.2 });
    columns.forEach(({ touchpoint }, index) => {
      if (touchpoint) this.#feeling(touchpoint, left(index) + COLUMN / 2, top);
    });
    this.#row(
      this.#t('Emotion'),
      top,
      top + LANE.height,
      INKS.panel,
      this.#t('solid: measured, with its 95 % band; dashed: expected'),
    );
  }

  #feeling(touchpoint: TouchpointView, x: number, top: number): void {
    const felt = feltMeasure(touchpoint);
    const { expectedEmotion: expected, topWord } = touchpoint;
    const value = felt?.shown ? felt.score.value : null;
    if (expected !== null) {
      const y = top + laneY(expected, LANE);
      this.#items.push({
        kind: 'circle',
        x,
        y,
        r: value === null ? 6 : 4,
        fill: INKS.panel,
        stroke: INKS.soft,
        dashed: true,
      });
    }
    if (!felt || value === null) {
      if (expected === null) return;
      this.#middle(
        formatEmotion(expected, this.#t.tongue),
        x,
        top + laneY(expected, LANE) - 11,
        11,
        400,
        INKS.soft,
      );
      return;
    }
    const y = top + laneY(value, LANE);
    const step = STEPS[stepOf(METRICS[felt.metric].tone(value))] ?? STEPS[2];
    const firm = felt.level === 'firm';
    this.#items.push({
      ...{ kind: 'circle', x, y, r: 7, dashed: false },
      fill: firm ? step.fill : INKS.panel,
      stroke: firm ? INKS.panel : step.fill,
    });
    const above = expected === null ? value >= 0 : value > expected;
    const word = topWord ? `${wordOf(topWord.id, this.#t)} ${formatPercent(topWord.share)}` : '';
    const at = above ? y - (word ? 26 : 12) : y + 22;
    this.#middle(formatEmotion(value, this.#t.tongue), x, at, 12, 600, INKS.ink);
    if (word) this.#middle(this.#lines(word, COLUMN - 8, 11, 400, 1)[0] ?? '', x, at + 14, 11, 400, INKS.ink);
  }

  #statements(columns: readonly Column[], kind: StatementKind, label: string): void {
    const top = this.#y;
    let bottom = top + 30;
    columns.forEach(({ touchpoint }, index) => {
      let y = top + 20;
      const own = this.#map.statements.filter(
        (one) => one.kind === kind && one.touchpointId === touchpoint?.id,
      );
      for (const { text, state } of touchpoint ? own : []) {
        const x = left(index) + PAD;
        this.#items.push({
          ...{ kind: 'circle', x: x + 4, y: y - 4, r: 3.5 },
          fill: state === 'validated' ? INKS.curve : INKS.panel,
          stroke: INKS.curve,
          dashed: state === 'assumption',
        });
        const said = state === 'refuted' ? this.#t('Refuted: {text}', { text }) : text;
        y = this.#block(said, x + 13, y, COLUMN - 2 * PAD - 13, 12, 400, INKS.ink, 5, 16) + 6;
      }
      bottom = Math.max(bottom, y - 8);
    });
    this.#row(label, top, bottom, INKS.panel, this.#t('full dot: validated; dashed: assumption'));
  }

  #handoffs(columns: readonly Column[]): void {
    const top = this.#y;
    let bottom = top + 30;
    const handoffs = handoffsOf(this.#map).filter(({ current }) => current);
    columns.forEach(({ touchpoint }, index) => {
      let y = top + 8;
      for (const handoff of handoffs.filter(({ to }) => to.id === touchpoint?.id)) {
        const x = left(index) + 6;
        const lines = this.#lines(handoffTitle(handoff), COLUMN - 12 - 14, 12, 600, 3);
        const height = 8 + lines.length * 16;
        this.#items.push(rect(x, y, COLUMN - 12, height, INKS.warn, null, 6));
        lines.forEach((line, place) => {
          this.#text(line, x + 7, y + 16 + place * 16, 12, 600, INKS['on-warn']);
        });
        y += height + 6;
      }
      bottom = Math.max(bottom, y + 2);
    });
    this.#row(this.#t('Handoffs'), top, bottom, INKS.panel);
  }

  /** Ends a row: its label in front, its ground under what was drawn since, and a line below. */
  #row(label: string, top: number, drawnTo: number, ground: Ink, hint = ''): void {
    let y = this.#block(label, MARGIN + PAD, top + 20, HEAD - 2 * PAD, 12, 600, INKS.soft, 2, 16);
    if (hint) y = this.#block(hint, MARGIN + PAD, y, HEAD - 2 * PAD, 11, 400, INKS.soft, 6, 14);
    this.#y = Math.max(drawnTo, y - 4) + 4;
    this.#grounds.push({ top, bottom: this.#y, ground });
  }

  readonly #grounds: { top: number; bottom: number; ground: Ink }[] = [];

  #frame(columns: readonly Column[], top: number, grid: number): void {
    const height = this.#y - top;
    const under: Item[] = [rect(MARGIN, top, grid, height, INKS.panel, null, 10)];
    for (const { top: y, bottom, ground } of this.#grounds) {
      if (ground !== INKS.panel)
        under.push(rect(MARGIN + 1, y + 1, grid - 2, bottom - y - 1, ground, null, 9));
    }
    under.push(rect(MARGIN + 1, top + 1, HEAD - 1, height - 2, INKS.head, null, 9));
    const line = (d: string, stroke: Ink) =>
      under.push({ kind: 'path', x: 0, y: 0, d, fill: null, stroke, width: 1, dashed: false, opacity: 1 });
    for (const { bottom } of this.#grounds.slice(0, -1))
      line(`M${MARGIN} ${bottom}H${MARGIN + grid}`, INKS.line);
    line(`M${left(0)} ${top}V${this.#y}`, INKS.line);
    for (const { from } of spansOf(columns).slice(1)) {
      line(`M${left(from)} ${top}V${this.#y}`, INKS['line-strong']);
    }
    under.push(rect(MARGIN, top, grid, height, null, INKS.line, 10));
    this.#items.unshift(...under);
  }

  #legend(inner: number): void {
    const t = this.#t;
    let x = MARGIN;
    const y = this.#y + 30;
    const mark = (label: string, draw: (x: number) => number) => {
      x = draw(x) + 6;
      this.#text(label, x, y, 12, 400, INKS.soft);
      x += this.#measure(label, 12, 400) + 22;
    };
    mark(t('worst to best score'), (at) => {
      STEPS.forEach(({ fill }, index) => {
        this.#items.push(rect(at + index * 16, y - 11, 14, 14, fill, null, 3));
      });
      return at + 78;
    });
    mark(t('outlined: early signal, few answers or a wide interval'), (at) => {
      this.#items.push(rect(at, y - 11, 14, 14, INKS.panel, STEPS[4].fill, 3));
      return at + 14;
    });
    mark(t('moment that matters'), (at) => {
      this.#items.push(starAt(at + 7, y - 4));
      return at + 14;
    });
    this.#y = y;
    const line = t('n: answers; low … high: 95 % interval. As of {day}. Source: {source}', {
      day: formatDay(this.#map.today, t.tongue),
      source: this.#options.source,
    });
    this.#y = this.#block(line, MARGIN, y + 22, inner, 12, 400, INKS.soft, 2, 16) - 12;
  }

  #lines(text: string, width: number, size: number, weight: Weight, most: number): string[] {
    // The typeface has no such arrow.
    return textLines(text.replaceAll('→', '›'), width, size, weight, most, this.#measure);
  }

  /** Lines of text from a base line on; returns the base line after them. */
  #block(
    text: string,
    x: number,
    y: number,
    width: number,
    size: number,
    weight: Weight,
    ink: Ink,
    most: number,
    leading: number,
  ): number {
    const lines = this.#lines(text, width, size, weight, most);
    lines.forEach((line, index) => {
      this.#text(line, x, y + index * leading, size, weight, ink);
    });
    return y + lines.length * leading;
  }

  #text(text: string, x: number, y: number, size: number, weight: Weight, ink: Ink): void {
    const width = this.#measure(text, size, weight);
    if (text !== '') this.#items.push({ kind: 'text', x, y, width, text, size, weight, ink });
  }

  #end(text: string, x: number, y: number, size: number, weight: Weight, ink: Ink): void {
    this.#text(text, x - this.#measure(text, size, weight), y, size, weight, ink);
  }

  #middle(text: string, x: number, y: number, size: number, weight: Weight, ink: Ink): void {
    this.#text(text, x - this.#measure(text, size, weight) / 2, y, size, weight, ink);
  }
}

/** The left edge of a column. */
const left = (index: number): number => MARGIN + HEAD + index * COLUMN;

function spansOf(columns: readonly Column[]): { stage: StageView; from: number; count: number }[] {
  const spans: { stage: StageView; from: number; count: number }[] = [];
  columns.forEach(({ stage }, index) => {
    const last = spans.at(-1);
    if (last && last.stage.id === stage.id) last.count += 1;
    else spans.push({ stage, from: index, count: 1 });
  });
  return spans;
}

/** One score per metric; different questions are never pooled. */
function rollUps(measures: readonly MeasureView[], t: Translate): string[] {
  const scored = measures.filter(({ shown, score }) => shown && score.value !== null);
  return [...new Set(scored.map(({ metric }) => metric))].map((metric) => {
    const [only, ...others] = scored.filter((one) => one.metric === metric);
    const { label } = METRICS[metric];
    return others.length > 0 || !only
      ? t('{metric} {n, plural, one {# question} other {# questions}}', {
          metric: label,
          n: others.length + 1,
        })
      : `${label} ${formatScore(metric, only.score.value, t.tongue)} (n ${formatCount(only.score.n, t.tongue)})`;
  });
}

const tooFew = (t: Translate, n: number, minimum: number): string =>
  t('too few to score ({n} of {minimum})', { n, minimum });

const wordOf = (id: string, { tongue }: Translate): string =>
  (EMOTION_WORDS.find((word) => word.id === id)?.label[tongue] ?? id).toLowerCase();

function rect(
  x: number,
  y: number,
  width: number,
  height: number,
  fill: Ink | null,
  stroke: Ink | null,
  radius: number,
): Extract<Item, { kind: 'rect' }> {
  return { kind: 'rect', x, y, width, height, radius, fill, stroke, dashed: false };
}

function starAt(x: number, y: number): Item {
  const points = Array.from({ length: 10 }, (_, index) => {
    const [angle, r] = [(index * Math.PI) / 5 - Math.PI / 2, index % 2 === 0 ? 6.5 : 2.8];
    return `${(r * Math.cos(angle)).toFixed(2)} ${(r * Math.sin(angle)).toFixed(2)}`;
  });
  const d = `M${points.join('L')}Z`;
  return { kind: 'path', x, y, d, fill: INKS.star, stroke: null, width: 1, dashed: false, opacity: 1 };
}
