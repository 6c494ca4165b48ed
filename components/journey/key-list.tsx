'use client';

import Link from 'next/link';
import { Dialog } from '@/components/ui/dialog';

const LOOKING: [string, string][] = [
  ['← → ↑ ↓', 'Go to the next cell'],
  ['Home, End', 'First or last cell of the row'],
  ['Ctrl+Home, Ctrl+End', 'First or last cell of the map'],
  ['Ctrl+↑ ↓', 'Top or bottom of the column'],
  ['Page Up, Page Down', 'A screen to the left or right'],
  ['Enter', 'Open the touchpoint'],
  ['O', 'Open its details, with its owner'],
  ['Escape', 'Close the touchpoint'],
  ['/', 'Find a touchpoint'],
  ['F', 'Fold or unfold the stage'],
  ['< >  and  0', 'Smaller, larger, and the usual size'],
  ['P', 'Present'],
  ['?', 'This list'],
];

const EDITING: [string, string][] = [
  ['F2', 'Rename'],
  ['[ ]  or  Alt+← →', 'Move left or right'],
  ['+ −', 'Raise or lower the expected emotion by 0.5'],
  ['A', 'How sure the first statement of the cell is, one further'],
  ['M', 'Moment that matters, yes or no'],
  ['N', 'Add a touchpoint after this one'],
  ['Delete', 'Retire'],
  ['Shift+F10', 'All actions'],
  ['Ctrl+Z, Ctrl+Shift+Z', 'Undo, redo'],
];

/** What the keyboard does on the map. */
export function KeyList({
  open,
  onClose,
  editable,
  presents,
}: {
  open: boolean;
  onClose: () => void;
  editable: boolean;
  /** Whether this page leads to a presentation. */
  presents: boolean;
}) {
  return (
    <Dialog open={open} onClose={onClose} title="Keys on the map">
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 pb-2 text-sm">
        {[...LOOKING.filter(([key]) => presents || key !== 'P'), ...(editable ? EDITING : [])].map(
          ([keys, what]) => (
            <div key={keys} className="contents">
              <dt>
                <kbd className="rounded-md border border-line-strong bg-sunk px-1.5 py-0.5 font-sans text-xs">
                  {keys}
                </kbd>
              </dt>
              <dd>{what}</dd>
            </div>
          ),
        )}
      </dl>
      {presents ? (
        <p className="pb-1 text-sm">
          <Link href="/glossary" className="inline-flex min-h-6 items-center underline underline-offset-2">
            What the words on the map mean
          </Link>
        </p>
      ) : null}
    </Dialog>
  );
}
