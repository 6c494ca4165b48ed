import { expect, test } from 'vitest';
import { knownPerson } from '@/lib/identity/rules/signed-person';
import { HASH_SAMPLES, SERVERS, tokenSample } from './identity-samples';

const KEY = 'k3y_of-a-workspace';
const WORKSPACE = '00000000-0000-4000-8000-00000000000a';
const USER = { id: 'user-7', name: 'Ana', plan: 'Plus' };

/** Runs a sample for Node as a site's server would, and gives back what it calls `result`. */
async function run(sample: string, result: string): Promise<string> {
  const code = sample.replace(/^import \{ createHmac \} from 'node:crypto';/, '');
  const { createHmac } = await import('node:crypto');
  return new Function('createHmac', 'key', 'user', `${code}\nreturn ${result};`)(createHmac, KEY, USER);
}

const by = { keys: [KEY], workspaceId: WORKSPACE, required: true, now: new Date() };

test('a hash that the sample makes is believed', async () => {
  const hash = await run(HASH_SAMPLES.Node, 'hash');
  expect(await knownPerson({ id: USER.id, hash }, by)).toMatchObject({
    identity: 'verified',
    respondentKey: USER.id,
  });
});

test('a token that the sample makes is believed, with its traits', async () => {
  const token = await run(tokenSample('Node', WORKSPACE), 'token');
  expect(await knownPerson({ token }, by)).toEqual({
    identity: 'verified',
    respondentKey: USER.id,
    attributes: { name: 'Ana', plan: 'Plus' },
  });
});

test('every token sample names the workspace, an end within 15 minutes and HS256', () => {
  for (const server of SERVERS) {
    const sample = tokenSample(server, WORKSPACE);
    expect(sample).toContain(WORKSPACE);
    expect(sample).toContain('600');
    expect(sample).toContain('HS256');
  }
});
