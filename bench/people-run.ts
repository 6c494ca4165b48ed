import { database, open } from '../db/client';
import { rebuildTallies } from '../db/queries/record';
import { transact } from '../db/scope';
import { createUser } from '../lib/identity/commands/create-user';
import { foundWorkspace } from '../lib/identity/commands/found-workspace';
import { proveFounder, proveMember } from '../lib/identity/prove';
import { loadJourneyMap } from '../lib/insights/views';
import { loadCohort, loadCustomers, loadOrder, loadSilence } from '../lib/insights/views/customers';
import { loadDrivers } from '../lib/insights/views/drivers';
import { createJourney } from '../lib/journey/commands/journey';
import { addStage } from '../lib/journey/commands/stage';
import { addTouchpoint } from '../lib/journey/commands/touchpoint';
import { SCALE_STARTS } from '../lib/response/rules';
import { draftSurvey, openPlacement, publishSurvey } from '../lib/survey/commands';
import { newContent } from '../lib/survey/model/content';

/**
 * `found`: a workspace with a journey of ten surveyed touchpoints and a question about the whole, in the empty database of
 * DATABASE_URL. `ask`: times what is told of people, each question several times. Prints one line of JSON.
 */
type Made = { userId: string; workspaceId: string; journeyId: string };
type Step = { do: 'found' | 'ask'; made: Made; now: string; times: number };

const METRICS = ['ces', 'csat', 'emotion', 'nps'] as const;
const CONTENT = newContent('en', { topic: 'take this step' });
/** Reads every answer of people who are known once, and counts it. */
const PASS = {
  text: 'SELECT lineage_id, score, count(*) FROM responses WHERE respondent_key IS NOT NULL GROUP BY 1, 2',
  parameters: [],
};
const step: Step = JSON.parse(process.argv[2] ?? '{}');

await open({ url: process.env.DATABASE_URL ?? '' });
await database().migrate();
console.log(JSON.stringify(await (step.do === 'found' ? found() : ask())));
await database().close();

async function found(): Promise<Made> {
  const person = { email: 'bench@example.com', name: 'Bench', password: 'a-bench-of-people-2026' };
  const { id: userId } = await createUser(person);
  const founder = proveFounder(userId);
  await foundWorkspace(founder, { name: 'Bench', brand: 'Bench', timeZone: 'Europe/Berlin', language: 'en' });
  const scope = await memberOf({ userId, workspaceId: founder.workspaceId });
  const journey = await createJourney(scope, { title: 'Ten touchpoints' });
  const { id: stageId } = await addStage(scope, { journeyId: journey.id, title: 'Stage' });
  const survey = async (lineageId: string, metric: (typeof METRICS)[number]) => {
    const { id } = await draftSurvey(scope, { lineageId, metric, content: CONTENT });
    await publishSurvey(scope, { id });
    await openPlacement(scope, { surveyId: id, kind: 'email' });
  };
  for (let place = 0; place < 10; place += 1) {
    const { lineageId } = await addTouchpoint(scope, { stageId, title: `Touchpoint ${place + 1}` });
    await survey(lineageId, METRICS[place % METRICS.length] ?? 'ces');
  }
  await survey(journey.lineageId, 'nps');
  return { userId, workspaceId: scope.workspaceId, journeyId: journey.id };
}

async function memberOf({ userId, workspaceId }: Pick<Made, 'userId' | 'workspaceId'>) {
  const scope = await proveMember(userId, workspaceId);
  if (!scope) throw new Error('The member was not let in.');
  return scope;
}

async function ask(): Promise<Record<string, number>> {
  const scope = await memberOf(step.made);
  const now = new Date(step.now);
  await transact(scope, (tx) => rebuildTallies(tx, SCALE_STARTS));
  const map = await loadJourneyMap(scope, step.made.journeyId, new URLSearchParams(), now);
  const questions = {
    'one plain pass': () => database().atomically([PASS]),
    customers: () => loadCustomers(scope, map, { search: '', offset: 0, limit: 15 }),
    'customers by name': () => loadCustomers(scope, map, { search: '4711', offset: 0, limit: 15 }),
    cohort: () => loadCohort(scope, map, { first: null, later: null }),
    order: () => loadOrder(scope, map),
    silence: () => loadSilence(scope, map, now),
    drivers: () => loadDrivers(scope, map, null),
  };
  const median: Record<string, number> = {};
  for (const [name, question] of Object.entries(questions)) {
    const took: number[] = [];
    for (let time = 0; time < step.times; time += 1) {
      const began = performance.now();
      await question();
      took.push(performance.now() - began);
    }
    median[name] = took.sort((a, b) => a - b)[Math.floor(took.length / 2)] ?? 0;
  }
  return median;
}
