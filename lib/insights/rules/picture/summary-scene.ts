import {
  formatCount,
  formatDay,
  formatInterval,
  formatMoney,
  formatPercent,
  formatScore,
} from '../../../format';
import type { ImprovementView } from '../../../improvements/model';
import { verdictText } from '../../../improvements/rules/verdict-text';
import type { Benchmark } from '../../../outcomes/model';
import { benchmarkWords } from '../../../outcomes/rules/benchmarks';
import type { Translate } from '../../../translate';
import type { JourneyMapView } from '../../model';
import { gapText } from '../emotion';
import { LOWEST_STAGE, type RolledUp } from '../journey-numbers';
import { rankText } from '../rank-text';
import type { Standing } from '../strengths';
import { NOT_FILTERED, type Summary } from '../summary';
import { INKS, type Measure, type Scene } from './scene';
import { changeText, scoreSpans } from './score-words';
import { type CellLines, FINE, Sheet, type Span } from './sheet';

/** A4 in pixels: 210 by 297 mm at 96 to the inch. */
export const A4 = { width: 794, height: 1_123 };
const MARGIN = 48;
const INNER = A4.width - 2 * MARGIN;
const GAP = 24;

const small = { size: FINE.size, ink: INKS.soft };

export type SheetOptions = {
  t: Translate;
  /** What the numbers are of, in words. */
  filterText: string;
  /** Where it comes from, such as the address of the page. */
  source: string;
};

/**
 * The summary of a journey as one sheet of A4: the same numbers, intervals and n as on the screen. Texts are cut to their
 * boxes; should it still be longer than the sheet, the scene is, and whoever prints it makes it smaller.
 */
export function summaryScene(
  map: JourneyMapView,
  summary: Summary,
  { t, filterText, source, benchmarks }: SheetOptions & { benchmarks: readonly Benchmark[] },
  measure: Measure,
): Scene {
  const sheet = new Sheet(measure, MARGIN);
  const part = (title: string, x = MARGIN, width = INNER) => {
    sheet.y += 12;
    sheet.text('H2', title, x, width, { size: 12.5, leading: 19, weight: 600 });
  };
  sheet.text('H1', map.title, MARGIN, INNER, { size: 21, leading: 27, weight: 600, most: 2 });
  sheet.text('P', filterText, MARGIN, INNER, { ...FINE, most: 2 });
  if (map.objective) sheet.text('P', map.objective, MARGIN, INNER, { most: 2 });

  part(t('How it stands'));
  for (const one of map.measures) {
    sheet.spans(
      'P',
      [
        { text: `${t('{measure}, whole journey', { measure: one.title })}: `, ...small },
        ...scoreSpans(one, map.minimumN, t),
        { text: `; ${changeText(one, map.minimumN, t)}`, ...small },
      ],
      MARGIN,
      INNER,
    );
    const beside = one.shown ? benchmarkWords(benchmarks, one.metric, t) : [];
    for (const { value, source: where, rest } of beside) {
      sheet.text('P', `${value} ${where}, ${rest}`, MARGIN + 10, INNER - 10, { ...FINE, most: 2 });
    }
  }
  const { measured, touchpoints } = map.coverage;
  sheet.spans(
    'P',
    [
      { text: `${t('Touchpoints measured')}: `, ...small },
      { text: `${measured} `, weight: 600 },
      { text: t('of {all}', { all: touchpoints }), ...small },
      ...(touchpoints === 0 ? [] : [{ text: ` (${formatPercent(measured / touchpoints)})`, ...small }]),
    ],
    MARGIN,
    INNER,
  );
  numbersTable(sheet, summary, t);
  for (const { stage, measure: lowest, clear, of } of summary.lowest) {
    sheet.spans(
      'LI',
      [
        { text: `${t(LOWEST_STAGE[lowest.metric])}: `, ...small },
        { text: `${stage.title} `, weight: 600 },
        ...scoreSpans(lowest, map.minimumN, t),
        {
          text: `; ${clear ? t('{n, plural, one {clearly below the other one} other {clearly below the other {n}}}', { n: of - 1 }) : t('of {n}; not clearly below all others', { n: of })}`,
          ...small,
        },
      ],
      MARGIN,
      INNER,
    );
  }

  const half = (INNER - GAP) / 2;
  const top = sheet.y;
  const standings = (title: string, list: readonly Standing[], x: number) => {
    sheet.y = top;
    part(title, x, half);
    if (list.length === 0)
      sheet.text('P', t('Nothing stands out from the rest.'), x, half, { ink: INKS.soft });
    for (const one of list) sheet.spans('LI', standingSpans(one, map.minimumN, t), x, half);
    return sheet.y;
  };
  const left = standings(t('Weakest'), summary.weak, MARGIN);
  sheet.y = Math.max(left, standings(t('Strongest'), summary.strong, MARGIN + half + GAP));

  if (summary.gaps.length > 0) {
    part(t('Where customers feel worse than the team thought'));
    for (const { touchpoint, gap } of summary.gaps) {
      sheet.spans(
        'LI',
        [{ text: `${touchpoint.title}: ` }, { text: gapText(gap, t), ...small }],
        MARGIN,
        INNER,
      );
    }
  }
  part(t('What to do next'));
  sheet.text('P', t(NOT_FILTERED), MARGIN, INNER, { ...FINE, most: 2 });
  if (summary.open.length === 0) {
    sheet.text('P', t('No improvement is proposed yet.'), MARGIN, INNER, { ink: INKS.soft });
  }
  summary.open.forEach((one, place) => {
    sheet.spans('LI', actionSpans(one, place + 1, t), MARGIN, INNER);
  });
  if (summary.done.length > 0) {
    part(t('What the last fixes did'));
    for (const { title, verdict } of summary.done) {
      const said = verdict ? verdictText(verdict, t) : '';
      sheet.spans('LI', [{ text: `${title}: ` }, { text: said, ...small }], MARGIN, INNER);
    }
  }
  if (summary.quotes.length > 0) {
    part(t('In customers’ words'));
    for (const { touchpoint, quote } of summary.quotes) {
      sheet.text('P', t('“{words}”', { words: quote.comment }), MARGIN + 10, INNER - 10, { most: 2 });
      const day = formatDay(quote.receivedAt.toISOString().slice(0, 10), t.tongue);
      sheet.text('P', `${touchpoint.title}, ${day}`, MARGIN + 10, INNER - 10, FINE);
      sheet.y += 2;
    }
  }

  sheet.y = Math.max(sheet.y + 12, A4.height - MARGIN - 2 * FINE.leading - 6);
  sheet.line(MARGIN, INNER);
  sheet.y += 6;
  sheet.text('P', footText(map.today, source, t), MARGIN, INNER, { ...FINE, most: 2 });
  const height = Math.max(A4.height, Math.ceil(sheet.y + MARGIN / 2));
  return sceneOf(map, t('Summary'), filterText, { width: A4.width, height }, sheet, t);
}

/** A sheet as a scene on white paper. */
export function sceneOf(
  { title, today }: Pick<JourneyMapView, 'title' | 'today'>,
  kind: string,
  filterText: string,
  size: { width: number; height: number },
  { items, tags }: Sheet,
  t: Translate,
): Scene {
  return {
    title: `${title}: ${kind}`,
    description: t('{kind} of “{title}”, {filter}, as of {day}.', {
      kind,
      title,
      filter: filterText,
      day: formatDay(today, t.tongue),
    }),
    language: t.tongue,
    ...size,
    items: [
      {
        ...{ kind: 'rect', x: 0, y: 0, ...size, radius: 0 },
        ...{ fill: INKS.panel, stroke: null, dashed: false },
      },
      ...items,
    ],
    tags: tags.map(({ from, to, ...tag }) => ({ ...tag, from: from + 1, to: to + 1 })),
  };
}

export const footText = (today: string, source: string, t: Translate): string =>
  t('n: answers; low … high: 95 % interval. As of {day}. Source: {source}', {
    day: formatDay(today, t.tongue),
    source,
  });

function numbersTable(sheet: Sheet, { numbers }: Summary, t: Translate): void {
  if (numbers.length === 0) return;
  sheet.y += 6;
  const columns = columnsOf(MARGIN, INNER, [0.2, 0.2, 0.28, 0.32]);
  sheet.row(columns, [t('Asked'), t('Average'), t('Worst moment'), t('Peak and end')].map(headCell), true);
  for (const { metric, title, measured, touchpoints, average, worst, peakEnd } of numbers) {
    sheet.line(MARGIN, INNER);
    sheet.y += 3;
    const rolled = ({ value, low, high }: RolledUp): CellLines => [
      { text: formatScore(metric, value, t.tongue), weight: 600 },
      { text: formatInterval(metric, low, high, t.tongue), ...small },
    ];
    const { score } = worst.measure;
    sheet.row(columns, [
      [
        { text: title, weight: 600 },
        { text: t('{measured} of {touchpoints} touchpoints', { measured, touchpoints }), ...small },
      ],
      rolled(average),
      [
        { text: worst.touchpoint.title },
        {
          text: `${formatScore(metric, score.value, t.tongue)} (${formatInterval(metric, score.low, score.high, t.tongue)}, ${t('n {n}', { n: formatCount(score.n, t.tongue) })})`,
          ...small,
        },
      ],
      peakEnd
        ? [
            {
              text: `${formatScore(metric, peakEnd.value, t.tongue)} (${formatInterval(metric, peakEnd.low, peakEnd.high, t.tongue)})`,
              weight: 600,
            },
            {
              text: `${t('{peak}, then {end}', { peak: peakEnd.peak.touchpoint.title, end: peakEnd.end.touchpoint.title })}${peakEnd.endsTheJourney ? '' : ` ${t('(the end itself is not measured)')}`}`,
              ...small,
            },
          ]
        : [{ text: t('Needs three touchpoints'), ...small }],
    ]);
    sheet.y += 3;
  }
  sheet.line(MARGIN, INNER);
  sheet.y += 6;
}

export const headCell = (text: string): CellLines => [{ text, ...small }];

/** Columns beside each other, by their shares of a width. */
export function columnsOf(
  left: number,
  width: number,
  shares: readonly number[],
): { x: number; width: number }[] {
  let x = left;
  return shares.map((share) => {
    const column = { x, width: share * width - 10 };
    x += share * width;
    return column;
  });
}

function standingSpans({ touchpoint, measure, rank }: Standing, minimumN: number, t: Translate): Span[] {
  return [
    { text: `${touchpoint.title} ` },
    ...scoreSpans(measure, minimumN, t),
    ...(rank ? [{ text: `; ${rankText(rank, t)}`, ...small }] : []),
  ];
}

function actionSpans(
  { title, subjects, ownerName, value }: ImprovementView,
  place: number,
  t: Translate,
): Span[] {
  const where = [...subjects.map((one) => one.title), ...(ownerName ? [ownerName] : [])].join(', ');
  const spans: Span[] = [
    { text: `${place}. ${title} `, weight: 600 },
    { text: where, ...small },
  ];
  if (value === null) return spans;
  const money = (amount: number) => formatMoney(amount, value.currency, t.tongue);
  const worth = t('worth {base} a year ({low} … {high})', {
    base: money(value.base.yearValue),
    low: money(value.low.yearValue),
    high: money(value.high.yearValue),
  });
  const assumed = value.assumed.length > 0 ? `, ${t('with assumed figures')}` : '';
  return [...spans, { text: `; ${worth}${assumed}`, ...small }];
}
