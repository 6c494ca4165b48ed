import { database } from '../db/client';
import { askNps, openWorkspace } from './workspace';

/** Makes a workspace with forty NPS placements in the empty database of DATABASE_URL; prints their keys. */
const touchpoints = 40;
const scope = await openWorkspace('Bench');
const keys: string[] = [];
for (let i = 0; i < touchpoints; i += 1) keys.push(await askNps(scope, 'link'));
await database().close();
console.log(JSON.stringify(keys));
