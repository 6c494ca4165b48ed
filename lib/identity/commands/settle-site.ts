import { updateSite } from '@/db/queries/workspaces';
import { command } from '@/lib/command';
import { siteSettingsSchema } from '../../survey/model/widget-rules';

/** Replaces how the widgets of the workspace behave in its sites, and whose pages may send answers. */
export const settleSite = command('site.settle', siteSettingsSchema, async (tx, site) => {
  await updateSite(tx, site);
  return { id: tx.workspaceId };
});
