import { insertChannel, listChannels } from '@/db/queries/channels';
import { findPersonaOfName, insertPersona, updatePersona } from '@/db/queries/personas';
import { findTeamOfName, insertTeam } from '@/db/queries/teams';
import type { TxScope } from '@/db/scope';
import { AppError } from '../../errors';
import { newId } from '../../id';
import { CHANNELS } from '../model';
import type { JourneyDocument } from '../model/document';
import { channelKeyOf, sameLabel } from '../rules/channels';

/** The most channels that a workspace may add to the common list. */
const MOST_CHANNELS = 100;

/**
 * Gives a document that was made elsewhere this workspace's teams, personas and channels of the same names; those that
 * are missing are added. A persona that is known stays as it is.
 *
 * @throws AppError `conflict` where the list of channels is full
 */
export async function settleNames(tx: TxScope, document: JourneyDocument): Promise<JourneyDocument> {
  const teams = new Map<string, string>();
  for (const { id, name } of document.teams) {
    const known = await findTeamOfName(tx, name);
    const own = known?.id ?? newId();
    if (!known) await insertTeam(tx, { id: own, name });
    teams.set(id, own);
  }
  const personas = new Map<string, string>();
  for (const { id, name, ...said } of document.personas) {
    const known = await findPersonaOfName(tx, name);
    const own = known?.id ?? newId();
    if (!known) {
      await insertPersona(tx, { id: own, name, summary: said.summary });
      await updatePersona(tx, own, said);
    }
    personas.set(id, own);
  }
  const channels = await settleChannels(tx, document.channels);
  const team = (id: string | null) => (id === null ? null : (teams.get(id) ?? null));
  const list = (ids: readonly string[]) => [...new Set(ids.flatMap((id) => team(id) ?? []))];
  return {
    ...document,
    teams: [],
    channels: [],
    // Two of one name in the file are one here.
    personas: [
      ...new Map(
        document.personas.map((one) => {
          const id = personas.get(one.id) ?? one.id;
          return [id, { ...one, id }];
        }),
      ).values(),
    ],
    stages: document.stages.map((one) => ({
      ...one,
      ownerTeamId: team(one.ownerTeamId),
      contributorTeamIds: list(one.contributorTeamIds),
    })),
    touchpoints: document.touchpoints.map((one) => ({
      ...one,
      channels: [...new Set(one.channels.map((key) => channels.get(key) ?? key))],
      ownerTeamId: team(one.ownerTeamId),
      contributorTeamIds: list(one.contributorTeamIds),
    })),
    statements: document.statements.map((one) => ({
      ...one,
      personaId: one.personaId === null ? null : (personas.get(one.personaId) ?? null),
    })),
  };
}

/** This workspace's key for each channel of the document. */
async function settleChannels(
  tx: TxScope,
  named: JourneyDocument['channels'],
): Promise<ReadonlyMap<string, string>> {
  const settled = new Map<string, string>();
  const own: { key: string; label: string }[] = await listChannels(tx);
  for (const { key, label } of named) {
    if ((CHANNELS as readonly string[]).includes(key)) continue;
    const known = own.find((one) => sameLabel(one.label, label));
    if (known) {
      settled.set(key, known.key);
      continue;
    }
    if (own.length >= MOST_CHANNELS) {
      throw new AppError('conflict', `The list of channels is full, and “${label}” is not on it.`);
    }
    const taken = own.map((one) => one.key);
    const added = { key: taken.includes(key) ? channelKeyOf(label, taken) : key, label: label.slice(0, 40) };
    await insertChannel(tx, added);
    own.push(added);
    settled.set(key, added.key);
  }
  return settled;
}
