import { createHash } from 'node:crypto';
import { database, open, type Row } from '../db/client';
import { rebuildTallies } from '../db/queries/record';
import { listTallySlices } from '../db/queries/tallies';
import { type Scope, transact } from '../db/scope';
import { isAppError } from '../lib/errors';
import { createUser } from '../lib/identity/commands/create-user';
import { foundWorkspace } from '../lib/identity/commands/found-workspace';
import { proveClock, proveFounder, proveMember } from '../lib/identity/prove';
import { createJourney } from '../lib/journey/commands/journey';
import { addPersona } from '../lib/journey/commands/persona';
import { addStage } from '../lib/journey/commands/stage';
import { addTouchpoint } from '../lib/journey/commands/touchpoint';
import { eraseResponse } from '../lib/response/commands/erase-response';
import { beginDayPacks, fillDayPacks } from '../lib/response/commands/pack-days';
import { beginWeeks, fillWeeks } from '../lib/response/commands/pack-weeks';
import { recordResponse } from '../lib/response/commands/record-response';
import type { Recording } from '../lib/response/model';
import { SCALE_STARTS } from '../lib/response/rules';
import { METRICS, type SurveyMetricId } from '../lib/scoring/metrics';
import { seededRandom } from '../lib/statistics/random';
import { draftSurvey, openPlacement, placeInChannel, publishSurvey } from '../lib/survey/commands';
import { newContent } from '../lib/survey/model/content';

/**
 * One step of bench/rebuild.mjs against the database of DATABASE_URL; prints one line of JSON.
 * `found`: an empty workspace with places to answer. `write`: one process of several that write the same answers.
 * `pack`: packs every closed day and week; `keepPacking`: again and again, until SIGTERM. `check`: counts by filters in two ways. `rebuild`: counts every tally anew.
 */
type Step = {
  do: 'found' | 'write' | 'pack' | 'keepPacking' | 'check' | 'rebuild';
  made: Made;
  /** Answers number `from` to before `to`, of which every so many-th is this process's own. */
  from: number;
  to: number;
  process: number;
  processes: number;
  /** Answers of the first writing, which the second changes and erases. */
  earlier: number;
};

type Place = { id: string; metric: SurveyMetricId };
export type Made = {
  userId: string;
  workspaceId: string;
  personas: string[];
  lineageIds: string[];
  places: Place[];
};

const ASKED = ['ces', 'csat', 'emotion', 'nps'] as const;
const CHANNELS = ['website', 'phone', 'shop'] as const;
const DAYS = 30;
/** The second writing touches the later days only, so that packs stay on the others. */
const LATER = 15;
/** Every answer is of days long before; while they are written, some weeks are still open. */
const CLOSED = new Date('2026-05-01T12:00:00Z');
const MEANWHILE = new Date('2026-03-25T12:00:00Z');
/** Seconds that outlast every statement here. */
const REST = 3;
const AT_ONCE = 200;
const TRIES = 20;

const step: Step = JSON.parse(process.argv[2] ?? '{}');
await open({ url: process.env.DATABASE_URL ?? '' });
const steps = { found, write, pack, keepPacking, check, rebuild };
console.log(JSON.stringify(await steps[step.do]()));
await database().close();

async function found(): Promise<Made> {
  await database().migrate();
  const person = { email: 'bench@example.com', name: 'Bench', password: 'a-bench-of-counts-2026' };
  const { id: userId } = await createUser(person);
  const founder = proveFounder(userId);
  await foundWorkspace(founder, { name: 'Bench', brand: 'Bench', timeZone: 'Europe/Berlin', language: 'en' });
  const scope = await member({ userId, workspaceId: founder.workspaceId });
  const { id: journeyId } = await createJourney(scope, { title: 'Twelve touchpoints' });
  const { id: stageId } = await addStage(scope, { journeyId, title: 'Only stage' });
  const personas = [];
  for (const name of ['Ana', 'Ben']) personas.push((await addPersona(scope, { name })).id);
  const lineageIds: string[] = [];
  const places: Place[] = [];
  for (let index = 0; index < 12; index += 1) {
    const { lineageId } = await addTouchpoint(scope, { stageId, title: `Touchpoint ${index + 1}` });
    const metric = ASKED[index % ASKED.length] ?? 'ces';
    const content = newContent('en', { topic: 'take this step' });
    const survey = await draftSurvey(scope, { lineageId, metric, content });
    await publishSurvey(scope, { id: survey.id });
    for (const kind of ['widget', 'link'] as const) {
      const { id } = await openPlacement(scope, { surveyId: survey.id, kind });
      const channel = CHANNELS[(index + places.length) % CHANNELS.length] ?? 'website';
      await placeInChannel(scope, { id, channel });
      places.push({ id, metric });
    }
    lineageIds.push(lineageId);
  }
  return { userId, workspaceId: scope.workspaceId, personas, lineageIds, places };
}

async function member({ userId, workspaceId }: Pick<Made, 'userId' | 'workspaceId'>): Promise<Scope> {
  const scope = await proveMember(userId, workspaceId);
  if (!scope) throw new Error('The member was not let in.');
  return scope;
}

/** Everything that is ever sent of answer number `number`: the same in every process. */
function story(number: number): { snapshots: Recording[]; erased: boolean; day: number } {
  const random = seededRandom(number + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const { made, earlier } = step;
  const place = pick(made.places);
  const { min, max } = METRICS[place.metric].scale;
  const first = number < earlier ? 0 : LATER;
  const day = first + Math.floor(random() * (DAYS - first));
  const date = `2026-03-${String(day + 1).padStart(2, '0')}`;
  const known = {
    placementId: place.id,
    responseId: idOf(number),
    ...{ words: null, comment: null, keyHash: null, invitationId: null, contactId: null },
    ...{ respondentKey: null, attributes: null },
    persona: pick(['', ...made.personas]),
    segment: pick(['', 'free', 'pro']),
    source: pick(['widget', 'link', 'email'] as const),
    language: pick(['en', 'de']),
    device: pick(['phone', 'desktop', 'tablet'] as const),
    receivedAt: new Date(`${date}T12:00:00Z`),
    day: date,
  };
  const steps = 1 + Math.floor(random() ** 2 * 3);
  // A snapshot may have no score yet, or take it away again.
  const snapshots = Array.from({ length: steps }, (_, index): Recording => {
    const score = random() < 0.1 ? null : min + Math.floor(random() * (max - min + 1));
    return { ...known, seq: index + 1, state: index === steps - 1 ? 'complete' : 'partial', score };
  });
  return { snapshots, erased: random() < 0.03, day };
}

/** What the second writing changes of an earlier answer: null for most. */
function change(number: number): { snapshot: Recording | null; erased: boolean } | null {
  const { snapshots, day } = story(number);
  const last = snapshots.at(-1) as Recording;
  const random = seededRandom(-number - 1);
  const chance = random();
  if (day < LATER || chance > 0.2) return null;
  if (chance > 0.15) return { snapshot: null, erased: true };
  const { min, max } =
    METRICS[step.made.places.find(({ id }) => id === last.placementId)?.metric ?? 'ces'].scale;
  const score = min + Math.floor(random() * (max - min + 1));
  return { snapshot: { ...last, seq: last.seq + 1, score }, erased: false };
}

function idOf(number: number): string {
  const hex = createHash('md5').update(`answer ${number}`).digest('hex');
  const part = (from: number, to: number) => hex.slice(from, to);
  return `${part(0, 8)}-${part(8, 12)}-4${part(13, 16)}-8${part(17, 20)}-${part(20, 32)}`;
}

/** Sends this process's own answers, and some of the others' again; in any order, many at once. */
async function write() {
  const scope = await member(step.made);
  const random = seededRandom(1_000_003 + step.process + step.from);
  const own = (number: number) => number % step.processes === step.process;
  const sends: { recordings: Recording[]; erase: Recording | null; at: number }[] = [];
  // The second writing goes from day to day, with some that come late: so days and weeks are packed beside it, and changed.
  const moment = ({ day }: { day: number }) =>
    step.from === 0 || random() < 0.003 ? random() : (day - LATER + 2 * random()) / (DAYS - LATER + 1);
  const send = (recordings: Recording[], erase: Recording | null, of: { day: number }) =>
    sends.push({ recordings, erase, at: moment(of) });
  for (let number = step.from; number < step.to; number += 1) {
    const answer = story(number);
    const { snapshots, erased } = answer;
    const shuffled = snapshots.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at);
    const inAnyOrder = shuffled.map(({ one }) => one);
    if (own(number)) send(inAnyOrder, erased ? (snapshots[0] ?? null) : null, answer);
    if (random() < (own(number) ? 0.1 : 0.2)) send(inAnyOrder, null, answer);
  }
  for (let number = 0; step.from > 0 && number < step.from; number += 1) {
    const changed = change(number);
    const [any] = changed ? story(number).snapshots : [];
    if (!changed || !any || !(own(number) || random() < 0.2)) continue;
    send(changed.snapshot ? [changed.snapshot] : [], changed.erased ? any : null, story(number));
  }
  sends.sort((a, b) => a.at - b.at);
  const seen: Record<string, number> = {};
  const note = (what: string) => {
    seen[what] = (seen[what] ?? 0) + 1;
  };
  let next = 0;
  const sender = async () => {
    for (let sent = sends[next++]; sent; sent = sends[next++]) {
      const { recordings, erase } = sent;
      // All at once: a later snapshot may come before an earlier one.
      await Promise.all(
        recordings.map((one) => tried(async () => note((await recordResponse(scope, one)).kind), note)),
      );
      if (!erase) continue;
      const { placementId, responseId: id } = erase;
      await tried(async () => {
        await eraseResponse(scope, { placementId, id });
        note('erased');
      }, note);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, sender));
  return seen;
}

/** Tries again where the database says that two met; what is erased already is no fault. */
async function tried(what: () => Promise<void>, note: (what: string) => void): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await what();
    } catch (error) {
      if (isAppError(error) && error.code === 'not_found') return note('erased before');
      const code = String(
        (error as { cause?: { code?: string }; code?: string }).cause?.code ??
          (error as { code?: string }).code,
      );
      note(`failed ${code}`);
      if (attempt === TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, 20 * attempt));
    }
  }
}

/** Packs beside those who write, so that filling and changing meet. */
async function keepPacking() {
  const clock = proveClock(step.made.workspaceId);
  let going = true;
  process.once('SIGTERM', () => {
    going = false;
  });
  const filled = { days: 0, weeks: 0 };
  while (going) {
    await beginDayPacks(clock, { now: CLOSED });
    await beginWeeks(clock, { now: MEANWHILE });
    const [days, weeks] = [await fillDayPacks(clock, { rest: REST }), await fillWeeks(clock, { rest: REST })];
    filled.days += days.filled;
    filled.weeks += weeks.filled;
    if (days.filled + weeks.filled === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return filled;
}

async function pack() {
  const clock = proveClock(step.made.workspaceId);
  while ((await beginDayPacks(clock, { now: CLOSED })).begun > 0);
  while ((await fillDayPacks(clock, { rest: 0 })).filled > 0);
  await beginWeeks(clock, { now: CLOSED });
  while ((await fillWeeks(clock, { rest: 0 })).filled > 0);
  return await packed();
}

/** How many days, and how many weeks of subjects, are read from packs. */
async function packed(): Promise<{ days: number; weeks: number }> {
  const [found] = await read(`SELECT (SELECT count(*) FROM packs WHERE n IS NOT NULL)::int AS days,
    (SELECT count(*) FROM week_packs p JOIN week_marks m USING (workspace_id, lineage_id)
      WHERE p.facet = '' AND p.week < m.until)::int AS weeks`);
  return { days: Number(found?.days), weeks: Number(found?.weeks) };
}

/** Past the product's queries, as somebody who may read everything. */
async function read(text: string, parameters: unknown[] = []): Promise<Row[]> {
  const [found = []] = await database().atomically([{ text, parameters }]);
  return found;
}

/** By two filters that tallies know and three that they do not, counted as the product does and one by one. */
async function check() {
  const { made } = step;
  const scope = await member(made);
  const persona = made.personas[0] ?? '';
  const nothing = { sources: [], persona: null, segments: [], channels: [], languages: [], devices: [] };
  const filters = [
    // By weeks that are packed and the tallies of other days.
    { within: nothing, where: 'true' },
    { within: { ...nothing, segments: ['pro', 'free'] }, where: `segment IN ('pro', 'free')` },
    {
      within: { ...nothing, segments: ['pro'], sources: ['widget', 'link'], devices: ['phone'] },
      where: `segment = 'pro' AND source IN ('widget', 'link') AND device = 'phone'`,
    },
    {
      within: { ...nothing, persona, channels: ['phone', 'shop'], languages: ['de'] },
      where: `persona = '${persona}' AND channel IN ('phone', 'shop') AND language = 'de'`,
    },
    {
      within: { ...nothing, languages: ['en'], devices: ['desktop', 'tablet'] },
      where: `language = 'en' AND device IN ('desktop', 'tablet')`,
    },
  ];
  const starts = JSON.stringify(SCALE_STARTS);
  const counted = [];
  for (const { within, where } of filters) {
    const slices = await listTallySlices(scope, made.lineageIds, {
      ...{ ...within, versions: [], campaigns: [], slices: DAYS },
      ...{ from: '2026-03-01', to: '2026-03-30', previousFrom: null, previousTo: null },
    });
    const ours = slices.flatMap(({ lineageId, metric, slice, counts }) =>
      counts.flatMap((n, point) => (n > 0 ? [`${lineageId} ${metric} ${slice} ${point} ${n}`] : [])),
    );
    const one = await read(
      `SELECT concat_ws(' ', lineage_id, metric, day - date '2026-03-01', score - ($1::text::jsonb ->> metric)::int) AS cell,
         count(*)::int AS n
       FROM responses WHERE score IS NOT NULL AND ${where} GROUP BY 1`,
      [starts],
    );
    const theirs = new Set(one.map(({ cell, n }) => `${cell} ${n}`));
    const answers = one.reduce((sum, { n }) => sum + Number(n), 0);
    const differ = ours.filter((cell) => !theirs.has(cell)).length + Math.abs(theirs.size - ours.length);
    counted.push({ answers, cells: theirs.size, differ });
  }
  return { counted, ...(await packed()), ...(await asSent()) };
}

/** How many answers that nobody erased are not stored as their last snapshot says. */
async function asSent(): Promise<{ stored: number; notAsSent: number }> {
  const found = await read('SELECT id::text, seq, score FROM responses');
  const stored = new Map(found.map((row) => [row.id, row]));
  let notAsSent = 0;
  for (let number = 0; number < step.to; number += 1) {
    const { snapshots, erased } = story(number);
    const changed = step.to > step.earlier && number < step.earlier ? change(number) : null;
    if (erased || changed?.erased) continue;
    const last = changed?.snapshot ?? snapshots.at(-1);
    const own = stored.get(idOf(number));
    if (own?.seq !== last?.seq || own?.score !== last?.score) notAsSent += 1;
  }
  return { stored: found.length, notAsSent };
}

async function rebuild() {
  await transact(await member(step.made), (tx) => rebuildTallies(tx, SCALE_STARTS));
  return {};
}
