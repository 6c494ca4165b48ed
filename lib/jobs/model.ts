import type { z } from 'zod';

/**
 * How one run of a job ended. retry: again after a growing pause, up to the most attempts. later: again after that
 * many seconds, because someone else asked for the pause; it counts as no attempt.
 */
export type JobOutcome =
  | { next: 'done' }
  | { next: 'retry'; failure: string }
  | { next: 'later'; failure: string; seconds: number }
  | { next: 'again'; seconds: number };

/**
 * Asks for another full lease, for whoever works longer than one lasts. false: another worker has taken the job over, so
 * stop.
 */
export type KeepLease = () => Promise<boolean>;

/**
 * What runs a kind of job. It may run twice, at the same time even (after a crash, or when a lease runs out under a
 * slow one), and must stay harmless then. It holds no transaction across the network.
 */
export type JobHandler<Scope, S extends z.ZodType = z.ZodType> = {
  payload: S;
  run: (scope: Scope, payload: z.output<S>, keep?: KeepLease) => Promise<JobOutcome>;
  /** Called instead of another run once the attempts are used up. */
  giveUp: (scope: Scope, payload: z.output<S>, failure: string) => Promise<void>;
};
