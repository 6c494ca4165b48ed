import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { database } from '@/db/client';
import { rows, type Scope } from '@/db/scope';
import { type TestWorkspace, testDatabase, testWorkspace } from '@/db/testing/database';
import { type Kind, testObjects } from '@/db/testing/objects';
import type { Command } from './command';
import { isAppError } from './errors';
import { proveClock } from './identity/prove';
import { may } from './identity/rules';
import { newContent } from './survey/model/content';

/**
 * Every command of every room, found by itself: with an id of another workspace each has to answer exactly as with an
 * id that nobody has, and must change nothing there.
 */

testDatabase();

type AnyCommand = Command<Record<string, unknown>, unknown>;
const modules = import.meta.glob<Record<string, unknown>>(
  ['./*/commands.ts', './*/commands/*.ts', '!./**/*.test.ts'],
  { eager: true },
);
const commands = Object.entries(modules).flatMap(([file, exports]) =>
  Object.entries(exports).flatMap(([name, value]) =>
    isCommand(value) ? [{ name, file, run: value, paths: uuidPaths(jsonSchema(value.schema)) }] : [],
  ),
);

/** Commands whose own object, as it is made here, is refused too: the reason stands beside each. */
const REFUSED_ANYWAY: Record<string, string> = {
  beginDelivery: 'without a provider the letter goes to the outbox, and nothing is left to send',
  settleDelivery: 'settles only what was begun',
  beginReply: 'without a provider the letter goes to the outbox, and nothing is left to send',
  settleReply: 'settles only what was begun',
  noteMailReport: 'hears only of letters that were written',
  'lookAtReleased: responseId': 'what it would open stands already',
  'lookAtReleased: placementId': 'what it would open stands already',
  'launchCampaign: recipients.contactIds.*': 'the contact was asked a moment ago and rests',
  acceptInvite: 'only the invited address may accept',
  recountBatch: 'its ids only say where to go on in an order',
};

/** Plain ids that the permission's noun does not name. */
const KIND_OF_ID: Record<string, Kind> = { withdrawInvite: 'invite', ruleWidget: 'widget' };

let foreign: Record<Kind, string>;
let foreignWorkspace: TestWorkspace;

beforeAll(async () => {
  foreignWorkspace = await testWorkspace();
  foreign = await testObjects(foreignWorkspace);
}, 60_000);

describe('a foreign id answers like an absent one', () => {
  test('commands were found, with their ids', () => {
    expect(commands.length).toBeGreaterThan(35);
    expect(commands.filter((one) => one.paths.length > 0).length).toBeGreaterThan(25);
  });

  for (const { name, run, paths } of commands) {
    for (const path of paths) {
      test(`${name}: ${path}`, async () => {
        const own = await testWorkspace();
        const objects = await testObjects(own);
        const scope = actorFor(run, own);
        const kind = kindOf(path, name, run);
        const before = await checksum(foreignWorkspace.workspaceId);
        const given = (id: string) =>
          instance(jsonSchema(run.schema), '', (at) => (at === path ? id : objects[kindOf(at, name, run)]));
        const absent = await outcome(run, scope, given(randomUUID()));
        for (const other of [foreign[kind], foreign.journey, foreign.touchpoint, foreign.lineage]) {
          expect(await outcome(run, scope, given(other))).toEqual(absent);
        }
        expect(await checksum(foreignWorkspace.workspaceId)).toBe(before);
        // Proof that the id is looked at: with the workspace's own object the reply is another.
        const mine = await outcome(run, scope, given(objects[kind]));
        if (!(name in REFUSED_ANYWAY) && !(`${name}: ${path}` in REFUSED_ANYWAY))
          expect(mine).not.toEqual(absent);
      });
    }
  }
});

const BY_FIELD: Record<string, Kind> = {
  journeyId: 'journey',
  stageId: 'stage',
  touchpointId: 'touchpoint',
  fromId: 'touchpoint',
  toId: 'nextTouchpoint',
  handoffLineageId: 'handoffLineage',
  lineageId: 'lineage',
  ownerTeamId: 'team',
  toTeamId: 'team',
  contributorTeamIds: 'team',
  ownerUserId: 'member',
  assigneeUserId: 'member',
  noteId: 'reply',
  replyId: 'reply',
  deliveryId: 'delivery',
  subJourneyId: 'otherJourney',
  personaId: 'persona',
  versionId: 'version',
  personaIds: 'persona',
  lineageIds: 'lineage',
  statementIds: 'statement',
  markerId: 'marker',
  statementId: 'statement',
  responseId: 'response',
  voiceId: 'voice',
  checkId: 'agreement',
  drawnVoiceId: 'drawn',
  themeId: 'theme',
  intoThemeId: 'theme',
  evidenceId: 'evidence',
  mentions: 'member',
  surveyId: 'survey',
  placementId: 'placement',
  contactIds: 'contact',
  contactId: 'contact',
  campaignId: 'campaign',
  invitationId: 'invitation',
  mailId: 'invitation',
  userId: 'member',
  inviteId: 'invite',
  leaseToken: 'lease',
};

/** The kind of object a field names: by the field, or, for a plain `id`, by the noun of the permission. */
function kindOf(path: string, name: string, run: AnyCommand): Kind {
  const field =
    path
      .split('.')
      .filter((part) => part !== '*')
      .at(-1) ?? '';
  const noun = run.permission.split('.')[0] as string;
  const letter: Record<string, Kind> = { letter: 'invitation' };
  const kind = BY_FIELD[field] ?? KIND_OF_ID[name] ?? letter[noun] ?? (noun as Kind);
  return kind;
}

/** Whoever may run the command: a member, else the clock, else a customer. */
function actorFor(run: AnyCommand, workspace: TestWorkspace): Scope {
  if (may(workspace.scope.actor, run.permission)) return workspace.scope;
  return proveClock(workspace.workspaceId);
}

async function outcome(run: AnyCommand, scope: Scope, input: unknown): Promise<unknown> {
  try {
    const value = await run(scope, input as Record<string, unknown>);
    return { ok: JSON.stringify(value).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '…') };
  } catch (error) {
    if (!isAppError(error)) throw error;
    return { code: error.code, message: error.message, errors: error.errors };
  }
}

/** One number for everything a workspace holds, seen past row-level security. */
async function checksum(workspaceId: string): Promise<string> {
  const tables = await rows<{ name: string }>(
    database().orm,
    sql`SELECT DISTINCT table_name AS name FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'workspace_id' ORDER BY 1`,
  );
  const sums: string[] = [];
  for (const { name } of tables) {
    const found = await rows<{ sum: string }>(
      database().orm,
      sql`SELECT md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS sum
          FROM ${sql.identifier(name)} t WHERE workspace_id = ${workspaceId}`,
    );
    sums.push(`${name} ${found[0]?.sum}`);
  }
  return sums.join('\n');
}

function isCommand(value: unknown): value is AnyCommand {
  return typeof value === 'function' && 'permission' in value && 'schema' in value;
}

type Json = {
  type?: string | string[];
  format?: string;
  pattern?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: Json[];
  oneOf?: Json[];
  properties?: Record<string, Json>;
  items?: Json;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxLength?: number;
};

function jsonSchema(schema: z.ZodType): Json {
  return z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Json;
}

function isId(schema: Json): boolean {
  return schema.format === 'uuid' || schema.pattern?.startsWith('^[0-9a-f]{8}') === true;
}

function uuidPaths(schema: Json, path = ''): string[] {
  const at = (part: string) => (path ? `${path}.${part}` : part);
  if (isId(schema)) return [path];
  const variants = schema.anyOf ?? schema.oneOf;
  if (variants) return [...new Set(variants.flatMap((one) => uuidPaths(one, path)))];
  if (schema.items) return uuidPaths(schema.items, at('*'));
  return Object.entries(schema.properties ?? {}).flatMap(([name, one]) => uuidPaths(one, at(name)));
}

/** Fields whose schema does not say enough to make a legal value. */
const KNOWN: Record<string, unknown> = {
  phrases: ['a word'],
  material: [{ text: 'Some text', day: '2026-01-15' }],
  timeZone: 'Europe/Berlin',
  privacyUrl: 'https://example.com/p',
  title: 'Another title',
  index: 0,
  template: null,
  rule: null,
  channels: ['email'],
  picture: null,
  setupStep: 2,
  content: newContent('en', { topic: 'book a visit' }),
  opensAt: null,
  closesAt: new Date('2036-01-01T00:00:00Z'),
};

/** A valid input with every field filled; `idAt` gives the id for each path. */
function instance(schema: Json, path: string, idAt: (path: string) => string): unknown {
  const at = (part: string) => (path ? `${path}.${part}` : part);
  const variants = schema.anyOf ?? schema.oneOf;
  const field = path.split('.').at(-1) ?? '';
  if (field in KNOWN) return KNOWN[field];
  if (variants) {
    const telling =
      variants.find((one) => uuidPaths(one).length > 0) ?? variants.find((one) => one.type !== 'null');
    return instance(telling ?? {}, path, idAt);
  }
  if (isId(schema)) return idAt(path);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  if (schema.format === 'date') return '2026-01-15';
  if (schema.format === 'uri') return 'https://example.com/p';
  if (schema.format === 'email' || /email|senderAddress/i.test(field)) return 'ana@example.com';
  const type = Array.isArray(schema.type) ? schema.type.find((one) => one !== 'null') : schema.type;
  if (type === 'object') {
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, one]) => [name, instance(one, at(name), idAt)]),
    );
  }
  if (type === 'array')
    return schema.items && (schema.items.enum || uuidPaths(schema.items).length > 0)
      ? [instance(schema.items, at('*'), idAt)]
      : [];
  if (type === 'integer' || type === 'number')
    return Math.max(schema.minimum ?? 1, Math.min(1, schema.maximum ?? 1));
  if (type === 'boolean') return true;
  return 'Some text';
}
