'use client';

import { useLayoutEffect, useRef } from 'react';
import type { Column } from './columns';
import type { Position } from './focus';
import { columnKey } from './touchpoint-cell';

/**
 * Keeps the place in the tab order with what it stands on: where others put a column before it, it moves along. What
 * is gone leaves the place to its neighbour.
 */
export function useAnchor(
  columns: readonly Column[],
  { row, column }: Position,
  move: (to: Position) => void,
): void {
  const anchor = useRef<string | null>(null);
  const here = columns[column];
  const name = here ? nameIn(row, here) : null;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only other columns move what stands on them
  useLayoutEffect(() => {
    if (anchor.current === null || anchor.current === name) return;
    const now = columns.findIndex((one) => nameIn(row, one) === anchor.current);
    if (now >= 0) move({ row, column: now });
  }, [columns]);

  useLayoutEffect(() => {
    anchor.current = name;
  }, [name]);
}

const nameIn = (row: number, column: Column) => (row === 0 ? column.stage.id : columnKey(column));
