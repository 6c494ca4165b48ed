import { type SQL, sql } from 'drizzle-orm';
import type { Scope } from '../scope';

/** Which answers are meant: days inclusive, in the workspace's zone. An empty list asks for nothing of its kind. */
export type Within = {
  from: string;
  to: string;
  sources: readonly string[];
  /** A persona's id; null: everybody. */
  persona: string | null;
  segments: readonly string[];
  channels: readonly string[];
  languages: readonly string[];
  devices: readonly string[];
  /** Published versions of surveys. */
  versions: readonly { surveyId: string; version: number }[];
  /** Ids of campaigns. */
  campaigns: readonly string[];
};

/** The condition on `responses` that a filter makes. */
export function matching(scope: Scope, within: Within): SQL {
  const { persona, versions, campaigns } = within;
  const lists = { source: within.sources, segment: within.segments, channel: within.channels };
  const known = { language: within.languages, device: within.devices };
  const conditions = [
    dayWithin(within),
    ...Object.entries({ ...lists, ...known })
      .filter(([, values]) => values.length > 0)
      .map(([column, values]) => sql`${sql.raw(column)} = ${anyOf(values)}`),
    ...(persona === null ? [] : [sql`persona = ${persona}`]),
  ];
  if (versions.length > 0) {
    const listed = versions.map(({ surveyId, version }) => sql`(${surveyId}::uuid, ${version}::int)`);
    conditions.push(sql`(placement_id, survey_version) IN (
      SELECT p.id, v.version FROM placements p
      JOIN (VALUES ${sql.join(listed, sql`, `)}) v(survey_id, version) ON v.survey_id = p.survey_id
      WHERE p.workspace_id = ${scope.workspaceId})`);
  }
  if (campaigns.length > 0) {
    conditions.push(sql`invitation_id IN (
      SELECT i.id FROM invitations i
      WHERE i.workspace_id = ${scope.workspaceId} AND i.campaign_id = ${anyOf(campaigns, 'uuid')})`);
  }
  return sql.join(conditions, sql` AND `);
}

/** The condition on the day alone. */
export const dayWithin = ({ from, to }: Pick<Within, 'from' | 'to'>) =>
  sql`day BETWEEN ${from}::date AND ${to}::date`;

/** Lets the index on the instant of receipt find the responses of some days. */
export function receivedWithin({ from, to }: Pick<Within, 'from' | 'to'>): SQL {
  return receivedFrom(sql`received_at`, sql`${from}::date`, sql`${to}::date`);
}

/**
 * That an instant is within or near these days: a day begins 14 hours before that of UTC at the earliest, and ends 12 hours
 * after it at the latest. Instants are compared with instants: under row-level security an index may serve no comparison
 * with a date, because that one could tell of other rows.
 */
export function receivedFrom(instant: SQL, from: SQL, to: SQL): SQL {
  return sql`${instant} >= (${from} - interval '14 hours') AT TIME ZONE 'UTC'
    AND ${instant} < (${to} + interval '36 hours') AT TIME ZONE 'UTC'`;
}

/** What equals one of these values; one parameter, so that the statement stays the same however many there are. */
export const anyOf = (values: readonly string[], type: 'text' | 'uuid' = 'text'): SQL =>
  sql`ANY(${sql.param([...values])}::${sql.raw(type)}[])`;

/** Values of an SQL list. */
export const listOf = (values: readonly string[]): SQL =>
  sql.join(
    values.map((value) => sql`${value}`),
    sql`, `,
  );
