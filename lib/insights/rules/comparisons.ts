import { trendDirection } from '../../scoring/display';
import { benjaminiHochberg } from '../../statistics/benjamini-hochberg';
import type { Comparisons, MeasureView } from '../model';

/** Of the changes that stand out, so many may be chance on average. */
export const FALSE_SHARE = 0.05;

/**
 * The changes of everything that one screen compares, corrected together: whoever looks at 40 arrows sees one or two by
 * chance unless each has to be clearer for the company it is in. Measures come back in their groups; a change stays
 * significant only where it stands out of the family. What has too few answers to be compared is no part of it.
 */
export function comparedTogether(
  groups: readonly (readonly MeasureView[])[],
  minimumN: number,
): { groups: MeasureView[][]; comparisons: Comparisons } {
  const isCompared = ({ change, score, previous }: MeasureView) =>
    trendDirection(change, score.n, previous.n, minimumN) !== null;
  const family = groups.flat().filter(isCompared);
  const adjusted = benjaminiHochberg(family.map(({ change }) => change?.p ?? 1));
  const place = new Map(family.map((measure, index) => [measure, index]));
  const corrected = (measure: MeasureView): MeasureView => {
    const index = place.get(measure);
    if (index === undefined || measure.change === null) return measure;
    const adjustedP = adjusted[index] as number;
    const significant = measure.change.significant && adjustedP <= FALSE_SHARE;
    return { ...measure, adjustedP, change: { ...measure.change, significant } };
  };
  const result = groups.map((group) => group.map(corrected));
  const standOut = result.flat().filter((one) => isCompared(one) && one.change?.significant).length;
  return { groups: result, comparisons: { made: family.length, standOut } };
}
