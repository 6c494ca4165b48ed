import { formatChangeInterval } from '../../../format';
import { trendDirection } from '../../../scoring/display';
import type { Translate } from '../../../translate';
import type { JourneyMapView, MeasureView, StageView } from '../../model';
import { expectationGap, gapText } from '../emotion';
import { rankText } from '../rank-text';
import type { ScorecardLine } from '../scorecard';
import { targetText } from '../target';
import { INKS, type Measure, type Scene } from './scene';
import { changeText, scoreSpans } from './score-words';
import { type CellLines, FINE, Sheet, type Span } from './sheet';
import { A4, columnsOf, footText, headCell, type SheetOptions, sceneOf } from './summary-scene';

/** A4, lying. */
const SIZE = { width: A4.height, height: A4.width };
const MARGIN = 40;
const INNER = SIZE.width - 2 * MARGIN;
const BOTTOM = SIZE.height - MARGIN - FINE.leading;
/** Where a row is begun it still has room to end. */
const TALLEST_ROW = 84;

const small = { size: FINE.size, ink: INKS.soft };

type Listing = {
  title: string;
  columns: { x: number; width: number }[];
  head: readonly string[];
  rows: readonly (readonly CellLines[])[];
};

/** The scorecard as sheets of A4 that lie: stages, then touchpoints in the order that was asked for. */
export function scorecardScenes(
  map: JourneyMapView,
  lines: readonly ScorecardLine[],
  { t, filterText, source }: SheetOptions,
  measure: Measure,
): Scene[] {
  const sheets: Sheet[] = [];
  const begin = (): Sheet => {
    const sheet = new Sheet(measure, MARGIN);
    sheets.push(sheet);
    const first = sheets.length === 1;
    sheet.text(first ? 'H1' : 'P', map.title, MARGIN, INNER, {
      size: first ? 19 : 12,
      leading: first ? 25 : 17,
      weight: 600,
      most: 1,
    });
    sheet.text('P', filterText, MARGIN, INNER, { ...FINE, most: 1 });
    return sheet;
  };
  let sheet = begin();
  for (const { title, columns, head, rows } of [stageListing(map, t), touchpointListing(map, lines, t)]) {
    const open = () => {
      sheet.y += 10;
      sheet.text('H2', title, MARGIN, INNER, { size: 12.5, leading: 19, weight: 600 });
      sheet.row(columns, head.map(headCell), true);
    };
    if (sheet.y + TALLEST_ROW > BOTTOM) sheet = begin();
    open();
    for (const cells of rows) {
      if (sheet.y + TALLEST_ROW > BOTTOM) {
        sheet = begin();
        open();
      }
      sheet.y += 2;
      sheet.line(MARGIN, INNER);
      sheet.y += 3;
      sheet.row(columns, cells);
    }
  }
  return sheets.map((one, place) => {
    one.y = SIZE.height - MARGIN;
    const part =
      sheets.length === 1
        ? ''
        : ` · ${t('Part {part} of {pages}', { part: place + 1, pages: sheets.length })}`;
    one.text('P', footText(map.today, source, t) + part, MARGIN, INNER, { ...FINE, most: 1 });
    return sceneOf(map, t('Scorecard'), filterText, SIZE, one, t);
  });
}

function stageListing(map: JourneyMapView, t: Translate): Listing {
  return {
    title: t('Stages'),
    columns: columnsOf(MARGIN, INNER, [0.24, 0.14, 0.34, 0.18, 0.1]),
    head: [t('Stage'), t('Owner'), t('Scores, pooled from its touchpoints'), t('Target'), t('Measured')],
    rows: map.stages.map((stage) => [
      [{ text: stage.title, weight: 600 }, ...(stage.goal ? [{ text: stage.goal, ...small, most: 2 }] : [])],
      [{ text: stage.owner?.name ?? t('nobody##no owner') }],
      stage.measures.length === 0
        ? [{ text: t('nobody asked'), ...small }]
        : stage.measures.map((measure) => ({
            text: `${oneLine(scoreSpans(measure, map.minimumN, t))}; ${changeText(measure, map.minimumN, t)}`,
          })),
      [{ text: targetLine(stage, t) }],
      [
        {
          text: t('{measured} of {touchpoints}', {
            measured: stage.touchpoints.filter((one) => one.measures.some(({ shown }) => shown)).length,
            touchpoints: stage.touchpoints.length,
          }),
        },
      ],
    ]),
  };
}

function touchpointListing(map: JourneyMapView, lines: readonly ScorecardLine[], t: Translate): Listing {
  return {
    title: t('Touchpoints'),
    columns: columnsOf(MARGIN, INNER, [0.22, 0.24, 0.16, 0.08, 0.16, 0.14]),
    head: [t('Touchpoint'), t('Score'), t('Change'), t('Importance'), t('Gap'), t('Owner')],
    rows: lines.map(({ stage, touchpoint, lead, rank }) => {
      const shown = lead ?? touchpoint.measures[0];
      const gap = expectationGap(touchpoint);
      return [
        [
          { text: touchpoint.title, weight: 600 },
          { text: stage.title, ...small },
        ],
        shown
          ? [
              { text: oneLine(scoreSpans(shown, map.minimumN, t)) },
              ...(rank ? [{ text: rankText(rank, t), ...small }] : []),
            ]
          : [{ text: t('nobody asked'), ...small }],
        changeLines(lead, map.minimumN, t),
        [{ text: `${touchpoint.importanceCustomer ?? '–'} / ${touchpoint.importanceBusiness ?? '–'}` }],
        [{ text: gap ? (gap.clear ? gapText(gap, t) : t('as expected')) : '–', ...small }],
        [{ text: (touchpoint.ownerPerson ?? touchpoint.owner)?.name ?? t('nobody##no owner') }],
      ];
    }),
  };
}

/** A change and, where it can be told at all, between what and what it lies. */
function changeLines(lead: MeasureView | null, minimumN: number, t: Translate): CellLines {
  if (!lead) return [{ text: '–' }];
  const { change, metric, score, previous } = lead;
  const text = { text: changeText(lead, minimumN, t) };
  return change && trendDirection(change, score.n, previous.n, minimumN) !== null
    ? [text, { text: formatChangeInterval(metric, change, t.tongue), ...small }]
    : [text];
}

const oneLine = (spans: readonly Span[]): string => spans.map(({ text }) => text).join('');

function targetLine(stage: StageView, t: Translate): string {
  const target = targetText(stage, t);
  if (!target) return '–';
  return t('{measure} {target}, now {now}', {
    measure: target.label,
    target: target.target,
    now: target.now,
  });
}
