import { database, open } from '../db/client';
import { lineages } from '../db/schema';
import type { Scope } from '../db/scope';
import { newId } from '../lib/id';
import { createUser } from '../lib/identity/commands/create-user';
import { foundWorkspace } from '../lib/identity/commands/found-workspace';
import { proveFounder } from '../lib/identity/prove';
import { draftSurvey, openPlacement, publishSurvey } from '../lib/survey/commands';
import type { PlacementKind } from '../lib/survey/model';
import type { WidgetRules } from '../lib/survey/model/widget-rules';

/** Opens the empty database of DATABASE_URL and founds a workspace in it. */
export async function openWorkspace(brand: string): Promise<Scope> {
  await open({ url: process.env.DATABASE_URL ?? '' });
  await database().migrate();
  const person = { email: 'bench@example.com', name: 'Bench', password: 'a-bench-of-answers-2026' };
  const founder = proveFounder((await createUser(person)).id);
  await foundWorkspace(founder, { name: 'Bench', brand, timeZone: 'Europe/Berlin', language: 'en' });
  return founder;
}

/** Asks for NPS at a subject of its own; resolves to the placement's key. */
export async function askNps(scope: Scope, kind: PlacementKind, rules?: WidgetRules): Promise<string> {
  const lineageId = newId();
  await scope.run((tx) =>
    tx.insert(lineages).values({ workspaceId: scope.workspaceId, id: lineageId, kind: 'touchpoint' }),
  );
  const { id } = await draftSurvey(scope, { lineageId, metric: 'nps' });
  await publishSurvey(scope, { id });
  return (await openPlacement(scope, { surveyId: id, kind, ...(rules && { rules }) })).key;
}
