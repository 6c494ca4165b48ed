'use server';

import { redirect } from 'next/navigation';
import { founderScope, selectWorkspace } from '@/lib/gates/member';
import { guestAction } from '@/lib/gates/session';
import { foundWorkspace } from '@/lib/identity/commands/found-workspace';
import { formAction, textOf } from '../form-state';

export const foundAction = formAction(
  guestAction(async ({ user }, fields: FormData) => {
    const { id } = await foundWorkspace(founderScope(user), {
      name: textOf(fields, 'name'),
      brand: textOf(fields, 'brand'),
      timeZone: textOf(fields, 'timeZone'),
      // The schema refuses what is no language.
      language: textOf(fields, 'language') as 'en',
    });
    await selectWorkspace(id);
    redirect('/journeys/new');
  }),
);
