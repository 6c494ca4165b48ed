import { z } from 'zod';
import { updateWatchAlarms } from '@/db/queries/watch';
import { command } from '../../command';
import { notFound } from '../../errors';
import { alarmsSchema } from '../../insights/model/watch';

/** Says how many false alarms a year the watch over a journey may raise. @throws AppError `not_found` */
export const setWatch = command(
  'journey.watch',
  z.strictObject({ journeyId: z.uuid(), alarmsPerYear: alarmsSchema }),
  async (tx, { journeyId, alarmsPerYear }) => {
    if (!(await updateWatchAlarms(tx, journeyId, alarmsPerYear))) throw notFound();
    return { id: journeyId, journeyId, told: { alarmsPerYear } };
  },
);
