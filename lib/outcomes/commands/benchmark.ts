import { z } from 'zod';
import { deleteBenchmark, insertBenchmark, updateBenchmark } from '@/db/queries/benchmarks';
import { command } from '../../command';
import { AppError, notFound } from '../../errors';
import { newId } from '../../id';
import { idSchema } from '../../identity/model';
import { benchmarkSchema, type NewBenchmark } from '../model';
import { isPossible } from '../rules/benchmarks';

/** Adds a value that somebody else published. @throws AppError `invalid` for a value that the scale cannot have */
export const addBenchmark = command('benchmark.set', benchmarkSchema, async (tx, benchmark) => {
  refuseImpossible(benchmark);
  const id = newId();
  await insertBenchmark(tx, { id, ...benchmark });
  return { id };
});

/** Replaces a published value. @throws AppError `not_found`, `invalid` */
export const editBenchmark = command(
  'benchmark.set',
  benchmarkSchema.extend({ id: idSchema }),
  async (tx, benchmark) => {
    refuseImpossible(benchmark);
    if (!(await updateBenchmark(tx, benchmark))) throw notFound();
    return { id: benchmark.id };
  },
);

/** Removes a published value. @throws AppError `not_found` */
export const removeBenchmark = command(
  'benchmark.set',
  z.strictObject({ id: idSchema }),
  async (tx, { id }) => {
    if (!(await deleteBenchmark(tx, id))) throw notFound();
    return { id };
  },
);

function refuseImpossible(benchmark: NewBenchmark): void {
  if (isPossible(benchmark)) return;
  throw new AppError('invalid', 'Some fields need correcting.', {
    errors: [{ path: 'value', message: 'Give a value that this metric can have on its scale.' }],
  });
}
