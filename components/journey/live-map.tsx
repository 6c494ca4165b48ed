'use client';

import { useRouter } from 'next/navigation';
import {
  createContext,
  type ReactNode,
  startTransition,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { PENDING_ID } from './edits';
import { useEditor } from './map-editor';
import { cellOf } from './map-keys';
import { newPageId } from './page-id';

export type LiveState = 'connecting' | 'live' | 'lost';

/** Somebody else who has this map open. */
export type Companion = { userId: string; name: string; touchpointId: string | null };

export type Live = {
  state: LiveState;
  /** Everybody else who has this map open. */
  people: readonly Companion[];
  /** Who else edited the map since it was opened, if it was one person; null where that cannot be said. */
  lastEditor: string | null;
  /** The signed-in member's id. */
  me: string;
};

const LiveContext = createContext<Live>({ state: 'connecting', people: [], lastEditor: null, me: '' });

/** What is known of the open connection and of who else is here; nobody outside of {@link LiveMap}. */
export const useLive = (): Live => useContext(LiveContext);

/** A burst of answers costs one reading of the map, not one each. */
const ANSWERS_THROTTLE_MS = 500;

/** An edit is read at once; a burst of them not more often than this. */
const EDITS_THROTTLE_MS = 150;

/** By then an edit made here has brought its own map along. */
const ECHO_MS = 2_500;

/** Somebody walking over the map with the arrow keys is told of once they rest. */
const PLACE_MS = 200;

/** Listens for answers, edits and people; reads the map again when one concerns it, and tells others where this reader is. */
export function LiveMap({ me, children }: { me: string; children: ReactNode }) {
  const router = useRouter();
  const { map, selected, justEdited } = useEditor();
  const [state, setState] = useState<LiveState>('connecting');
  const [people, setPeople] = useState<readonly Companion[]>([]);
  const [editors, setEditors] = useState<readonly (string | null)[]>([]);
  const known = useRef({ map, justEdited });
  const connection = useRef('');
  const place = useRef<string | null>(null);
  /** The place that others know. */
  const told = useRef<string | null>(null);
  const tellPlace = useRef(() => {});

  useEffect(() => {
    known.current = { map, justEdited };
  }, [map, justEdited]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let due = Number.POSITIVE_INFINITY;
    let last = 0;
    const read = () => {
      timer = null;
      due = Number.POSITIVE_INFINITY;
      last = Date.now();
      router.refresh();
    };
    const readWithin = (throttleMs: number) => {
      const at = Math.max(Date.now(), last + throttleMs);
      if (at >= due) return;
      if (timer !== null) clearTimeout(timer);
      due = at;
      timer = setTimeout(read, at - Date.now());
    };
    const echoes = new Set<ReturnType<typeof setTimeout>>();

    connection.current = newPageId();
    const source = new EventSource(`/api/journeys/${map.id}/live?connection=${connection.current}`);
    source.onopen = () => {
      setState((was) => {
        // Whatever happened while the line was down has to be read now, and nobody knows any more where we are.
        if (was === 'lost') {
          read();
          tellPlace.current();
        }
        return 'live';
      });
    };
    source.onerror = () => setState('lost');
    const on = <T,>(name: string, heard: (detail: T) => void) =>
      source.addEventListener(name, (event) => heard(JSON.parse((event as MessageEvent<string>).data) as T));

    on<{ lineages: string[] }>('answers', ({ lineages }) => {
      const own = lineagesOf(known.current.map);
      if (lineages.some((lineage) => own.has(lineage))) readWithin(ANSWERS_THROTTLE_MS);
    });
    on<{ revision: number; by: string | null }>('map', ({ revision, by }) => {
      if (by !== me) {
        setEditors((before) => (before.includes(by) ? before : [...before, by]));
        readWithin(EDITS_THROTTLE_MS);
        return;
      }
      if (!known.current.justEdited()) {
        readWithin(EDITS_THROTTLE_MS);
        return;
      }
      // Most likely one's own edit, which brings the map along; but it may come from another window of the same person.
      const check = setTimeout(() => {
        echoes.delete(check);
        if (known.current.map.revision < revision) readWithin(0);
      }, ECHO_MS);
      echoes.add(check);
    });
    on('remarks', () => readWithin(EDITS_THROTTLE_MS));
    on<{ people: Companion[] }>('presence', (detail) =>
      startTransition(() => setPeople(detail.people.filter(({ userId }) => userId !== me))),
    );
    return () => {
      source.close();
      if (timer !== null) clearTimeout(timer);
      for (const check of echoes) clearTimeout(check);
    };
  }, [map.id, me, router]);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    const send = () => {
      timer = null;
      told.current = place.current;
      // Nobody misses it if it gets lost: the next place, or the next line, tells again.
      void fetch(`/api/journeys/${map.id}/presence`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ connection: connection.current, touchpointId: place.current }),
      }).catch(() => {});
    };
    tellPlace.current = send;
    const go = (touchpointId: string | null) => {
      place.current = touchpointId;
      if (timer !== null) clearTimeout(timer);
      timer = touchpointId === told.current ? null : setTimeout(send, PLACE_MS);
    };
    const at = () => {
      const here = selected ?? touchpointAt(document.activeElement);
      // What is still on its way to the server has no id yet.
      go(here === PENDING_ID ? null : here);
    };
    at();
    document.addEventListener('focusin', at);
    return () => {
      document.removeEventListener('focusin', at);
      if (timer !== null) clearTimeout(timer);
    };
  }, [map.id, selected]);

  const { members } = map;
  const value = useMemo<Live>(() => {
    const [only] = editors.length === 1 ? editors : [];
    const lastEditor = members.find(({ id }) => id === only)?.name ?? null;
    return { state, people, lastEditor, me };
  }, [state, people, editors, members, me]);

  return <LiveContext value={value}>{children}</LiveContext>;
}

/** The touchpoint in whose column the focus is. */
function touchpointAt(element: Element | null): string | null {
  const cell = cellOf(element);
  const marked = cell && document.querySelector(`[data-cell$="-${cell.column}"] [data-touchpoint]`);
  return marked?.getAttribute('data-touchpoint') ?? null;
}

function lineagesOf(map: ReturnType<typeof useEditor>['map']): Set<string> {
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints);
  return new Set([
    map.lineageId,
    ...touchpoints.flatMap(({ lineageId, absorbed }) => [lineageId, ...absorbed.map((one) => one.lineageId)]),
    ...map.handoffs.flatMap(({ lineageId }) => lineageId ?? []),
  ]);
}
