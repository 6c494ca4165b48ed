'use server';

import { redirect } from 'next/navigation';
import { formAction, textOf } from '@/app/form-state';
import { guestAction } from '@/lib/gates/session';
import { unlockShare } from '@/lib/gates/share';

/** Opens a shared map that has a password. */
export const unlockAction = formAction(
  guestAction(async (_, fields: FormData) => {
    const token = textOf(fields, 'token');
    await unlockShare(token, textOf(fields, 'password'));
    redirect(`/share/${token}`);
  }),
);
