import { listChannels } from '@/db/queries/channels';
import { type FilterChoices, findFilterChoices, listAskedLineages } from '@/db/queries/filter-choices';
import { listPersonas } from '@/db/queries/personas';
import type { Scope } from '@/db/scope';

/** What numbers of the whole workspace, of no one journey, may be narrowed to. */
export type WorkspaceFilter = {
  personas: { id: string; name: string }[];
  /** The workspace's own channels. */
  channels: { key: string; label: string }[];
  choices: FilterChoices;
};

/** Everything that a filter can be chosen from over all journeys; its owner is of a journey alone. */
export async function loadWorkspaceFilter(scope: Scope): Promise<WorkspaceFilter> {
  const [personas, channels, choices] = await Promise.all([
    listPersonas(scope),
    listChannels(scope),
    listAskedLineages(scope).then((ids) => findFilterChoices(scope, ids)),
  ]);
  return {
    personas: personas.map(({ id, name }) => ({ id, name })),
    channels: channels.map(({ key, label }) => ({ key, label })),
    choices,
  };
}
