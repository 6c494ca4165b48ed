import type { ComponentType } from 'react';
import type { JourneyMapView } from '@/lib/insights/model';
import type { LaneId } from '@/lib/journey/model/lanes';
import type { StatementKind } from '@/lib/journey/model/statement';
import { msg } from '@/lib/translate';
import { ChannelCell } from './channel-cell';
import { type Column, feltMeasure, type Stretch } from './columns';
import { EmotionCurves, EmotionLegend, LANE } from './emotion-lane';
import { EmotionPoint } from './emotion-point';
import { HandoffCell, hasHandoffs } from './handoff-cell';
import { hasPaths, PathCell, PathsLane, PathsLegend, pathsLaneHeight } from './paths-lane';
import { StatementCell, statementsIn } from './statement-cell';
import { TeamCell } from './team-cell';
import { WordsCell } from './words-cell';

export type LaneCellProps = { column: Column; map: JourneyMapView };
type Drawn = { columns: readonly Column[]; map: JourneyMapView };

/** One lane of the map below the touchpoints' own: what its cells say, and what is drawn behind all of them. */
export type Lane = {
  /** One line below its name. */
  note?: string;
  Legend?: ComponentType<{ map: JourneyMapView }>;
  /** In pixels; without it the lane is as high as its fullest cell. */
  height?: (drawn: Drawn) => number;
  /** Drawn behind the cells, over the whole width of the columns or a stretch of it. */
  Behind?: ComponentType<Drawn & { stretch?: Stretch | undefined }>;
  /** The content of a touchpoint's cell; what can be pressed in it stays out of the tab order. */
  Cell: ComponentType<LaneCellProps>;
  /** Whether its cells have their own room at the edges. */
  bare?: true;
  /** Whether it has something to say of a stage without touchpoints too. */
  ofStages?: true;
  /** Whether a cell says anything; where lanes are read one after the other, empty ones are left out. */
  filled: (column: Column, map: JourneyMapView) => boolean;
  /** What its statements say; null where it has none. */
  kind?: StatementKind;
};

function statementLane(kind: StatementKind): Lane {
  return {
    kind,
    ofStages: true,
    Cell: (props) => <StatementCell {...props} kind={kind} />,
    filled: (column, map) => statementsIn(column, map, kind).length > 0,
  };
}

/** The lanes that can be shown, one line each; the touchpoints' lane is the map's own. */
const LANE_OF: Readonly<Record<Exclude<LaneId, 'touchpoints'>, Lane>> = {
  paths: {
    Legend: PathsLegend,
    height: ({ columns, map }) => pathsLaneHeight(columns, map),
    Behind: PathsLane,
    Cell: PathCell,
    filled: hasPaths,
  },
  channels: {
    Cell: ChannelCell,
    filled: ({ touchpoint }) => touchpoint !== null && touchpoint.channels.length > 0,
  },
  teams: {
    Cell: TeamCell,
    filled: ({ touchpoint }) => touchpoint !== null,
  },
  handoffs: {
    note: msg('change of owner'),
    Cell: HandoffCell,
    bare: true,
    filled: hasHandoffs,
  },
  emotion: {
    Legend: EmotionLegend,
    height: () => LANE.height,
    Behind: EmotionCurves,
    Cell: EmotionPoint,
    bare: true,
    filled: ({ touchpoint }) =>
      touchpoint !== null && (touchpoint.expectedEmotion !== null || feltMeasure(touchpoint) !== null),
  },
  words: {
    note: msg('newest comment'),
    Cell: WordsCell,
    filled: ({ touchpoint }) => touchpoint !== null && touchpoint.quote !== null,
  },
  actions: statementLane('action'),
  thoughts: statementLane('thought'),
  feelings: statementLane('feeling'),
  questions: statementLane('question'),
  needs: statementLane('need'),
  expectations: statementLane('expectation'),
  pains: statementLane('pain'),
  gains: statementLane('gain'),
  gaps: statementLane('gap'),
  people: statementLane('people'),
  processes: statementLane('process'),
  systems: statementLane('system'),
};

/** What a lane draws; null for the touchpoints' own. */
export function laneOf(id: LaneId): Lane | null {
  return id === 'touchpoints' ? null : LANE_OF[id];
}
