import { inTongue } from '../../format';
import { msg, type Translate } from '../../translate';
import { type EconomicFigure, SHARE_FIGURES } from '../model';

/** What the figures of the economics are called; those that are shares say that they are told in percent. */
export const FIGURE_LABELS: Readonly<Record<EconomicFigure, string>> = {
  customersPerYear: msg('Customers a year'),
  arpuPerMonth: msg('Revenue per customer and month'),
  grossMargin: msg('Gross margin, %'),
  monthlyChurn: msg('Customers who leave in a month, %'),
  churnAfterBad: msg('Who leave within a year after a bad experience, %'),
  churnAfterGood: msg('Who leave within a year after a good experience, %'),
  contactsAfterBad: msg('Contacts a year after a bad experience'),
  contactsAfterGood: msg('Contacts a year after a good experience'),
  costPerContact: msg('Cost of one contact'),
};

/**
 * A figure as people type it: shares in percent, at most two digits after the point; '' where it is not known.
 *
 * @example figureText('grossMargin', 0.625, ENGLISH) // '62.5'
 */
export function figureText(
  figure: EconomicFigure,
  value: number | null,
  t: Pick<Translate, 'tongue'>,
): string {
  if (value === null) return '';
  const number = SHARE_FIGURES.includes(figure) ? value * 100 : value;
  return inTongue(String(Math.round(number * 100) / 100), t.tongue);
}

/**
 * A figure as it is read: as {@link figureText}, with its thousands told apart; '–' where it is not known.
 *
 * @example figureShown('customersPerYear', 24_000, ENGLISH) // '24,000'
 */
export function figureShown(
  figure: EconomicFigure,
  value: number | null,
  t: Pick<Translate, 'tongue'>,
): string {
  if (value === null) return '–';
  const number = SHARE_FIGURES.includes(figure) ? value * 100 : value;
  return number.toLocaleString(t.tongue, { maximumFractionDigits: 2 });
}
