import type { DriversView } from '../../insights/model/drivers';
import type { MeasuredImportance } from '../model';

/** An even share of all touchpoints is the middle of 0–10. */
const EVEN = 5;

/**
 * The importance of each touchpoint as answers tell it, by lineage: 5·√(its share of what the answer about the whole goes
 * along with × the number of touchpoints weighed), at most 10. Shares are squares, so the root has the unit of a
 * correlation; an even share is 5, four times that 10. Of several questions at a touchpoint the largest counts. Empty below
 * the number of people from which shares are told, because three groups are no number.
 */
export function importancesOf(
  drivers: Pick<DriversView, 'level' | 'drivers'>,
): Map<string, MeasuredImportance> {
  const found = new Map<string, MeasuredImportance>();
  if (drivers.level !== 'weights') return found;
  const weighed = drivers.drivers.filter(({ weight }) => weight !== null).length;
  const scaled = (share: number) => Math.min(10, EVEN * Math.sqrt(Math.max(0, share) * weighed));
  for (const { question, weight, n } of drivers.drivers) {
    if (weight === null) continue;
    const one: MeasuredImportance = {
      ...{ value: scaled(weight.share), low: scaled(weight.low), high: scaled(weight.high) },
      ...{ share: weight.share, people: n },
    };
    for (const lineageId of question.lineageIds) {
      if ((found.get(lineageId)?.value ?? -1) < one.value) found.set(lineageId, one);
    }
  }
  return found;
}
