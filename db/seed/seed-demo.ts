import { sql } from 'drizzle-orm';
import type { Handle } from '@/db/client';
import { findUserByEmail } from '@/db/queries/users';
import { getWorkspace } from '@/db/queries/workspaces';
import { rows, type Scope } from '@/db/scope';
import { createUser } from '@/lib/identity/commands/create-user';
import { foundWorkspace } from '@/lib/identity/commands/found-workspace';
import { makeApiKey } from '@/lib/identity/commands/make-api-key';
import { proveFounder, proveKey, proveMember } from '@/lib/identity/prove';
import { markDemo, removeDemo } from './demo-mark';
import { AIRPORT_ANSWERS, seedAirport } from './seed-airport';
import { seedStory } from './seed-story';
import { STORY_ANSWERS, WORKSPACE } from './story';

/** Signs in where nobody but this machine can reach the server. */
export const DEMO_EMAIL = 'demo@example.com';
export const DEMO_PASSWORD = 'lumen-demo-2017';

/** All answers of the demo: the story's and the airport's. */
export const DEMO_ANSWERS = STORY_ANSWERS + AIRPORT_ANSWERS;

/** Tells the demo's stories in a workspace of its own. The database must hold no workspace but an unfinished demo's. */
export async function seedDemo(handle: Handle, now: Date, progress: (share: number) => void): Promise<void> {
  await removeDemo(handle, DEMO_EMAIL);
  const { id: userId } = await createUser({ email: DEMO_EMAIL, name: 'Ines Demo', password: DEMO_PASSWORD });
  const founder = proveFounder(userId);
  await foundWorkspace(founder, WORKSPACE);
  await markDemo(founder.workspaceId, false);
  const scope = await proveMember(userId, founder.workspaceId);
  if (!scope) throw new Error('The demo member was not let in.');
  await seedStory(scope, now, (done) => progress(done / DEMO_ANSWERS));
  await seedAirport(scope, (done) => progress((STORY_ANSWERS + done) / DEMO_ANSWERS));
  await handle.orm.execute(sql`ANALYZE`);
  await markDemo(founder.workspaceId, true);
}

/** What the demo tells about itself, as contracts fix `.milepost/demo.json`. */
export type DemoFile = {
  url: string;
  email: string;
  password: string;
  workspaceId: string;
  journeyId: string;
  apiKey: string;
  siteKey: string;
  answerUrl: string;
  placements: Record<PlaceKind, string>;
  placementInfo: Record<PlaceKind, { metric: string; touchpointId: string }>;
};

const KINDS = ['link', 'email', 'widget'] as const;
type PlaceKind = (typeof KINDS)[number];

/**
 * Describes a seeded demo.
 *
 * @param knownKey the API key told last time; kept while it works, else a new one is made
 */
export async function describeDemo(
  workspaceId: string,
  url: string,
  knownKey: string | null,
): Promise<DemoFile> {
  const user = await findUserByEmail(DEMO_EMAIL);
  const scope = user ? await proveMember(user.id, workspaceId) : null;
  if (!scope) {
    throw new Error(`${DEMO_EMAIL} no longer belongs to the demo. Start over with npm run demo -- --reset.`);
  }
  const { siteKey } = await getWorkspace(scope);
  const { placements, placementInfo } = await findPlaces(scope);
  return {
    url,
    email: DEMO_EMAIL,
    password: DEMO_PASSWORD,
    workspaceId,
    journeyId: await findFirstJourney(scope),
    apiKey: await workingKey(scope, knownKey),
    siteKey,
    answerUrl: `${url}/a/${placements.link}`,
    placements,
    placementInfo,
  };
}

async function workingKey(scope: Scope, known: string | null): Promise<string> {
  if (known !== null && (await proveKey(known))?.workspaceId === scope.workspaceId) return known;
  return (await makeApiKey(scope, { name: 'Demo' })).key;
}

async function findFirstJourney(scope: Scope): Promise<string> {
  const found = await scope.run((tx) =>
    rows<{ id: string }>(
      tx,
      sql`SELECT id FROM journeys WHERE workspace_id = ${scope.workspaceId} ORDER BY retired_at IS NOT NULL, created_at, id LIMIT 1`,
    ),
  );
  if (!found[0]) throw new Error('The demo has lost its journey. Start over with npm run demo -- --reset.');
  return found[0].id;
}

/** The first placement of each kind that is open at a touchpoint. */
async function findPlaces(scope: Scope): Promise<Pick<DemoFile, 'placements' | 'placementInfo'>> {
  const found = await scope.run((tx) =>
    rows<{ kind: PlaceKind; key: string; metric: string; touchpointId: string }>(
      tx,
      sql`SELECT DISTINCT ON (p.kind) p.kind, p.key, p.metric, t.id AS "touchpointId"
          FROM placements p
          JOIN touchpoints t ON t.workspace_id = p.workspace_id AND t.lineage_id = p.lineage_id AND t.retired_at IS NULL
          WHERE p.workspace_id = ${scope.workspaceId} AND p.closed_at IS NULL
          ORDER BY p.kind, p.opened_at, p.id`,
    ),
  );
  const of = (kind: PlaceKind) => {
    const place = found.find((one) => one.kind === kind);
    if (!place) {
      throw new Error(
        `No ${kind} survey of the demo is open. Open one, or start over with npm run demo -- --reset.`,
      );
    }
    return place;
  };
  const entries = KINDS.map((kind) => of(kind));
  return {
    placements: Object.fromEntries(entries.map(({ kind, key }) => [kind, key])) as DemoFile['placements'],
    placementInfo: Object.fromEntries(
      entries.map(({ kind, metric, touchpointId }) => [kind, { metric, touchpointId }]),
    ) as DemoFile['placementInfo'],
  };
}
