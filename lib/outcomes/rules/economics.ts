import type { FixAssumptions } from '../../statistics/value-of-fix';
import {
  ECONOMIC_FIGURES,
  type EconomicFigure,
  type Economics,
  type Figure,
  type FigureOrigin,
  type StoredEconomics,
} from '../model';

/** What was found among our own customers, as far as there is enough of it. */
export type MeasuredFigures = Partial<
  Record<EconomicFigure, { readonly value: number; readonly origin: FigureOrigin & { kind: 'measured' } }>
>;

/** The economics of a workspace: a measured figure stands before an assumed one; neither: null. */
export function economicsOf(stored: StoredEconomics | null, measured: MeasuredFigures): Economics {
  const figures = Object.fromEntries(
    ECONOMIC_FIGURES.map((figure): [EconomicFigure, Figure] => {
      const found = measured[figure];
      if (found) return [figure, found];
      const value = stored?.[figure] ?? null;
      if (stored === null || value === null) return [figure, { value: null, origin: null }];
      return [figure, { value, origin: { kind: 'assumed', by: stored.by, at: stored.at } }];
    }),
  ) as Record<EconomicFigure, Figure>;
  return { currency: stored?.currency ?? 'EUR', figures };
}

/** The figures without which no fix has a value in money. */
const NEEDED: readonly EconomicFigure[] = [
  'customersPerYear',
  'arpuPerMonth',
  'grossMargin',
  'churnAfterBad',
  'churnAfterGood',
];

/** The figures that are still missing before a fix has a value in money. */
export function missingFigures(economics: Economics): EconomicFigure[] {
  return NEEDED.filter((figure) => economics.figures[figure].value === null);
}

/**
 * What `valueOfFix` takes, for one fix; null where {@link missingFigures} names something. Contacts and monthly churn
 * may be missing: then nothing is saved on contacts, and nobody is taken to leave within the twelve months.
 *
 * @param fix `reach` and `badShareTarget` are 0–1; `effect`, 0–1, is how much of the difference the fix causes
 */
export function fixAssumptions(
  economics: Economics,
  fix: { readonly reach: number; readonly badShareTarget: number; readonly effect: number },
): FixAssumptions | null {
  if (missingFigures(economics).length > 0) return null;
  const value = (figure: EconomicFigure) => economics.figures[figure].value ?? 0;
  return {
    ...fix,
    customersPerYear: value('customersPerYear'),
    churnAfterBad: value('churnAfterBad'),
    churnAfterGood: value('churnAfterGood'),
    marginPerMonth: value('arpuPerMonth') * value('grossMargin'),
    monthlyChurn: value('monthlyChurn'),
    contactsAfterBad: value('contactsAfterBad'),
    contactsAfterGood: value('contactsAfterGood'),
    costPerContact: value('costPerContact'),
  };
}
