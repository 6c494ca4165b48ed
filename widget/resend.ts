import type { Core } from './core';
import { keep, note } from './note';

/** Sends the answers that an earlier page could not bring to the end; what the server refuses for good is forgotten. */
export async function run(core: Core): Promise<void> {
  core._holds--;
  for (const [url, body] of Object.entries(core._held.w ?? {})) {
    const key = /\/placements\/(\w+)\/responses\/[\w-]+$/.exec(url)?.[1];
    if (!key || !body) {
      keep(core, url);
      continue;
    }
    const reply = await fetch(url, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body,
      credentials: 'omit',
    }).catch(() => null);
    if (reply?.ok) note(core, key, { answered: Date.now() });
    if (reply && !/^(408|425|429|5..)$/.test(`${reply.status}`)) keep(core, url);
  }
}
