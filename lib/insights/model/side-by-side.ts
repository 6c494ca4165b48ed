import { msg } from '../../translate';
import type { Comparisons, Filter, JourneyMapView, MeasureView, StageView, TouchpointView } from '../model';

/** In what two groups of answers may differ. Each answer has one value of each, so two different values share none. */
export const DIMENSIONS = ['persona', 'channel', 'segment', 'source', 'period'] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const DIMENSION_LABELS: Readonly<Record<Dimension, string>> = {
  persona: msg('Persona'),
  channel: msg('Channel'),
  segment: msg('Segment'),
  source: msg('Source'),
  period: msg('Period'),
};

/** Days, both included. */
export type Days = { from: string; to: string };

/** What one group is of: a persona's id, a channel, a segment or a source, `OTHERS`, or days. */
export type SideValue = string | Days;

/** Everybody but the other side, in an address too: all answers less those of the other side. */
export const OTHERS = '*';

/** Why two groups are not held against each other; null: they are. */
export type SideProblem =
  /** There are no two values to choose. */
  | 'nothing to choose'
  /** Both are the same. */
  | 'same'
  /** Days that lie in both periods would count on both sides. */
  | 'overlap';

/** One measure of both groups. The change of `b` is B − A, corrected together with all that the view compares. */
export type ComparedMeasure = { a: MeasureView; b: MeasureView };

/** What customers of both groups said at one touchpoint, or at one handoff. */
export type ComparedSubject = Pick<TouchpointView, 'id' | 'title'> & { measures: ComparedMeasure[] };

export type ComparedStage = Pick<StageView, 'id' | 'title'> & { touchpoints: ComparedSubject[] };

/**
 * One of the two groups. `filter` is the one that gives the same numbers everywhere else; for everybody but the other side
 * there is none, and it is what both sides have in common.
 */
export type Side = { value: SideValue; filter: Filter; map: JourneyMapView };

/** Two groups of answers that share none, side by side along one journey. */
export type SideBySide = {
  a: Side;
  b: Side;
  /** Journey-level measures, each with its own interval and no correction. */
  measures: ComparedMeasure[];
  stages: ComparedStage[];
  /** Handoffs that are asked about, by the two touchpoints. */
  handoffs: ComparedSubject[];
  comparisons: Comparisons;
};

export type SideBySideView = {
  by: Dimension;
  /** What may be chosen on either side; empty for periods, which are days. */
  choices: string[];
  /** What is asked for, whether or not it can be compared; null where there is nothing to choose. */
  a: SideValue | null;
  b: SideValue | null;
  /** The journey under what both groups have in common, without its numbers. */
  shared: JourneyMapView;
} & ({ problem: SideProblem; compared: null } | { problem: null; compared: SideBySide });
