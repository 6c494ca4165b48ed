'use server';

import { redirect } from 'next/navigation';
import { formAction, textOf } from '@/app/form-state';
import { acceptInvitation } from '@/lib/gates/invite';
import { readTongue } from '@/lib/gates/language';
import { selectWorkspace } from '@/lib/gates/member';
import { endSession, guestAction, startSession } from '@/lib/gates/session';
import { makeSignInLink } from '@/lib/identity/commands/make-sign-in-link';
import { redeemSignInLink } from '@/lib/identity/commands/redeem-sign-in-link';
import { signIn } from '@/lib/identity/commands/sign-in';
import { signUp } from '@/lib/identity/commands/sign-up';
import { mailSignInLink } from '@/lib/identity/jobs';
import { HOME_PATH, ownPath } from '@/lib/identity/rules';

export const signInAction = formAction(
  guestAction(async ({ peer }, fields: FormData) => {
    const email = textOf(fields, 'email');
    const next = ownPath(textOf(fields, 'next'));
    if (textOf(fields, 'how') === 'link') {
      await mailSignInLink({ ...(await makeSignInLink({ email, next }, peer)), tongue: await readTongue() });
      redirect('/sign-in/sent');
    }
    const { id } = await signIn({ email, password: textOf(fields, 'password') }, peer);
    await startSession(id);
    redirect(next);
  }),
);

export const signUpAction = formAction(
  guestAction(async ({ peer }, fields: FormData) => {
    const next = ownPath(textOf(fields, 'next'));
    const { id } = await signUp(
      { name: textOf(fields, 'name'), email: textOf(fields, 'email'), password: textOf(fields, 'password') },
      peer,
    );
    await startSession(id);
    redirect(next === HOME_PATH ? '/welcome' : next);
  }),
);

export const confirmAction = formAction(
  guestAction(async ({ user }, fields: FormData) => {
    const next = ownPath(textOf(fields, 'next'));
    const sent = { email: textOf(fields, 'email'), token: textOf(fields, 'token') };
    const { id, passwordEnded } = await redeemSignInLink(sent, user?.id ?? null);
    await startSession(id);
    redirect(passwordEnded && next === HOME_PATH ? '/settings/account?ended=1' : next);
  }),
);

export const acceptInviteAction = formAction(
  guestAction(async ({ user }, fields: FormData) => {
    const { workspaceId } = await acceptInvitation(textOf(fields, 'token'), user);
    await selectWorkspace(workspaceId);
    redirect(HOME_PATH);
  }),
);

export const signOutAction = async (fields: FormData): Promise<void> => {
  const next = ownPath(textOf(fields, 'next'));
  const result = await guestAction(endSession)();
  if (!result.ok) throw new Error(result.problem.title);
  redirect(next === HOME_PATH ? '/sign-in' : `/sign-in?next=${encodeURIComponent(next)}`);
};
