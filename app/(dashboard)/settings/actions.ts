'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { formAction, formOf, textOf, textOrNull } from '@/app/form-state';
import { memberAction, selectWorkspace } from '@/lib/gates/member';
import { guestAction, startSession } from '@/lib/gates/session';
import { changeRole } from '@/lib/identity/commands/change-role';
import { inviteMember } from '@/lib/identity/commands/invite-member';
import { makeApiKey } from '@/lib/identity/commands/make-api-key';
import { leaveWorkspace, removeMember } from '@/lib/identity/commands/remove-member';
import { chooseTongue, rename } from '@/lib/identity/commands/rename';
import { revokeApiKey } from '@/lib/identity/commands/revoke-api-key';
import { setPassword } from '@/lib/identity/commands/set-password';
import { settleWorkspace } from '@/lib/identity/commands/settle-workspace';
import { withdrawInvite } from '@/lib/identity/commands/withdraw-invite';
import { mailInvite } from '@/lib/identity/jobs';
import type { Role, Tongue } from '@/lib/identity/model';
import { settleDigest } from '@/lib/insights/commands';
import { splitCustomers } from '@/lib/response/commands/split-customers';

// The schemas of the commands refuse what is no role, no language and no number: the casts only satisfy the compiler.

export const settleAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    await settleWorkspace(scope, {
      name: textOf(fields, 'name'),
      brand: textOf(fields, 'brand'),
      timeZone: textOf(fields, 'timeZone'),
      language: textOf(fields, 'language') as 'en',
      minimumN: Number(textOf(fields, 'minimumN')),
      senderAddress: textOrNull(fields, 'senderAddress'),
      postalAddress: textOrNull(fields, 'postalAddress'),
      privacyUrl: textOrNull(fields, 'privacyUrl'),
    });
    revalidatePath('/', 'layout');
    return true;
  }),
);

export const settleDigestAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const weekday = formOf(fields).get('weekday');
    await settleDigest(scope, { weekday: weekday === '' ? null : Number(weekday ?? Number.NaN) });
    revalidatePath('/settings');
    return true;
  }),
);

export const splitAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const attribute = formOf(fields).get('attribute');
    await splitCustomers(scope, { attribute: attribute === '' ? null : textOf(fields, 'attribute') });
    revalidatePath('/settings');
    return true;
  }),
);

export const inviteAction = formAction(
  memberAction(async ({ scope, user, workspace }, fields: FormData) => {
    const invite = await inviteMember(scope, {
      email: textOf(fields, 'email'),
      role: textOf(fields, 'role') as Role,
    });
    revalidatePath('/settings/members');
    const { name: workspaceName, language: tongue } = workspace;
    await mailInvite({ ...invite, workspaceName, inviterName: user.name, tongue });
    return invite.email;
  }),
);

export const withdrawAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    await withdrawInvite(scope, { id: textOf(fields, 'id') });
    revalidatePath('/settings/members');
    return true;
  }),
);

export const changeRoleAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    await changeRole(scope, { userId: textOf(fields, 'userId'), role: textOf(fields, 'role') as Role });
    revalidatePath('/', 'layout');
    return true;
  }),
);

export const removeMemberAction = memberAction(async ({ scope }, userId: string) => {
  const { invitesEnded } = await removeMember(scope, { userId });
  revalidatePath('/settings/members');
  return { invitesEnded };
});

export const leaveAction = memberAction(async ({ scope }) => {
  await leaveWorkspace(scope, {});
  redirect('/journeys');
});

export const makeKeyAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const { id, key } = await makeApiKey(scope, {
      name: textOf(fields, 'name'),
      writes: fields.get('writes') === 'on',
    });
    revalidatePath('/settings/keys');
    return { id, key };
  }),
);

export const revokeKeyAction = memberAction(async ({ scope }, id: string) => {
  await revokeApiKey(scope, { id });
  revalidatePath('/settings/keys');
});

export const switchWorkspaceAction = async (fields: FormData): Promise<void> => {
  const result = await guestAction(() => selectWorkspace(textOf(fields, 'workspaceId')))();
  if (!result.ok) throw new Error(result.problem.title);
  redirect('/journeys');
};

export const chooseTongueAction = formAction(
  memberAction(async ({ user }, fields: FormData) => {
    const language = formOf(fields).get('language') ?? undefined;
    await chooseTongue(user.id, { language: (language === '' ? null : language) as Tongue | null });
    revalidatePath('/', 'layout');
    return true;
  }),
);

export const renameAction = formAction(
  memberAction(async ({ user }, fields: FormData) => {
    await rename(user.id, { name: textOf(fields, 'name') });
    revalidatePath('/', 'layout');
    return true;
  }),
);

export const setPasswordAction = formAction(
  memberAction(async ({ user }, fields: FormData) => {
    const { id } = await setPassword(user.id, {
      old: textOf(fields, 'old'),
      password: textOf(fields, 'password'),
    });
    await startSession(id);
    return true;
  }),
);
