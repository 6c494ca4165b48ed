import { shared } from './registry';

/** What changed in a workspace: answers at these lineages. */
export type Change = { lineages: string[] };

type Listener = (change: Change) => void;

const listeners = () => shared('live', () => new Map<string, Set<Listener>>());

/** Calls the listener for each change in the workspace until the returned function is called. */
export function subscribe(workspaceId: string, listener: Listener): () => void {
  const all = listeners();
  const own = all.get(workspaceId) ?? new Set();
  own.add(listener);
  all.set(workspaceId, own);
  return () => {
    own.delete(listener);
    if (own.size === 0) all.delete(workspaceId);
  };
}

/** Hands an announcement of the database, `{"w": workspace, "l": [lineages]}`, to who listens in this process. */
export function announce(payload: string): void {
  const { w, l } = JSON.parse(payload) as { w: string; l: string[] };
  for (const listener of listeners().get(w) ?? []) listener({ lineages: l });
}
