import { sql } from 'drizzle-orm';
import { rows, type Scope, type TxScope } from '../scope';

/** The channel on which a commit tells every process that a map, or what is said about it, has changed. */
export const MAPS_CHANNEL = 'milepost_maps';

/** The channel on which processes tell each other who has which map open. Nothing of it is stored. */
export const PRESENCE_CHANNEL = 'milepost_presence';

/** Tells of a change of a map in the caller's transaction: it is heard exactly if that commits. */
export async function announceMap(scope: TxScope, journeyId: string, revision: number): Promise<void> {
  const { actor, workspaceId } = scope;
  const by = actor.kind === 'member' ? actor.userId : null;
  await notify(scope, MAPS_CHANNEL, { w: workspaceId, j: journeyId, r: revision, by });
}

/**
 * Tells of something that several maps show and that belongs to none of them, such as a team's name: each of these maps,
 * also of retired journeys, is read again where it is open. None of them counts a revision.
 */
export async function announceMapsWith(
  scope: TxScope,
  shown: { personaId: string } | { channel: string } | { teamId: string },
): Promise<void> {
  const { actor, workspaceId } = scope;
  const by = actor.kind === 'member' ? actor.userId : null;
  const here = sql`workspace_id = ${workspaceId}`;
  const where =
    'personaId' in shown
      ? sql`SELECT journey_id FROM journey_personas WHERE ${here} AND persona_id = ${shown.personaId}
          UNION SELECT journey_id FROM statements WHERE ${here} AND persona_id = ${shown.personaId}`
      : 'channel' in shown
        ? sql`SELECT journey_id FROM touchpoints WHERE ${here} AND ${shown.channel} = ANY (channels)`
        : sql`SELECT journey_id FROM stages WHERE ${here} AND owner_team_id = ${shown.teamId}
          UNION SELECT journey_id FROM touchpoints WHERE ${here} AND owner_team_id = ${shown.teamId}
          UNION SELECT s.journey_id FROM stage_teams c
            JOIN stages s ON s.workspace_id = c.workspace_id AND s.id = c.stage_id
            WHERE c.workspace_id = ${workspaceId} AND c.team_id = ${shown.teamId}
          UNION SELECT t.journey_id FROM touchpoint_teams c
            JOIN touchpoints t ON t.workspace_id = c.workspace_id AND t.id = c.touchpoint_id
            WHERE c.workspace_id = ${workspaceId} AND c.team_id = ${shown.teamId}`;
  await scope.run((tx) =>
    rows(
      tx,
      sql`
        SELECT pg_notify(${MAPS_CHANNEL}, json_build_object(
          'w', workspace_id, 'j', id, 'r', revision, 'by', ${by}::text)::text)
        FROM journeys WHERE ${here} AND id IN (${where})`,
    ),
  );
}

/** Tells of a change of what members say about a map, in the caller's transaction. */
export async function announceRemarks(scope: TxScope, journeyId: string): Promise<void> {
  await notify(scope, MAPS_CHANNEL, { w: scope.workspaceId, j: journeyId, r: null, by: null });
}

/** Tells every process that somebody has a map open, or no longer (`gone`). Nothing is written. */
export async function announcePresence(
  scope: Scope,
  sign: {
    journeyId: string;
    /** One open page. */
    connection: string;
    userId: string;
    name: string;
    /** The touchpoint they are at; null: nowhere in particular. */
    touchpointId: string | null;
    gone: boolean;
  },
): Promise<void> {
  await notify(scope, PRESENCE_CHANNEL, {
    w: scope.workspaceId,
    j: sign.journeyId,
    c: sign.connection,
    u: sign.userId,
    n: sign.name.slice(0, 80),
    t: sign.touchpointId,
    gone: sign.gone,
  });
}

async function notify(scope: Scope, channel: string, payload: object): Promise<void> {
  await scope.run((tx) => rows(tx, sql`SELECT pg_notify(${channel}, ${JSON.stringify(payload)})`));
}
