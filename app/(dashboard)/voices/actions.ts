'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { formAction, formOf, textOf } from '@/app/form-state';
import type { Redacted } from '@/components/journey/redact-voice';
import { memberAction } from '@/lib/gates/member';
import { newId } from '@/lib/id';
import { addEvidence, attachAnswer } from '@/lib/journey/commands/evidence';
import { addStatement, promoteAnswer } from '@/lib/journey/commands/statement';
import type { EvidenceKind, StatementKind } from '@/lib/journey/model/statement';
import { chooseForPresentations } from '@/lib/voices/commands/choose';
import { importVoices } from '@/lib/voices/commands/import-voices';
import { redactComment, redactMaterial } from '@/lib/voices/commands/redact';
import {
  addTheme,
  editTheme,
  mergeTheme,
  restoreTheme,
  retireTheme,
  splitThemeInTwo,
} from '@/lib/voices/commands/theme';
import {
  correctSentiment,
  correctTheme,
  eraseVoice,
  forgetSentimentWord,
  quoteVoice,
} from '@/lib/voices/commands/voice';
import type { MaterialKind, Sentiment } from '@/lib/voices/model';
import { readFile, readPasted } from '@/lib/voices/rules/read-material';

// The schemas of the commands refuse what is no kind and no sentiment: the casts only satisfy the compiler.

/** What a person says of one voice: how it sounds and which themes it has. Only what was changed is said. */
export const correctAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const sent = formOf(fields);
    const id = textOf(sent, 'id');
    const sentiment = textOf(sent, 'sentiment');
    const phrase = textOf(sent, 'sentimentPhrase').trim();
    const ticked = new Set(sent.getAll('theme').map(String));
    const was = new Set(sent.getAll('wasTheme').map(String));
    const sameThemes = ticked.size === was.size && [...ticked].every((one) => was.has(one));
    const yes = textOf(sent, 'yesPhrase').trim();
    const no = textOf(sent, 'noPhrase').trim();
    if (sentiment !== textOf(sent, 'wasSentiment') || phrase !== '' || sameThemes) {
      await correctSentiment(scope, {
        id,
        sentiment: (sentiment === '' ? null : sentiment) as Sentiment | null,
        ...(phrase === '' ? {} : { phrase }),
      });
    }
    for (const themeId of [...ticked].filter((one) => !was.has(one))) {
      await correctTheme(scope, { voiceId: id, themeId, said: true, ...(yes ? { phrase: yes } : {}) });
    }
    for (const themeId of [...was].filter((one) => !ticked.has(one))) {
      await correctTheme(scope, { voiceId: id, themeId, said: false, ...(no ? { phrase: no } : {}) });
    }
    refresh();
    return { id };
  }),
);

/** Makes a voice a new statement of its touchpoint or journey, or evidence of one that is there. */
export const useAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const sent = formOf(fields);
    const statementId = textOf(sent, 'statementId');
    const placementId = textOf(sent, 'placementId');
    const touchpointId = textOf(sent, 'touchpointId');
    const stance = textOf(sent, 'stance') as 'supports' | 'contradicts';
    const kind = textOf(sent, 'kind') as StatementKind;
    const answer = { placementId, responseId: textOf(sent, 'responseId') };
    if (placementId !== '') {
      const made =
        statementId === ''
          ? await promoteAnswer(scope, { ...answer, touchpointId, kind })
          : await attachAnswer(scope, { ...answer, statementId, stance });
      refresh();
      return { id: made.id };
    }
    const about = statementId
      ? { id: statementId }
      : await addStatement(scope, {
          journeyId: textOf(sent, 'journeyId'),
          ...(touchpointId ? { touchpointId } : {}),
          ...{ kind, text: textOf(sent, 'text') },
        });
    const evidenceId = newId();
    await addEvidence(scope, {
      ...{ id: evidenceId, statementId: about.id, n: 1 },
      kind: textOf(sent, 'voiceKind') as EvidenceKind,
      gatheredOn: textOf(sent, 'day'),
      method: textOf(sent, 'origin'),
      quote: textOf(sent, 'quote'),
      ...(statementId ? { stance } : {}),
    });
    await quoteVoice(scope, { voiceId: textOf(sent, 'id'), evidenceId });
    refresh();
    return { id: about.id };
  }),
);

const erase = memberAction(async ({ scope }, id: string) => {
  await eraseVoice(scope, { id });
  refresh();
});

/** Erases brought in material; null when it is done, else why not. */
export async function eraseMaterial(id: string): Promise<string | null> {
  const result = await erase(id);
  return result.ok ? null : result.problem.title;
}

/** Blacks a passage out of a customer's text for good. */
export const redactPassage = memberAction(async ({ scope }, about: Redacted, passage: string) => {
  const asked = { ...Object(about), passage };
  const { n, standsIn } = await ('id' in asked ? redactMaterial(scope, asked) : redactComment(scope, asked));
  refresh();
  return { n, standsIn };
});

const choose = memberAction(async ({ scope }, answer: Answer, chosen: boolean) => {
  const { placementId, responseId } = Object(answer) as Answer;
  await chooseForPresentations(scope, { placementId, responseId, chosen });
  refresh();
});

type Answer = { placementId: string; responseId: string };

/** Chooses a comment for presentations, or takes that back; null when it is done, else why not. */
export async function chooseQuote(answer: Answer, chosen: boolean): Promise<string | null> {
  const result = await choose(answer, chosen);
  return result.ok ? null : result.problem.title;
}

const linesOf = (fields: FormData, name: string) =>
  textOf(fields, name)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

export const addThemeAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const theme = await addTheme(scope, {
      name: textOf(fields, 'name'),
      phrases: linesOf(fields, 'phrases'),
      exceptions: linesOf(fields, 'exceptions'),
    });
    refresh();
    return theme;
  }),
);

export const editThemeAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const theme = await editTheme(scope, {
      id: textOf(fields, 'id'),
      name: textOf(fields, 'name'),
      phrases: linesOf(fields, 'phrases'),
      exceptions: linesOf(fields, 'exceptions'),
    });
    refresh();
    return theme;
  }),
);

export const mergeThemeAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const into = await mergeTheme(scope, {
      id: textOf(fields, 'id'),
      intoThemeId: textOf(fields, 'intoThemeId'),
    });
    redirect(`/voices/themes/${into.id}`);
  }),
);

export const splitThemeAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const made = await splitThemeInTwo(scope, {
      id: textOf(fields, 'id'),
      name: textOf(fields, 'name'),
      phrases: formOf(fields).getAll('phrase').map(String),
    });
    redirect(`/voices/themes/${made.id}`);
  }),
);

const retire = memberAction(async ({ scope }, id: string) => {
  await retireTheme(scope, { id });
  refresh();
});

/** Takes a theme off the list; null when it is done, else why not. */
export async function retireThemeOf(id: string): Promise<string | null> {
  const result = await retire(id);
  return result.ok ? null : result.problem.title;
}

const restore = memberAction(async ({ scope }, id: string) => {
  await restoreTheme(scope, { id });
  refresh();
});

/** Puts a retired theme back on the list; null when it is done, else why not. */
export async function restoreThemeOf(id: string): Promise<string | null> {
  const result = await restore(id);
  return result.ok ? null : result.problem.title;
}

export const forgetAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    await forgetSentimentWord(scope, { phrase: textOf(fields, 'phrase') });
    refresh();
    return true;
  }),
);

/** Brings in what was pasted or a CSV file; rows that cannot be read are named and left out. */
export const importAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const sent = formOf(fields);
    const file = sent.get('file');
    const otherwise = { day: textOf(sent, 'day'), author: textOf(sent, 'author') };
    const read =
      file instanceof File && file.size > 0
        ? readFile(await file.text(), otherwise)
        : readPasted(textOf(sent, 'text'), otherwise, { paragraphs: sent.get('paragraphs') === 'on' });
    const done = await importVoices(scope, {
      lineageId: textOf(sent, 'lineageId'),
      kind: textOf(sent, 'kind') as MaterialKind,
      origin: textOf(sent, 'origin'),
      material: read.material,
    });
    refresh();
    return { ...done, refused: read.refused };
  }),
);
