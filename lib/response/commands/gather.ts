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

type Gatherer = {
  waiting: Waiting[];
  groupsInFlight: number;
  /** How many the next group waits for, and until when; 1 where nobody else is near. */
  company: { wanted: number; timer: NodeJS.Timeout | null };
  announcing: Map<string, Set<string>>;
};

/** How many answers share a commit at most; above it, a statement's plan and memory cost more than a commit saves. */
const LARGEST_GROUP = 500;
/** Answers that may wait; beyond, a customer is told to come back instead of waiting without end. */
const LONGEST_QUEUE = 4000;
/** While one group commits, the next gathers and may already be written. */
const GROUPS_IN_FLIGHT = 2;
/** A group costs as much as a dozen answers: it waits at most this long to get as large as the last one. */
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
    company: { wanted: 1, timer: null },
    announcing: new Map(),
  }));
  if (gatherer.waiting.length >= LONGEST_QUEUE) {
    return Promise.reject(
      new AppError('busy', 'Too many answers at this moment. Send yours again.', { retryAfterSeconds: 2 }),
    );
  }
  return new Promise((done, failed) => {
    gatherer.waiting.push({ scope, recording, done, failed });
    if (gatherer.waiting.length === gatherer.company.wanted) setImmediate(commitNext, gatherer);
    else if (gatherer.waiting.length === 1) waitForCompany(gatherer);
  });
}

function waitForCompany(gatherer: Gatherer): void {
  gatherer.company.timer ??= setTimeout(() => {
    gatherer.company.timer = null;
    commitNext(gatherer);
  }, COMPANY_MS);
}

function commitNext(gatherer: Gatherer): void {
  if (gatherer.waiting.length === 0 || gatherer.groupsInFlight >= GROUPS_IN_FLIGHT) return;
  const { company } = gatherer;
  if (company.timer) clearTimeout(company.timer);
  company.timer = null;
  const group = takeGroup(gatherer);
  // A little less than the last time, so that the wait ends when fewer come.
  company.wanted = Math.max(1, Math.floor(group.length * 0.9));
  gatherer.groupsInFlight += 1;
  commit(gatherer, group).finally(() => {
    gatherer.groupsInFlight -= 1;
    if (gatherer.waiting.length >= company.wanted) commitNext(gatherer);
    else if (gatherer.waiting.length > 0) waitForCompany(gatherer);
  });
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

/**
 * Another process wrote at the same moment: the same invitation under another id, or the same tallies in a deadlock.
 * The second time, what it wrote is there to be judged by.
 */
const COLLISIONS = new Set(['23505', '40P01', '40001']);

const isCollision = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && COLLISIONS.has(String(error.code));

async function commit(gatherer: Gatherer, group: Waiting[], again = false): Promise<void> {
  try {
    const written = await recordGroup(group, SCALE_STARTS);
    for (const [index, item] of group.entries()) {
      const one = written[index] as Written;
      if (one.wrote) announceSoon(gatherer, item.scope.workspaceId, one.lineageId);
      item.done(one);
    }
  } catch (error) {
    const [only] = group;
    if (group.length > 1) {
      // One bad answer must fail alone.
      for (const item of group) await commit(gatherer, [item]);
    } else if (only && !again && isCollision(error)) await commit(gatherer, group, true);
    else only?.failed(error);
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
