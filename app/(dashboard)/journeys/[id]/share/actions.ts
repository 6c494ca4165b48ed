'use server';

import { refresh } from 'next/cache';
import { formAction, textOf } from '@/app/form-state';
import { memberAction } from '@/lib/gates/member';
import { editShare, makeShare, revokeShare } from '@/lib/journey/commands/share';

/** Makes a link from its form; the link is shown this once. */
export const makeShareAction = formAction(
  memberAction(async (member, fields: FormData) => {
    const embeddable = textOf(fields, 'embeddable') === 'on';
    const { token } = await makeShare(member.scope, {
      journeyId: textOf(fields, 'journeyId'),
      name: textOf(fields, 'name'),
      days: daysOf(textOf(fields, 'days')),
      password: textOf(fields, 'password') || null,
      showsComments: textOf(fields, 'showsComments') === 'on',
      embeddable,
    });
    refresh();
    return { token, embeddable };
  }),
);

/** Changes what a link shows, or how long it works from now on. */
export const changeShare = memberAction(
  async (member, id: string, change: { days?: number | null; showsComments?: boolean }) => {
    await editShare(member.scope, { id, ...change });
    refresh();
  },
);

/** Ends a link. */
export const endShare = memberAction(async (member, id: string) => {
  await revokeShare(member.scope, { id });
  refresh();
});

const daysOf = (text: string) => (text === '' ? null : Number(text));
