'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { formAction, textOf, textOrNull } from '@/app/form-state';
import { memberAction } from '@/lib/gates/member';
import { beginCheck, extendCheck, judgeDrawn } from '@/lib/voices/commands/agreement';
import { correctSentiment, correctTheme } from '@/lib/voices/commands/voice';
import type { Sentiment } from '@/lib/voices/model';

/** Draws comments: more of them for the check `id`, or for a new one, which then opens. */
export const drawAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const id = textOrNull(fields, 'id');
    if (id === null) {
      const check = await beginCheck(scope, { themeId: textOrNull(fields, 'themeId') });
      redirect(`/voices/agreement/${check.id}`);
    }
    const { drawn } = await extendCheck(scope, { id });
    refresh();
    return { drawn };
  }),
);

export const judgeAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const voiceId = textOf(fields, 'voiceId');
    await judgeDrawn(scope, {
      ...{ checkId: textOf(fields, 'checkId'), drawnVoiceId: voiceId },
      judgement: textOf(fields, 'judgement'),
    });
    refresh();
    return { voiceId };
  }),
);

/** Teaches a word of a comment that machine and member see differently, for later ones. */
export const teachAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const voiceId = textOf(fields, 'voiceId');
    const themeId = textOrNull(fields, 'themeId');
    const judgement = textOf(fields, 'judgement');
    const phrase = textOf(fields, 'phrase');
    if (themeId === null) {
      // The schema of the command refuses what is no sentiment: the cast only satisfies the compiler.
      await correctSentiment(scope, { id: voiceId, sentiment: judgement as Sentiment, phrase });
    } else {
      await correctTheme(scope, { voiceId, themeId, said: judgement === 'yes', phrase });
    }
    refresh();
    return { voiceId };
  }),
);
