'use client';

import { useRouter } from 'next/navigation';
import {
  createContext,
  type ReactNode,
  startTransition,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useOptimistic,
  useRef,
  useState,
  useTransition,
} from 'react';
import { useToast } from '@/components/ui/toast';
import type { FieldError } from '@/lib/errors';
import type { JourneyMapView } from '@/lib/insights/model';
import { applyEdit, type MapEdit, type SavedEdit } from './edits';
import { did, emptyHistory, type History, redid, undid } from './history';

export type SaveReply =
  | { ok: true; value: SavedEdit }
  | { ok: false; problem: { title: string; errors?: FieldError[] } };

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved' }
  | { kind: 'failed'; edit: MapEdit; as: Kind; why: string; errors: readonly FieldError[] };

/** Whether an edit is new, takes the newest one back, or does one again. */
type Kind = 'new' | 'undo' | 'redo';

export type Editor = {
  /** The map with every edit that is on its way already applied. */
  map: JourneyMapView;
  /** Whether the map itself can be changed now; a retired journey has to be restored first. */
  editable: boolean;
  /** Saves an edit; with `done` a message with Undo follows. Resolves to the id it touched, null if it failed. */
  edit: (edit: MapEdit, done?: string) => Promise<string | null>;
  undo: () => void;
  redo: () => void;
  canUndo: boolean;
  canRedo: boolean;
  saveState: SaveState;
  retry: () => void;
  giveUp: () => void;
  /** The touchpoint whose drawer is open or opening. */
  selected: string | null;
  /** Whether the drawer's content is still on its way. */
  opening: boolean;
  open: (touchpointId: string | null) => void;
  hrefOf: (touchpointId: string | null) => string;
  /** Whether an edit made here was on its way just now: its own echo needs no second reading of the map. */
  justEdited: () => boolean;
};

const EditorContext = createContext<Editor | null>(null);

/** The map being edited. Only below {@link MapEditor}. */
export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('useEditor belongs below MapEditor');
  return editor;
}

/** Within this time the change that the server announces is the one just made here. */
const ECHO_MS = 2_000;

const UNREACHABLE = 'The server could not be reached.';

/**
 * Holds one map while it is looked at and edited: shows each edit at once, saves it, takes it back when the server
 * refuses, and remembers how to undo it.
 */
export function MapEditor({
  map: served,
  editable: mayEdit,
  save,
  selected: servedSelection,
  search,
  children,
}: {
  map: JourneyMapView;
  editable: boolean;
  save: (edit: MapEdit) => Promise<SaveReply>;
  selected: string | null;
  /** The filter as the address bar has it, '' or '?…', without the touchpoint. */
  search: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const say = useToast();
  const [map, showAtOnce] = useOptimistic(served, applyEdit);
  const editable = mayEdit && !map.retired;
  const [selected, select] = useOptimistic(servedSelection);
  const [opening, startOpening] = useTransition();
  const [history, setHistory] = useState<History<MapEdit>>(emptyHistory);
  const [saveState, setSaveState] = useState<SaveState>({ kind: 'idle' });
  const historyRef = useRef(history);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(0);
  const editedAt = useRef(0);

  const remember = useCallback((next: History<MapEdit>) => {
    historyRef.current = next;
    setHistory(next);
  }, []);

  const run = useCallback(
    (edit: MapEdit, kind: Kind): Promise<string | null> => {
      waiting.current += 1;
      setSaveState({ kind: 'saving' });
      return new Promise((resolve) => {
        startTransition(async () => {
          showAtOnce(edit);
          // One at a time and in order: each edit means a place on the map that the one before has left.
          const saving = queue.current.then(async () => {
            const reply = await save(edit).catch(
              (): SaveReply => ({ ok: false, problem: { title: UNREACHABLE } }),
            );
            if (reply.ok)
              remember({ new: did, undo: undid, redo: redid }[kind](historyRef.current, reply.value.undo));
            return reply;
          });
          queue.current = saving;
          const reply = await saving;
          waiting.current -= 1;
          editedAt.current = Date.now();
          if (!reply.ok) {
            const { title: why, errors = [] } = reply.problem;
            setSaveState({ kind: 'failed', edit, as: kind, why, errors });
            resolve(null);
            return;
          }
          if (waiting.current === 0)
            setSaveState((state) => (state.kind === 'failed' ? state : { kind: 'saved' }));
          resolve(reply.value.id);
        });
      });
    },
    [remember, save, showAtOnce],
  );

  // What is done last may still be on its way: the step to take is looked up once that is known.
  const undo = useCallback(() => {
    void queue.current.then(() => {
      const step = historyRef.current.past.at(-1);
      return step ? run(step, 'undo') : null;
    });
  }, [run]);

  const redo = useCallback(() => {
    void queue.current.then(() => {
      const step = historyRef.current.future.at(-1);
      return step ? run(step, 'redo') : null;
    });
  }, [run]);

  const edit = useCallback(
    async (change: MapEdit, done?: string) => {
      const id = await run(change, 'new');
      if (id !== null && done) say(done, { label: 'Undo', run: undo });
      return id;
    },
    [run, say, undo],
  );

  const hrefOf = useCallback(
    (touchpointId: string | null) => {
      const params = new URLSearchParams(search);
      if (touchpointId) params.set('touchpoint', touchpointId);
      const query = params.toString();
      return `/journeys/${served.id}${query ? `?${query}` : ''}`;
    },
    [search, served.id],
  );

  const open = useCallback(
    (touchpointId: string | null) => {
      startOpening(() => {
        select(touchpointId);
        router.push(hrefOf(touchpointId), { scroll: false });
      });
    },
    [hrefOf, router, select],
  );

  useEffect(() => {
    if (!editable) return;
    const onKey = (event: KeyboardEvent) => {
      const typing = event.target instanceof HTMLElement && event.target.matches('input, textarea, select');
      if (typing || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key === 'z' || key === 'y') {
        event.preventDefault();
        if (key === 'y' || event.shiftKey) redo();
        else undo();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [editable, redo, undo]);

  const value = useMemo<Editor>(
    () => ({
      map,
      editable,
      edit,
      undo,
      redo,
      canUndo: history.past.length > 0,
      canRedo: history.future.length > 0,
      saveState,
      retry: () => {
        if (saveState.kind === 'failed') void run(saveState.edit, saveState.as);
      },
      giveUp: () => setSaveState({ kind: 'idle' }),
      selected,
      opening,
      open,
      hrefOf,
      justEdited: () => waiting.current > 0 || Date.now() - editedAt.current < ECHO_MS,
    }),
    [map, editable, edit, undo, redo, history, saveState, run, selected, opening, open, hrefOf],
  );

  return <EditorContext value={value}>{children}</EditorContext>;
}
