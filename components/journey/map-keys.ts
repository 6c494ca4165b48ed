import type { KeyboardEvent } from 'react';
import type { StageView, TouchpointView } from '@/lib/insights/model';
import type { StatementKind } from '@/lib/journey/model/statement';
import { STATES_IN_SENTENCE } from '@/lib/journey/model/statement';
import { nextClaim } from '@/lib/journey/rules/statement';
import type { Translate } from '@/lib/translate';
import type { Column } from './columns';
import { besideIt, nextEmotion, PENDING_ID } from './edits';
import { moveFocus, type Position, type Shape } from './focus';
import type { Editor } from './map-editor';
import { statementsIn } from './statement-cell';
import { toggled } from './touchpoint-menu';

type Keyed = {
  editor: Editor;
  columns: readonly Column[];
  shape: Shape;
  /** The cell in the tab order, for keys pressed where no cell is. */
  current: Position;
  focusCell: (to: Position) => void;
  /** Gives the focus to a touchpoint or stage wherever it lands; null stops that. */
  follow: (id: string | null) => void;
  rename: (id: string) => void;
  openMenu: (id: string) => void;
  addTouchpoint: (stage: StageView, index: number) => void;
  fold: (stageId: string) => void;
  /** The kind of statements that a row holds; null where it holds none. */
  kindIn: (row: number) => StatementKind | null;
  /** Says what cannot be seen on the map. */
  say: (text: string) => void;
  /** Says it in the member's language. */
  t: Translate;
  zoom: (direction: -1 | 1 | 0) => void;
  /** How many columns are in sight. */
  page: () => number;
  find: () => void;
  present: () => void;
  showKeys: () => void;
};

/** What the keyboard does on the map: moves the focus, and edits what has it. */
export function mapKeys({
  editor,
  columns,
  shape,
  current,
  focusCell,
  follow,
  rename,
  openMenu,
  addTouchpoint,
  fold,
  kindIn,
  say,
  t,
  zoom,
  page,
  find,
  present,
  showKeys,
}: Keyed): (event: KeyboardEvent) => void {
  const { map, editable, edit } = editor;
  return onKeyDown;

  function onKeyDown(event: KeyboardEvent) {
    const target = event.target as HTMLElement;
    if (target.matches('input, textarea, select') || target.closest('[role="menu"]')) return;
    const here = cellOf(target) ?? current;
    const moved = event.altKey
      ? null
      : moveFocus(shape, here, { key: event.key, ctrl: event.ctrlKey || event.metaKey }, page());
    if (moved) {
      event.preventDefault();
      follow(null);
      focusCell(moved);
      return;
    }
    if (target.closest('button, a') && (event.key === 'Enter' || event.key === ' ')) return;
    if (act(event, here)) event.preventDefault();
  }

  /** Does what a key says; true where it said something. */
  function act(event: KeyboardEvent, { row, column: index }: Position): boolean {
    if ((event.ctrlKey || event.metaKey) && !event.altKey) return false;
    if (actOnView(event.key)) return true;
    const column = columns[index];
    if (!column) return false;
    const touchpoint = row === 0 ? null : column.touchpoint;
    const folds = column.stage.touchpoints.length > 0 && column.stage.id !== PENDING_ID;
    if (folds && (event.key === 'f' || (column.folded && row > 0 && event.key === 'Enter'))) {
      fold(column.stage.id);
      return true;
    }
    if (event.key === 'Enter') return enter(column.stage, touchpoint, row === 0 ? null : column.index);
    if (event.key === 'o' && touchpoint) {
      editor.open(touchpoint.id, 'details');
      return true;
    }
    if (!editable || touchpoint?.id === PENDING_ID || column.stage.id === PENDING_ID) return false;
    if (event.key === 'n') {
      addTouchpoint(
        column.stage,
        row === 0 || !touchpoint ? column.stage.touchpoints.length : column.index + 1,
      );
      return true;
    }
    const kind = kindIn(row);
    if (event.key === 'a' && kind !== null) return claimNext(column, kind);
    const direction = directionOf(event);
    if (touchpoint) return actOnTouchpoint(event.key, direction, touchpoint);
    return row === 0 ? actOnStage(event.key, direction, column.stage, column.stageIndex) : false;
  }

  /** The first statement of a cell is claimed to be as sure as its evidence carries next, or it is said why not. */
  function claimNext(column: Column, kind: StatementKind): boolean {
    const [statement] = statementsIn(column, map, kind);
    if (!statement || statement.id.startsWith(PENDING_ID)) return false;
    const { state, refused } = nextClaim(statement, statement.evidence, map.today);
    if (state === null) {
      say(t(refused ?? ''));
      return true;
    }
    const now = t('Now {state}.', { state: t(STATES_IN_SENTENCE[state]) });
    void edit(
      { kind: 'editStatement', id: statement.id, patch: { state } },
      refused === null ? now : `${now} ${t(refused)}`,
    );
    return true;
  }

  function actOnView(key: string): boolean {
    if (key === '?') showKeys();
    else if (key === '/') find();
    else if (key === 'p') present();
    else if (key === '<') zoom(-1);
    else if (key === '>') zoom(1);
    else if (key === '0') zoom(0);
    else return false;
    return true;
  }

  function enter(stage: StageView, touchpoint: TouchpointView | null, index: number | null): boolean {
    if (touchpoint) editor.open(touchpoint.id);
    else if (!editable) return false;
    else if (index === null) rename(stage.id);
    else addTouchpoint(stage, index);
    return true;
  }

  function actOnTouchpoint(key: string, direction: -1 | 1 | null, touchpoint: TouchpointView): boolean {
    const { id, title } = touchpoint;
    if (direction) {
      const change = besideIt(map, id, direction);
      follow(id);
      if (change) void edit(change, t('Moved “{title}”', { title }));
      return true;
    }
    switch (key) {
      case 'F2':
        rename(id);
        return true;
      case 'ContextMenu':
      case 'F10':
        openMenu(id);
        return true;
      case 'm':
        void edit({ kind: 'editTouchpoint', id, patch: { moment: toggled(touchpoint) } });
        return true;
      case '+':
      case '=':
      case '-':
      case '−': {
        const expectedEmotion = nextEmotion(touchpoint.expectedEmotion, key === '+' || key === '=' ? 1 : -1);
        if (expectedEmotion !== touchpoint.expectedEmotion) {
          void edit({ kind: 'editTouchpoint', id, patch: { expectedEmotion } });
        }
        return true;
      }
      case 'Delete':
        void edit({ kind: 'retireTouchpoint', id }, t('Retired “{title}”', { title }));
        return true;
      default:
        return false;
    }
  }

  function actOnStage(key: string, direction: -1 | 1 | null, stage: StageView, index: number): boolean {
    if (direction) {
      const to = index + direction;
      follow(stage.id);
      if (to >= 0 && to < map.stages.length) {
        void edit(
          { kind: 'moveStage', id: stage.id, index: to },
          t('Moved “{title}”', { title: stage.title }),
        );
      }
      return true;
    }
    if (key === 'F2') rename(stage.id);
    else if (key === 'ContextMenu' || key === 'F10') openMenu(stage.id);
    else if (key === 'Delete')
      void edit({ kind: 'retireStage', id: stage.id }, t('Retired “{title}”', { title: stage.title }));
    else return false;
    return true;
  }
}

/** The cell that an element is or stands in; null outside the map. */
export function cellOf(element: Element | null): Position | null {
  const [row, column] = (element?.closest('[data-cell]')?.getAttribute('data-cell') ?? '')
    .split('-')
    .map(Number);
  return row === undefined || column === undefined ? null : { row, column };
}

function directionOf(event: KeyboardEvent): -1 | 1 | null {
  if (event.key === '[' || (event.altKey && event.key === 'ArrowLeft')) return -1;
  if (event.key === ']' || (event.altKey && event.key === 'ArrowRight')) return 1;
  return null;
}
