import { database } from '../db/client';
import { DEFAULT_WIDGET_RULES, type WidgetRules } from '../lib/survey/model/widget-rules';
import { askNps, openWorkspace } from './workspace';

/**
 * Makes a workspace with one NPS survey and a placement for each way to meet it in the empty database of DATABASE_URL;
 * prints their keys: `popover` comes at once, `inline` where its element stands, `quiet` on no page, `link` is asked on the
 * answer page.
 */
const rules: Record<string, Partial<WidgetRules>> = {
  popover: { delaySeconds: 0 },
  inline: { mode: 'inline' },
  quiet: { delaySeconds: 0, urls: ['/a-page-that-is-nowhere'] },
};
const scope = await openWorkspace('Lumen');
const keys: Record<string, string> = { link: await askNps(scope, 'link') };
for (const [name, own] of Object.entries(rules)) {
  keys[name] = await askNps(scope, 'widget', { ...DEFAULT_WIDGET_RULES, ...own });
}
await database().close();
console.log(JSON.stringify(keys));
