'use server';

import { revalidatePath } from 'next/cache';
import { formAction, textOf } from '@/app/form-state';
import { readTyped } from '@/lib/format';
import { readTongue } from '@/lib/gates/language';
import { memberAction } from '@/lib/gates/member';
import type { Tongue } from '@/lib/identity/model';
import { assumeEconomics } from '@/lib/outcomes/commands/assume-economics';
import { ECONOMIC_FIGURES, type EconomicFigure, SHARE_FIGURES } from '@/lib/outcomes/model';

export const assumeEconomicsAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const tongue = await readTongue();
    const figures = Object.fromEntries(
      ECONOMIC_FIGURES.map((figure) => [figure, figureOf(fields, figure, tongue)]),
    ) as Record<EconomicFigure, number | null>;
    await assumeEconomics(scope, { currency: textOf(fields, 'currency').trim().toUpperCase(), ...figures });
    revalidatePath('/', 'layout');
    return {};
  }),
);

function figureOf(fields: FormData, figure: EconomicFigure, tongue: Tongue): number | null {
  const number = readTyped(textOf(fields, figure), tongue);
  return number !== null && SHARE_FIGURES.includes(figure) ? number / 100 : number;
}
