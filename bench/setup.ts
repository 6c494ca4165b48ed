import { database, open } from '../db/client';
import { lineages, users, workspaces } from '../db/schema';
import { transact } from '../db/scope';
import { hashOf, newId, newKey } from '../lib/id';
import { proveFounder } from '../lib/identity/prove';
import { draftSurvey, openPlacement, publishSurvey } from '../lib/survey/commands';

/** Makes a workspace with forty NPS placements in the empty database of DATABASE_URL; prints their keys. */
const touchpoints = 40;
await open({ url: process.env.DATABASE_URL ?? '' });
await database().migrate();
const userId = newId();
await database().orm.insert(users).values({ id: userId, email: 'bench@example.com' });
const scope = proveFounder(userId);
const siteKey = newKey(20);
await transact(scope, (tx) =>
  tx.run((t) =>
    t.insert(workspaces).values({
      id: scope.workspaceId,
      name: 'Bench',
      brand: 'Bench',
      timeZone: 'Europe/Berlin',
      language: 'en',
      siteKey,
      siteKeyHash: hashOf(siteKey),
    }),
  ),
);
const keys: string[] = [];
for (let i = 0; i < touchpoints; i += 1) {
  const lineageId = newId();
  await scope.run((tx) =>
    tx.insert(lineages).values({ workspaceId: scope.workspaceId, id: lineageId, kind: 'touchpoint' }),
  );
  const { id } = await draftSurvey(scope, { lineageId, metric: 'nps' });
  await publishSurvey(scope, { id });
  keys.push((await openPlacement(scope, { surveyId: id, kind: 'link' })).key);
}
await database().close();
console.log(JSON.stringify(keys));
