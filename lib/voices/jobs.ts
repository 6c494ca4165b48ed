import { z } from 'zod';
import type { Scope } from '@/db/scope';
import type { JobHandler } from '../jobs/model';
import { paced } from '../pace';
import { readBatch } from './commands/read-voices';

const nothing = z.strictObject({});

/** Reads whatever nobody read yet, batch by batch; a run may end anywhere and start over. */
export const readVoices: JobHandler<Scope, typeof nothing> = {
  payload: nothing,
  run: async (scope, _payload, keep) => {
    for (;;) {
      const { read } = await paced(() => readBatch(scope, {}));
      if (read === 0) return { next: 'done' };
      if (keep && !(await keep())) return { next: 'retry', failure: 'Another worker goes on.' };
    }
  },
  giveUp: async () => {},
};
