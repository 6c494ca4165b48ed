'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { findTree } from '@/db/queries/journeys';
import { AppError, notFound } from '@/lib/errors';
import { memberAction } from '@/lib/gates/member';
import { parseInput } from '@/lib/input';
import { importSurvey } from '@/lib/response/commands/import-survey';
import { importPlanSchema, MOST_IMPORT_CHARACTERS } from '@/lib/response/model/import-plan';
import { readTable, summarize } from '@/lib/response/rules/answer-table';
import { guessColumns } from '@/lib/response/rules/guess-columns';
import { readAnswers } from '@/lib/response/rules/read-answers';

const textSchema = z
  .string('Give a file.')
  .min(1, 'Give a file.')
  .max(MOST_IMPORT_CHARACTERS, 'The file is too large: split it.');

/** How many refusals a page can show. */
const SHOWN = 100;

/** The columns of a file with a guess of each, and what of the journey they can be about. */
export const readFileAction = memberAction(async ({ scope }, text: string, journeyId: string) => {
  const table = readable(readTable(parseInput(textSchema, text)));
  const tree = await findTree(scope, parseInput(z.uuid(), journeyId));
  if (!tree) throw notFound();
  const touchpoints = tree.stages
    .filter((stage) => !stage.retired)
    .flatMap((stage) =>
      tree.touchpoints
        .filter((one) => one.stageId === stage.id && !one.retired)
        .map(({ lineageId, title }) => ({ lineageId, title, stage: stage.title })),
    );
  const columns = summarize(table);
  const guesses = guessColumns(columns, table.rows.length, touchpoints);
  return {
    rows: table.rows.length,
    columns: columns.map((column, index) => ({
      ...column,
      guess: guesses[index] ?? { use: 'leave' as const },
    })),
    journey: { lineageId: tree.lineageId, title: tree.title },
    touchpoints,
  };
});

/** What an import would bring in, with as many refusals as a page can show. */
export const previewImportAction = memberAction(async (_member, text: string, plan: unknown) => {
  const table = readable(readTable(parseInput(textSchema, text)));
  const { rows, counts, refused } = readable(
    readAnswers(table, parseInput(importPlanSchema, plan), new Date()),
  );
  return { rows, counts, refused: refused.slice(0, SHOWN), refusedCount: refused.length };
});

export const importAction = memberAction(async ({ scope }, text: string, plan: unknown) => {
  const { added, repeated, refused } = await importSurvey(scope, {
    csv: text,
    plan: parseInput(importPlanSchema, plan),
  });
  revalidatePath('/journeys', 'layout');
  return { added, repeated, refusedCount: refused.length };
});

function readable<T extends object>(read: T | { fault: string }): T {
  if (!('fault' in read)) return read;
  throw new AppError('invalid', 'Some fields need correcting.', {
    errors: [{ path: 'csv', message: read.fault }],
  });
}
