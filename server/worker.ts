import {
  deliverToHook,
  lookAtReleasedAnswer,
  lookForCases,
  mailAlerts,
  mailCases,
  runAlertRound,
  sendReply,
} from '../lib/cases/jobs';
import { CASE_LETTER, CASE_LOOK, CASE_RELEASED, CASE_REPLY } from '../lib/cases/model';
import { ALERT_LETTER, ALERT_ROUND } from '../lib/cases/model/alert';
import { HOOK_DELIVERY } from '../lib/cases/model/hook';
import { deliverInvitation } from '../lib/distribution/jobs';
import { DELIVER_INVITATION } from '../lib/distribution/model';
import { type Claimed, claimDueJobs, listenForJobs, noticeComments } from '../lib/gates/clock';
import { loadImprovements } from '../lib/improvements/views';
import { digestSender, runDigestRound } from '../lib/insights/jobs';
import { DIGEST_LETTER, DIGEST_ROUND } from '../lib/insights/model/digest';
import { runJob } from '../lib/jobs/jobs';
import { LEASE_SECONDS } from '../lib/jobs/rules';
import { mailMention } from '../lib/journey/jobs';
import { MENTION_LETTER } from '../lib/journey/model/remark';
import { packDays, recountSegments } from '../lib/response/jobs';
import { PACK_DAYS } from '../lib/response/model/pack';
import { RECOUNT_SEGMENTS } from '../lib/response/model/recount';
import { readVoices } from '../lib/voices/jobs';
import { READ_VOICES } from '../lib/voices/model';
import { lookWhenAnswersCome } from './look-when-answers-come';

/** Jobs that one process runs at the same time; each holds a connection only while it runs SQL. */
const AT_ONCE = 4;
const POLL_MS = 2000;
/** Comments are not told of one by one: whether there are new ones is asked so often. */
const NOTICE_MS = 5000;
/** How long a stop waits for running jobs; what is cut off then ends as a crash would, which every job survives. */
const PATIENCE_MS = 10_000;

const HANDLERS = {
  [DELIVER_INVITATION]: deliverInvitation,
  [MENTION_LETTER]: mailMention,
  [RECOUNT_SEGMENTS]: recountSegments,
  [PACK_DAYS]: packDays,
  [DIGEST_ROUND]: runDigestRound,
  [DIGEST_LETTER]: digestSender(async (scope, journeyIds, now) => {
    const found = await Promise.all(
      journeyIds.map((journeyId) => loadImprovements(scope, { journeyId }, null, now)),
    );
    return found.flat();
  }),
  [CASE_LOOK]: lookForCases,
  [CASE_RELEASED]: lookAtReleasedAnswer,
  [CASE_LETTER]: mailCases,
  [CASE_REPLY]: sendReply,
  [ALERT_ROUND]: runAlertRound,
  [ALERT_LETTER]: mailAlerts,
  [HOOK_DELIVERY]: deliverToHook,
  [READ_VOICES]: readVoices,
};

/**
 * Starts the loop that claims and runs jobs, in this process's own database handle. It wakes when a commit enqueues
 * something and looks every two seconds besides, for retries and expired leases.
 */
export function startWorker(about: { signal?: AbortSignal } = {}): { stop(): Promise<void> } {
  const running = new Set<Promise<void>>();
  let stopped = false;
  let wake = () => {};
  let woken = false;
  const rouse = () => {
    woken = true;
    wake();
  };
  const looking = lookWhenAnswersCome();
  const listening = listenForJobs(rouse).catch((error: unknown) => {
    console.error('The worker cannot listen for new jobs and only polls:', error);
    return async () => {};
  });

  let noticedAt = 0;
  const loop = (async () => {
    while (!stopped) {
      woken = false;
      if (Date.now() - noticedAt >= NOTICE_MS) {
        noticedAt = Date.now();
        await notice();
      }
      const claimed = running.size < AT_ONCE ? await claim(AT_ONCE - running.size) : [];
      for (const job of claimed) {
        const run = runJob(job.scope, job, HANDLERS)
          .catch((error: unknown) => console.error('The worker could not settle a job:', error))
          .finally(() => {
            running.delete(run);
            rouse();
          });
        running.add(run);
      }
      if (!woken && !stopped) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, POLL_MS);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        wake = () => {};
      }
    }
  })();

  const stop = async () => {
    if (!stopped) {
      stopped = true;
      rouse();
    }
    await loop;
    let timer: NodeJS.Timeout | undefined;
    const patience = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, PATIENCE_MS);
    });
    await Promise.race([Promise.all(running), patience]);
    clearTimeout(timer);
    await (await listening)();
    await looking.stop();
  };
  about.signal?.addEventListener('abort', () => void stop(), { once: true });
  return { stop };
}

async function claim(most: number): Promise<Claimed[]> {
  try {
    return await claimDueJobs(most, LEASE_SECONDS);
  } catch (error) {
    console.error('The worker could not claim jobs:', error);
    return [];
  }
}

async function notice(): Promise<void> {
  try {
    await noticeComments();
  } catch (error) {
    console.error('The worker could not look for new comments:', error);
  }
}
