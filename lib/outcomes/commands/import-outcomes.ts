import { z } from 'zod';
import type { Scope } from '@/db/scope';
import { AppError } from '../../errors';
import { parseInput } from '../../input';
import { readTable } from '../../response/rules/answer-table';
import { MOST_OUTCOME_CHARACTERS, MOST_OUTCOMES, outcomePlanSchema, type RefusedRow } from '../model';
import { readOutcomes } from '../rules/read-outcomes';
import { recordOutcomes } from './record-outcomes';

const inputSchema = z.strictObject({
  csv: z
    .string()
    .min(1, 'Give the text of the file.')
    .max(MOST_OUTCOME_CHARACTERS, 'The file is too large: split it.'),
  plan: outcomePlanSchema,
});

/** What an import did: `unknown` outcomes were about addresses that are no contacts. */
export type OutcomesImported = {
  added: number;
  changed: number;
  repeated: number;
  unknown: number;
  refused: RefusedRow[];
};

/**
 * Brings in a file of outcomes, a thousand at a time. One that was interrupted may start over: what is there is not
 * added again.
 *
 * @throws AppError `forbidden`; `invalid` where the file or the plan cannot be read
 */
export async function importOutcomes(
  scope: Scope,
  input: z.input<typeof inputSchema>,
): Promise<OutcomesImported> {
  const { csv, plan } = parseInput(inputSchema, input);
  const table = readTable(csv);
  const file = 'fault' in table ? table : readOutcomes(table, plan);
  if ('fault' in file) {
    throw new AppError('invalid', 'Some fields need correcting.', {
      errors: [{ path: 'csv', message: file.fault }],
    });
  }
  const done: OutcomesImported = { added: 0, changed: 0, repeated: 0, unknown: 0, refused: file.refused };
  for (let at = 0; at < file.outcomes.length; at += MOST_OUTCOMES) {
    const part = await recordOutcomes(scope, { outcomes: file.outcomes.slice(at, at + MOST_OUTCOMES) });
    done.added += part.added;
    done.changed += part.changed;
    done.repeated += part.repeated;
    done.unknown += part.unknown.length;
  }
  return done;
}
