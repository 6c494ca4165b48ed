import { shared } from './registry';

/** What changed in a workspace. */
export type Change =
  /** Answers were counted or erased at these lineages. */
  | { kind: 'answers'; lineages: string[] }
  /** A map was edited; `by` is the member's id, null where no member did it. */
  | { kind: 'map'; journeyId: string; revision: number; by: string | null }
  /** Members said something about a map. */
  | { kind: 'remarks'; journeyId: string }
  /** Somebody came to a map, left it, or went to another place on it. */
  | { kind: 'presence'; journeyId: string };

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

/** Tells who listens in this process. */
export function tell(workspaceId: string, change: Change): void {
  for (const listener of listeners().get(workspaceId) ?? []) listener(change);
}

/** Hands on what the database says of answers: `{"w": workspace, "l": [lineages]}`. */
export function hearAnswers(payload: string): void {
  const { w, l } = JSON.parse(payload) as { w: string; l: string[] };
  tell(w, { kind: 'answers', lineages: l });
}

/** Hands on what the database says of maps: `{"w": workspace, "j": journey, "r": revision or null for remarks, "by": user or null}`. */
export function hearMap(payload: string): void {
  const { w, j, r, by } = JSON.parse(payload) as {
    w: string;
    j: string;
    r: number | null;
    by: string | null;
  };
  tell(w, r === null ? { kind: 'remarks', journeyId: j } : { kind: 'map', journeyId: j, revision: r, by });
}
