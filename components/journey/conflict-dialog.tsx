'use client';

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { Conflict } from './conflict';
import { fieldLabel, valueText } from './field-words';
import { useLive } from './live-map';
import { useEditor } from './map-editor';

/** Shows what two people wrote into the same fields, and asks whose stays. Until then neither is lost. */
export function ConflictDialog({
  conflict,
  open,
  onClose,
}: {
  conflict: Conflict;
  open: boolean;
  onClose: () => void;
}) {
  const { map, settle } = useEditor();
  const { lastEditor } = useLive();
  const who = lastEditor ?? 'Somebody else';
  const { edit, theirs, as } = conflict;
  const fields = Object.keys(theirs);
  const one = fields.length === 1;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={one ? 'Two of you changed the same field' : 'Two of you changed the same fields'}
      footer={
        <>
          <Button
            onClick={() => {
              onClose();
              settle('theirs');
            }}
          >
            Keep theirs
          </Button>
          <Button
            variant="primary"
            onClick={() => {
              onClose();
              settle('mine');
            }}
          >
            {as === 'new' ? 'Save mine' : as === 'undo' ? 'Undo anyway' : 'Redo anyway'}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-sm text-soft">
        {who} saved {one ? 'it' : 'them'} after you began. Nothing is lost yet: choose what stays on the map.
      </p>
      <dl className="flex flex-col gap-4">
        {fields.map((field) => (
          <div key={field}>
            <dt className="mb-1.5 text-sm font-semibold">{fieldLabel(edit.kind, field)}</dt>
            <dd className="grid gap-2 sm:grid-cols-2">
              <Side who={`${who} wrote`} text={valueText(map, field, theirs[field])} />
              <Side
                who={as === 'new' ? 'You wrote' : 'You would bring back'}
                text={valueText(map, field, (edit.patch as Record<string, unknown>)[field])}
              />
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}

function Side({ who, text }: { who: string; text: string }) {
  return (
    <div className="min-w-0 rounded-lg border border-line bg-head px-3 py-2">
      <p className="text-xs text-soft">{who}</p>
      <p className="max-h-40 overflow-y-auto text-sm break-words whitespace-pre-wrap">{text}</p>
    </div>
  );
}
