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
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import type { FieldError } from '@/lib/errors';
import type { JourneyMapView } from '@/lib/insights/model';
import { writeLook } from '@/lib/insights/rules/look';
import { msg } from '@/lib/translate';
import { type Conflict, settled } from './conflict';
import { applyEdit, type MapEdit, type SavedEdit } from './edits';
import { did, emptyHistory, type History, redid, type StepKind, stepDropped, undid } from './history';
import { seenOf } from './seen';
import { useKeptLook, useLook } from './use-look';

export type SaveReply =
  | { ok: true; value: SavedEdit }
  | {
      ok: false;
      problem: {
        title: string;
        code?: string;
        errors?: FieldError[];
        theirs?: Readonly<Record<string, unknown>>;
      };
    };

export type SaveState =
  | { kind: 'idle' }
  | { kind: 'saving' }
  | { kind: 'saved' }
  | { kind: 'failed'; edit: MapEdit; as: StepKind; why: string; errors: readonly FieldError[] };

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
  /** Edits that wait for a decision, the oldest first. */
  conflicts: readonly Conflict[];
  /** Saves the first of them over what others wrote, or leaves theirs and saves the rest of it. */
  settle: (keep: 'mine' | 'theirs') => void;
  /** The map as it was when the field or form that has the focus was entered, with what was saved from here since. */
  began: () => JourneyMapView;
  /** The path of the page that shows the map. */
  path: string;
  /** The touchpoint whose drawer is open or opening. */
  selected: string | null;
  /** Whether the drawer's content is still on its way. */
  opening: boolean;
  /** Opens the drawer of a touchpoint, at a tab of it if one is named; null closes it. */
  open: (touchpointId: string | null, tab?: string) => void;
  /** The address with that drawer open and the map looked at as it is now. */
  hrefOf: (touchpointId: string | null, tab?: string) => string;
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

/** Fields on their own that always show what is stored: a choice made there is made in sight of it. */
const SHOWS_WHAT_ARRIVES = 'select, [type="checkbox"], [type="radio"], [type="range"]';

const UNREACHABLE = msg('The server could not be reached.');

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
  path = `/journeys/${served.id}`,
  children,
}: {
  map: JourneyMapView;
  editable: boolean;
  save: (edit: MapEdit) => Promise<SaveReply>;
  selected: string | null;
  /** The filter as the address bar has it, '' or '?…', without the touchpoint. */
  search: string;
  /** The page's own path; left out, the map's. */
  path?: string;
  children: ReactNode;
}) {
  const router = useRouter();
  const t = useText();
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
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([]);
  const shown = useRef(map);
  const writing = useRef<{ field: Element; map: JourneyMapView } | null>(null);

  const refused = useRef(false);

  useEffect(() => {
    shown.current = map;
    // Who went on writing before a refused edit was taken back has seen it, but nobody saved it.
    if (refused.current && writing.current) writing.current.map = map;
    refused.current = false;
  }, [map]);

  // What somebody saw is what stood there when they began to write, not what arrived while they did.
  useEffect(() => {
    const enter = ({ target }: FocusEvent) => {
      const field = target instanceof Element && target.matches('input, textarea, select') ? target : null;
      const whole = field?.closest('form, dialog') ?? field;
      if (whole === null || writing.current?.field === whole) return;
      writing.current = { field: whole, map: shown.current };
    };
    const leave = () => {
      // Afterwards: leaving a field is what saves it.
      setTimeout(() => {
        if (!writing.current?.field.contains(document.activeElement)) writing.current = null;
      });
    };
    document.addEventListener('focusin', enter);
    document.addEventListener('focusout', leave);
    return () => {
      document.removeEventListener('focusin', enter);
      document.removeEventListener('focusout', leave);
    };
  }, []);

  const began = useCallback(() => {
    const { current } = writing;
    return current === null || current.field.matches(SHOWS_WHAT_ARRIVES) ? shown.current : current.map;
  }, []);

  const remember = useCallback((next: History<MapEdit>) => {
    historyRef.current = next;
    setHistory(next);
  }, []);

  const run = useCallback(
    (wanted: MapEdit, kind: StepKind): Promise<string | null> => {
      const seen = kind === 'new' && !('seen' in wanted) ? seenOf(began(), wanted) : undefined;
      const edit = seen ? ({ ...wanted, seen } as MapEdit) : wanted;
      // One's own edits are no news to oneself, even before they are saved.
      shown.current = applyEdit(shown.current, edit);
      if (writing.current) writing.current.map = applyEdit(writing.current.map, edit);
      waiting.current += 1;
      setSaveState({ kind: 'saving' });
      return new Promise((resolve) => {
        startTransition(async () => {
          showAtOnce(edit);
          // One at a time and in order: each edit means a place on the map that the one before has left.
          const saving = queue.current.then(async () => {
            const reply = await save(edit).catch(
              (): SaveReply => ({ ok: false, problem: { title: t(UNREACHABLE) } }),
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
            const { title: why, errors = [], code, theirs } = reply.problem;
            writing.current = null;
            refused.current = true;
            if (code === 'conflict' && theirs && 'patch' in edit) {
              setConflicts((before) => [...before, { edit, as: kind, theirs }]);
              setSaveState({ kind: 'idle' });
              router.refresh();
              resolve(null);
              return;
            }
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
    [began, remember, router, save, showAtOnce, t],
  );

  const settle = useCallback(
    (keep: 'mine' | 'theirs') => {
      const [conflict] = conflicts;
      if (!conflict) return;
      setConflicts(conflicts.slice(1));
      const next = settled(conflict, keep);
      if (next) void run(next, conflict.as);
      else if (conflict.as !== 'new') remember(stepDropped(historyRef.current, conflict.as));
    },
    [conflicts, remember, run],
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
      if (id !== null && done) say(done, { label: t('Undo'), run: undo });
      return id;
    },
    [run, say, t, undo],
  );

  const { look } = useLook();
  useKeptLook(opening);
  const hrefOf = useCallback(
    (touchpointId: string | null, tab?: string) => {
      const params = writeLook(new URLSearchParams(search), look);
      params.delete('tab');
      if (touchpointId && tab) params.set('tab', tab);
      if (touchpointId) params.set('touchpoint', touchpointId);
      const query = params.toString();
      return `${path}${query ? `?${query}` : ''}`;
    },
    [search, look, path],
  );

  const open = useCallback(
    (touchpointId: string | null, tab?: string) => {
      startOpening(() => {
        select(touchpointId);
        router.push(hrefOf(touchpointId, tab), { scroll: false });
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
      conflicts,
      settle,
      began,
      selected,
      opening,
      open,
      hrefOf,
      path,
      justEdited: () => waiting.current > 0 || Date.now() - editedAt.current < ECHO_MS,
    }),
    [
      map,
      editable,
      edit,
      undo,
      redo,
      history,
      saveState,
      run,
      conflicts,
      settle,
      began,
      selected,
      opening,
      open,
      hrefOf,
      path,
    ],
  );

  return <EditorContext value={value}>{children}</EditorContext>;
}
