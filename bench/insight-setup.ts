import { database, open } from '../db/client';
import { rebuildTallies } from '../db/queries/record';
import { updateSegmentAttribute } from '../db/queries/workspaces';
import { transact } from '../db/scope';
import { createUser } from '../lib/identity/commands/create-user';
import { foundWorkspace } from '../lib/identity/commands/found-workspace';
import { makeApiKey } from '../lib/identity/commands/make-api-key';
import { proveClock, proveFounder, proveMember } from '../lib/identity/prove';
import { createJourney } from '../lib/journey/commands/journey';
import { addPersona } from '../lib/journey/commands/persona';
import { addStage } from '../lib/journey/commands/stage';
import { addTouchpoint } from '../lib/journey/commands/touchpoint';
import { beginDayPacks, fillDayPacks } from '../lib/response/commands/pack-days';
import { beginWeeks, fillWeeks } from '../lib/response/commands/pack-weeks';
import { SCALE_STARTS } from '../lib/response/rules';
import { draftSurvey, openPlacement, publishSurvey } from '../lib/survey/commands';
import { newContent } from '../lib/survey/model/content';

/**
 * `found`: makes a workspace with a journey of forty surveyed touchpoints in the empty database of DATABASE_URL and prints
 * what a load needs to know. `count MEMBER WORKSPACE`: counts every answer that is there anew, and packs closed days and weeks.
 */
const [what = '', userId = '', workspaceId = ''] = process.argv.slice(2);
/** The load ends on the day before. */
const BENCH_NOW = '2026-11-22T12:00:00Z';
const METRICS = ['ces', 'csat', 'emotion', 'nps'] as const;
const PERSONAS = ['Ana', 'Ben', 'Cleo', 'Dan'];
const CONTENT = newContent('en', { topic: 'take this step' });

await open({ url: process.env.DATABASE_URL ?? '' });
await database().migrate();
if (what === 'found') console.log(JSON.stringify(await found()));
else await count();
await database().close();

async function found() {
  const member = await createUser({
    email: 'bench@example.com',
    name: 'Bench',
    password: 'a-bench-of-scores-2026',
  });
  const founder = proveFounder(member.id);
  await foundWorkspace(founder, { name: 'Bench', brand: 'Bench', timeZone: 'Europe/Berlin', language: 'en' });
  const scope = await proveMember(member.id, founder.workspaceId);
  if (!scope) throw new Error('The member was not let in.');
  await transact(scope, (tx) => updateSegmentAttribute(tx, 'plan'));
  const { id: journeyId } = await createJourney(scope, { title: 'Forty touchpoints' });
  const personas: string[] = [];
  for (const name of PERSONAS) personas.push((await addPersona(scope, { name })).id);
  let stageId = '';
  for (let index = 0; index < 40; index += 1) {
    if (index % 8 === 0) stageId = (await addStage(scope, { journeyId, title: `Stage ${index / 8 + 1}` })).id;
    const { lineageId } = await addTouchpoint(scope, { stageId, title: `Touchpoint ${index + 1}` });
    const metric = METRICS[index % METRICS.length] ?? 'ces';
    const survey = await draftSurvey(scope, { lineageId, metric, content: CONTENT });
    await publishSurvey(scope, { id: survey.id });
    await openPlacement(scope, { surveyId: survey.id, kind: 'widget' });
  }
  const { key: apiKey } = await makeApiKey(scope, { name: 'Bench', writes: false });
  return { userId: member.id, workspaceId: scope.workspaceId, journeyId, personas, apiKey };
}

async function count() {
  const scope = await proveMember(userId, workspaceId);
  if (!scope) throw new Error('The member was not let in.');
  await transact(scope, (tx) => rebuildTallies(tx, SCALE_STARTS));
  const clock = proveClock(workspaceId);
  const now = new Date(BENCH_NOW);
  let left = true;
  await beginWeeks(clock, { now });
  while ((await fillWeeks(clock, { rest: 0 })).filled > 0);
  while (left) {
    left = (await beginDayPacks(clock, { now })).begun > 0;
    while ((await fillDayPacks(clock, { rest: 0 })).filled > 0);
  }
}
