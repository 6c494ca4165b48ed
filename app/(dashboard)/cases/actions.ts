'use server';

import { refresh } from 'next/cache';
import { formAction, textOf } from '@/app/form-state';
import { acknowledgeAlert } from '@/lib/cases/commands/alert';
import {
  assignCase,
  closeCase,
  noteCase,
  progressCase,
  reopenCase,
  replyToCase,
} from '@/lib/cases/commands/work';
import type { CaseOutcome } from '@/lib/cases/model';
import { memberAction } from '@/lib/gates/member';

// The schemas of the commands refuse what is no state and no outcome: the casts only satisfy the compiler.

export const assignAction = memberAction(async ({ scope }, id: string, assigneeUserId: string | null) => {
  await assignCase(scope, { id, assigneeUserId });
  refresh();
});

export const progressAction = memberAction(
  async ({ scope }, id: string, state: 'open' | 'in_progress' | 'waiting') => {
    await progressCase(scope, { id, state });
    refresh();
  },
);

export const reopenAction = memberAction(async ({ scope }, id: string) => {
  await reopenCase(scope, { id });
  refresh();
});

export const acknowledgeAction = memberAction(async ({ scope }, id: string) => {
  await acknowledgeAlert(scope, { id });
  refresh();
});

export const noteAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    await noteCase(scope, { id: textOf(fields, 'id'), text: textOf(fields, 'text') });
    refresh();
    return Date.now();
  }),
);

export const replyAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    await replyToCase(scope, {
      id: textOf(fields, 'id'),
      replyId: textOf(fields, 'replyId'),
      subject: textOf(fields, 'subject'),
      text: textOf(fields, 'text'),
    });
    refresh();
    return Date.now();
  }),
);

export const closeAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    await closeCase(scope, {
      id: textOf(fields, 'id'),
      outcome: textOf(fields, 'outcome') as CaseOutcome,
      reason: textOf(fields, 'reason'),
    });
    refresh();
    return true;
  }),
);
