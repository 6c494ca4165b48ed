import { database, open } from '../db/client';
import { lineages, users, workspaces } from '../db/schema';
import { transact } from '../db/scope';
import { hashOf, newId, newKey } from '../lib/id';
import { proveFounder } from '../lib/identity/prove';
import { draftSurvey, openPlacement, publishSurvey } from '../lib/survey/commands';
import { DEFAULT_WIDGET_RULES, type WidgetRules } from '../lib/survey/model/widget-rules';

/**
 * Makes a workspace with one NPS survey and a placement for each way to meet it in the empty database of DATABASE_URL;
 * prints their keys: `popover` comes at once, `inline` where its element stands, `quiet` on no page, `link` is asked on the
 * answer page.
 */
await open({ url: process.env.DATABASE_URL ?? '' });
await database().migrate();
const userId = newId();
await database().orm.insert(users).values({ id: userId, email: 'hosts@example.com' });
const scope = proveFounder(userId);
const siteKey = newKey(20);
await transact(scope, (tx) =>
  tx.run((t) =>
    t.insert(workspaces).values({
      id: scope.workspaceId,
      name: 'Hosts',
      brand: 'Lumen',
      timeZone: 'Europe/Berlin',
      language: 'en',
      siteKey,
      siteKeyHash: hashOf(siteKey),
    }),
  ),
);

const rules: Record<string, Partial<WidgetRules>> = {
  popover: { delaySeconds: 0 },
  inline: { mode: 'inline' },
  quiet: { delaySeconds: 0, urls: ['/a-page-that-is-nowhere'] },
};
const keys: Record<string, string> = {};
for (const name of [...Object.keys(rules), 'link']) {
  const lineageId = newId();
  await scope.run((tx) =>
    tx.insert(lineages).values({ workspaceId: scope.workspaceId, id: lineageId, kind: 'touchpoint' }),
  );
  const { id } = await draftSurvey(scope, { lineageId, metric: 'nps' });
  await publishSurvey(scope, { id });
  const widget = rules[name];
  const placement = widget
    ? await openPlacement(scope, {
        surveyId: id,
        kind: 'widget',
        rules: { ...DEFAULT_WIDGET_RULES, ...widget },
      })
    : await openPlacement(scope, { surveyId: id, kind: 'link' });
  keys[name] = placement.key;
}
await database().close();
console.log(JSON.stringify(keys));
