'use client';

import Link from 'next/link';
import { Dialog } from '@/components/ui/dialog';
import { useText } from '@/components/ui/text';
import { msg } from '@/lib/translate';

const LOOKING: [string, string][] = [
  ['← → ↑ ↓', msg('Go to the next cell')],
  [msg('Home, End'), msg('First or last cell of the row')],
  [msg('Ctrl+Home, Ctrl+End'), msg('First or last cell of the map')],
  [msg('Ctrl+↑ ↓'), msg('Top or bottom of the column')],
  [msg('Page Up, Page Down'), msg('A screen to the left or right')],
  [msg('Enter'), msg('Open the touchpoint')],
  ['O', msg('Open its details, with its owner')],
  [msg('Escape'), msg('Close the touchpoint')],
  ['/', msg('Find a touchpoint')],
  ['F', msg('Fold or unfold the stage')],
  [msg('< >  and  0'), msg('Smaller, larger, and the usual size')],
  ['P', msg('Present')],
  ['?', msg('This list')],
];

const EDITING: [string, string][] = [
  ['F2', msg('Rename')],
  [msg('[ ]  or  Alt+← →'), msg('Move left or right')],
  ['+ −', msg('Raise or lower the expected emotion by 0.5')],
  ['A', msg('How sure the first statement of the cell is, one further')],
  ['M', msg('Moment that matters, yes or no')],
  ['N', msg('Add a touchpoint after this one')],
  [msg('Delete'), msg('Retire')],
  [msg('Shift+F10'), msg('All actions')],
  [msg('Ctrl+Z, Ctrl+Shift+Z'), msg('Undo, redo')],
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
  const t = useText();
  return (
    <Dialog open={open} onClose={onClose} title={t('Keys on the map')}>
      <dl className="grid grid-cols-[auto_1fr] gap-x-5 gap-y-2 pb-2 text-sm">
        {[...LOOKING.filter(([key]) => presents || key !== 'P'), ...(editable ? EDITING : [])].map(
          ([keys, what]) => (
            <div key={keys} className="contents">
              <dt>
                <kbd className="rounded-md border border-line-strong bg-sunk px-1.5 py-0.5 font-sans text-xs">
                  {t(keys)}
                </kbd>
              </dt>
              <dd>{t(what)}</dd>
            </div>
          ),
        )}
      </dl>
      {presents ? (
        <p className="pb-1 text-sm">
          <Link href="/glossary" className="inline-flex min-h-6 items-center underline underline-offset-2">
            {t('What the words on the map mean')}
          </Link>
        </p>
      ) : null}
    </Dialog>
  );
}
