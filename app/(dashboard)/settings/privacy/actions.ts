'use server';

import { revalidatePath } from 'next/cache';
import { formAction, formOf, textOf } from '@/app/form-state';
import { memberAction } from '@/lib/gates/member';
import { settleMasking } from '@/lib/voices/commands/masking';
import type { MaskKind } from '@/lib/voices/model/masking';

/** Settles what is masked; its schema refuses what is no kind: the cast only satisfies the compiler. */
export const settleMaskingAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    // No kind at all is a choice too, but only of who sent the form.
    const sent = textOf(fields, 'settled') === 'yes';
    await settleMasking(scope, {
      kinds: (sent ? formOf(fields).getAll('kind').map(String) : undefined) as MaskKind[],
      names: textOf(fields, 'names')
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    });
    revalidatePath('/settings/privacy');
    return true;
  }),
);
