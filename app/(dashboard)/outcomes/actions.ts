'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { formAction, textOf, textOrNull } from '@/app/form-state';
import { AppError } from '@/lib/errors';
import { readTyped } from '@/lib/format';
import { readTongue } from '@/lib/gates/language';
import { memberAction } from '@/lib/gates/member';
import { parseInput } from '@/lib/input';
import { addBenchmark, removeBenchmark } from '@/lib/outcomes/commands/benchmark';
import { eraseOutcomes } from '@/lib/outcomes/commands/erase-outcomes';
import { importOutcomes } from '@/lib/outcomes/commands/import-outcomes';
import { MOST_OUTCOME_CHARACTERS, outcomePlanSchema } from '@/lib/outcomes/model';
import { guessOutcomeColumns, readOutcomes } from '@/lib/outcomes/rules/read-outcomes';
import { readTable, summarize } from '@/lib/response/rules/answer-table';
import { isMetricId, METRICS } from '@/lib/scoring/metrics';

const textSchema = z
  .string('Give a file.')
  .min(1, 'Give a file.')
  .max(MOST_OUTCOME_CHARACTERS, 'The file is too large: split it.');

/** How many refusals a page can show. */
const SHOWN = 100;

/** The columns of a file with a guess of each. */
export const readOutcomeFileAction = memberAction(async (_member, text: string) => {
  const table = readable(readTable(parseInput(textSchema, text)));
  const guesses = guessOutcomeColumns(table);
  return {
    rows: table.rows.length,
    columns: summarize(table).map(({ name, filled, examples }, index) => ({
      name,
      filled,
      examples,
      guess: guesses[index] ?? ('leave' as const),
    })),
  };
});

/** What an import would bring in, with as many refusals as a page can show. */
export const previewOutcomesAction = memberAction(async (_member, text: string, plan: unknown) => {
  const table = readable(readTable(parseInput(textSchema, text)));
  const { outcomes, refused } = readable(readOutcomes(table, parseInput(outcomePlanSchema, plan)));
  const counts: Record<string, number> = {};
  for (const { kind } of outcomes) counts[kind] = (counts[kind] ?? 0) + 1;
  return {
    n: outcomes.length,
    people: new Set(outcomes.map(({ person }) => JSON.stringify(person))).size,
    counts,
    refused: refused.slice(0, SHOWN),
    refusedCount: refused.length,
  };
});

export const importOutcomesAction = memberAction(async ({ scope }, text: string, plan: unknown) => {
  const { refused, ...done } = await importOutcomes(scope, {
    csv: text,
    plan: parseInput(outcomePlanSchema, plan),
  });
  revalidatePath('/outcomes', 'layout');
  return { ...done, refusedCount: refused.length };
});

export const eraseOutcomesAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const done = await eraseOutcomes(scope, { key: textOf(fields, 'key') });
    revalidatePath('/outcomes', 'layout');
    return done;
  }),
);

export const addBenchmarkAction = formAction(
  memberAction(async ({ scope }, fields: FormData) => {
    const metric = textOf(fields, 'metric');
    const tongue = await readTongue();
    const number = (name: string) => readTyped(textOf(fields, name), tongue);
    const factor = isMetricId(metric) ? METRICS[metric].displayFactor : 1;
    const done = await addBenchmark(scope, {
      metric: metric as 'nps',
      value: (number('value') ?? Number.NaN) / factor,
      scale: textOf(fields, 'scale') as 'other',
      source: textOf(fields, 'source'),
      link: textOrNull(fields, 'link'),
      year: number('year') ?? Number.NaN,
      n: number('n'),
    });
    revalidatePath('/outcomes/benchmarks');
    return done;
  }),
);

export const removeBenchmarkAction = memberAction(async ({ scope }, id: string) => {
  await removeBenchmark(scope, { id });
  revalidatePath('/outcomes/benchmarks');
});

function readable<T extends object>(read: T | { fault: string }): T {
  if (!('fault' in read)) return read;
  throw new AppError('invalid', 'Some fields need correcting.', {
    errors: [{ path: 'csv', message: read.fault }],
  });
}
