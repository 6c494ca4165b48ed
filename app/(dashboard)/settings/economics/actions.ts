'use server';

import { revalidatePath } from 'next/cache';
import { formAction, textOf } from '@/app/form-state';
import { memberAction } from '@/lib/gates/member';
import { assumeEconomics } from '@/lib/outcomes/commands/assume-economics';
import { ECONOMIC_FIGURES, type EconomicFigure, SHARE_FIGURES } from '@/lib/outcomes/model';

export const assumeEconomicsAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const figures = Object.fromEntries(
      ECONOMIC_FIGURES.map((figure) => [figure, figureOf(fields, figure)]),
    ) as Record<EconomicFigure, number | null>;
    await assumeEconomics(scope, { currency: textOf(fields, 'currency').trim().toUpperCase(), ...figures });
    revalidatePath('/', 'layout');
    return {};
  }),
);

/** A figure as people type it, with a point or a comma. What may be a thousand or a fraction, '1,200', is no number. */
function figureOf(fields: FormData, figure: EconomicFigure): number | null {
  const text = textOf(fields, figure).replace(/[\s\u00a0%]/g, '');
  if (text === '') return null;
  if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(text)) return Number.NaN;
  const number = Number(text.replace(',', '.'));
  return SHARE_FIGURES.includes(figure) ? number / 100 : number;
}
