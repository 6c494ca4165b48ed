import type { Measure } from '../../scoring/measure';
import { msg, type Translate } from '../../translate';

/** What the formulas say of themselves: they know no language but English. */
export const FORMULA_TEXTS: readonly string[] = [
  msg('% of 9–10 minus % of 0–6'),
  msg('mean of all answers from 1 to 7'),
  msg('mean of all answers from 1 to 5'),
  msg('mean of all answers from −2 to 2'),
  msg('% of 5–7 among all answers'),
  msg('% of 4–5 among all answers'),
];

/** A formula in words. @example formulaText(METRICS.nps, ENGLISH) // '% of 9–10 minus % of 0–6' */
export function formulaText({ inWords }: Pick<Measure, 'inWords'>, t: Translate): string {
  return FORMULA_TEXTS.includes(inWords) ? t(inWords) : inWords;
}
