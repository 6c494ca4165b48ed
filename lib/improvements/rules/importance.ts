import type { DriversView } from '../../insights/model/drivers';
import type { MeasuredImportance } from '../model';

/**
 * The importance of each touchpoint as answers tell it, by lineage: its share of what the answer about the whole goes along
 * with, beside the largest share, which is 10. Of several questions at a touchpoint the largest counts. Empty below the
 * number of people from which shares are told, because three groups are no number.
 */
export function importancesOf(
  drivers: Pick<DriversView, 'level' | 'drivers'>,
): Map<string, MeasuredImportance> {
  const found = new Map<string, MeasuredImportance>();
  if (drivers.level !== 'weights') return found;
  const largest = Math.max(0, ...drivers.drivers.map(({ weight }) => weight?.share ?? 0));
  if (largest === 0) return found;
  const scaled = (share: number) => Math.min(10, Math.max(0, (10 * share) / largest));
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
