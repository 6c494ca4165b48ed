import { getSite } from '@/db/queries/workspaces';
import type { Scope } from '@/db/scope';
import { secret } from '../env';
import { AppError } from '../errors';
import type { SiteSettings } from '../survey/model/widget-rules';
import { may } from './rules';
import { identityKey } from './rules/signed-person';

/** How the widgets of the workspace behave in its sites. Every member may read it. */
export async function loadSiteSettings(scope: Scope): Promise<{ site: SiteSettings; siteKey: string }> {
  const { site, siteKey } = await getSite(scope);
  return { site, siteKey };
}

/**
 * The key that a site's own server signs people with; `version` counts its replacements, 1 is the first. Whoever has the
 * key can name any person, so only owners see it. @throws AppError `forbidden`
 */
export async function loadIdentityKey(scope: Scope): Promise<{ key: string; version: number }> {
  if (!may(scope.actor, 'identity.replaceKey')) {
    throw new AppError('forbidden', 'Only owners of the workspace see this key. Ask one of them.');
  }
  const { identityKeyVersion } = await getSite(scope);
  return { key: identityKey(secret(), scope.workspaceId, identityKeyVersion), version: identityKeyVersion };
}
