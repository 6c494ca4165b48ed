'use server';

import { revalidatePath } from 'next/cache';
import { formAction, formOf, textOf } from '@/app/form-state';
import { addHook, editHook, renewHook, retireHook, testHook } from '@/lib/cases/commands/hook';
import type { HookEvent, HookShape } from '@/lib/cases/model/hook';
import { memberAction } from '@/lib/gates/member';

const PATH = '/settings/hooks';

// The schema of the command refuses what is no shape and no event: the casts only satisfy the compiler.

export const addHookAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    await addHook(scope, hookOf(fields));
    revalidatePath(PATH);
    return Date.now();
  }),
);

export const editHookAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    await editHook(scope, { id: textOf(fields, 'id'), ...hookOf(fields) });
    revalidatePath(PATH);
    return Date.now();
  }),
);

const hookOf = (fields: FormData) => ({
  name: textOf(fields, 'name'),
  url: textOf(fields, 'url'),
  shape: textOf(fields, 'shape') as HookShape,
  events: formOf(fields).getAll('event') as HookEvent[],
});

export const testHookAction = memberAction(async ({ scope }, id: string) => {
  await testHook(scope, { id });
  revalidatePath(PATH);
});

export const renewHookAction = memberAction(async ({ scope }, id: string) => {
  await renewHook(scope, { id });
  revalidatePath(PATH);
});

export const retireHookAction = memberAction(async ({ scope }, id: string) => {
  await retireHook(scope, { id });
  revalidatePath(PATH);
});
