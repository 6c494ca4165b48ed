'use server';

import { refresh } from 'next/cache';
import { memberAction } from '@/lib/gates/member';
import {
  addRemark,
  editRemark,
  removeRemark,
  reopenRemark,
  resolveRemark,
} from '@/lib/journey/commands/remark';

/** Says something about a journey or one of its touchpoints. */
export const sayRemark = memberAction(
  async (
    member,
    place: { journeyId: string; touchpointId: string | null },
    text: string,
    mentions: string[],
  ) => {
    await addRemark(member.scope, { ...place, text, mentions });
    refresh();
  },
);

/** Changes what one has said. */
export const changeRemark = memberAction(async (member, id: string, text: string, mentions: string[]) => {
  await editRemark(member.scope, { id, text, mentions });
  refresh();
});

/** Removes what was said. */
export const dropRemark = memberAction(async (member, id: string) => {
  await removeRemark(member.scope, { id });
  refresh();
});

/** Marks what was said as dealt with, or opens it again. */
export const settleRemark = memberAction(async (member, id: string, resolved: boolean) => {
  await (resolved ? resolveRemark : reopenRemark)(member.scope, { id });
  refresh();
});
