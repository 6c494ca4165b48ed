import { announceAnswers, recordGroup, type Written } from '@/db/queries/record';
import type { Scope } from '@/db/scope';
import { AppError } from '../../errors';
import { shared } from '../../registry';
import type { Recording } from '../model';
import { SCALE_STARTS } from '../rules';

type Waiting = {
  scope: Scope;
  recording: Recording;
  done: (written: Written) => void;
  failed: (error: unknown) => void;
};

type Gatherer = { waiting: Waiting[]; groupsInFlight: number; announcing: Map<string, Set<string>> };

/** How many answers share a commit at most; above it, a statement's plan and memory cost more than a commit saves. */
const LARGEST_GROUP = 500;
/** Answers that may wait; beyond, a customer is told to come back instead of waiting without end. */
const LONGEST_QUEUE = 4000;
/** While one group commits the next gathers. */
const GROUPS_IN_FLIGHT = 1;
/** Where answers come several at once, the next group waits this long for more: a group costs as much as a dozen answers. */
const COMPANY_MS = 2;
/** Open maps hear of new answers at most this often: a notification costs more than recording an answer. */
const ANNOUNCE_MS = 250;

/**
 * Hands a recording to the group that is gathered now and resolves after that group's commit. While one transaction
 * commits, the next group gathers: one commit carries many answers.
 *
 * @throws AppError `busy` where the queue is full; what the database throws for this answer alone
 */
export function gather(scope: Scope, recording: Recording): Promise<Written> {
  const gatherer = shared<Gatherer>('gatherer', () => ({
    waiting: [],
    groupsInFlight: 0,
    announcing: new Map(),
  }));
  if (gatherer.waiting.length >= LONGEST_QUEUE) {
    return Promise.reject(
      new AppError('busy', 'Too many answers at this moment. Send yours again.', { retryAfterSeconds: 2 }),
    );
  }
  return new Promise((done, failed) => {
    gatherer.waiting.push({ scope, recording, done, failed });
    if (gatherer.waiting.length === 1) setImmediate(commitNext, gatherer);
  });
}

function commitNext(gatherer: Gatherer): void {
  if (gatherer.waiting.length === 0 || gatherer.groupsInFlight >= GROUPS_IN_FLIGHT) return;
  const group = takeGroup(gatherer);
  gatherer.groupsInFlight += 1;
  const next = () => {
    gatherer.groupsInFlight -= 1;
    commitNext(gatherer);
  };
  commit(gatherer, group).finally(() => (group.length > 1 ? setTimeout(next, COMPANY_MS) : next()));
}

/** A response stands in a group once: its later snapshot waits for the next, and so keeps its order. */
function takeGroup(gatherer: Gatherer): Waiting[] {
  const group: Waiting[] = [];
  const rest: Waiting[] = [];
  const taken = new Set<string>();
  for (const item of gatherer.waiting) {
    const { placementId, responseId, invitationId } = item.recording;
    const keys = [`${placementId}/${responseId}`, ...(invitationId ? [invitationId] : [])];
    if (group.length < LARGEST_GROUP && !keys.some((key) => taken.has(key))) group.push(item);
    else rest.push(item);
    for (const key of keys) taken.add(key);
  }
  gatherer.waiting = rest;
  return group;
}

async function commit(gatherer: Gatherer, group: Waiting[]): Promise<void> {
  try {
    const written = await recordGroup(group, SCALE_STARTS);
    for (const [index, item] of group.entries()) {
      const one = written[index] as Written;
      if (one.wrote) announceSoon(gatherer, item.scope.workspaceId, one.lineageId);
      item.done(one);
    }
  } catch (error) {
    if (group.length === 1) group[0]?.failed(error);
    // One bad answer must fail alone.
    else for (const item of group) await commit(gatherer, [item]);
  }
}

function announceSoon({ announcing }: Gatherer, workspaceId: string, lineageId: string): void {
  if (announcing.size === 0) setTimeout(announceAll, ANNOUNCE_MS, announcing);
  const lineages = announcing.get(workspaceId) ?? new Set();
  lineages.add(lineageId);
  announcing.set(workspaceId, lineages);
}

function announceAll(announcing: Gatherer['announcing']): void {
  const all = [...announcing];
  announcing.clear();
  for (const [workspaceId, lineages] of all) {
    // The answers are committed; a map that misses this shows them when it is next loaded.
    announceAnswers(workspaceId, [...lineages]).catch((error) => console.error(error));
  }
}
