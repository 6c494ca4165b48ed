'use server';

import { revalidatePath } from 'next/cache';
import { formAction, textOf } from '@/app/form-state';
import { memberAction } from '@/lib/gates/member';
import { addChannel, renameChannel, restoreChannel, retireChannel } from '@/lib/journey/commands/channel';

export const addChannelAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const { key } = await addChannel(scope, { label: textOf(fields, 'label') });
    revalidatePath('/settings/channels');
    return key;
  }),
);

export const renameChannelAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    await renameChannel(scope, { key: textOf(fields, 'key'), label: textOf(fields, 'label') });
    revalidatePath('/', 'layout');
    return true as const;
  }),
);

/** Retires a channel, or restores it where `retired` is 'yes' now. */
export const toggleChannelAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const toggle = textOf(fields, 'retired') === 'yes' ? restoreChannel : retireChannel;
    await toggle(scope, { key: textOf(fields, 'key') });
    revalidatePath('/settings/channels');
    return true as const;
  }),
);
