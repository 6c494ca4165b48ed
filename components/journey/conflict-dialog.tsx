'use client';

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useText } from '@/components/ui/text';
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
  const t = useText();
  const { map, settle } = useEditor();
  const { lastEditor } = useLive();
  const who = lastEditor ?? t('Somebody else');
  const { edit, theirs, as } = conflict;
  const fields = Object.keys(theirs);
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t(
        '{n, plural, one {Two of you changed the same field} other {Two of you changed the same fields}}',
        {
          n: fields.length,
        },
      )}
      footer={
        <>
          <Button
            onClick={() => {
              onClose();
              settle('theirs');
            }}
          >
            {t('Keep theirs')}
          </Button>
          <Button
            variant="primary"
            onClick={() => {
              onClose();
              settle('mine');
            }}
          >
            {as === 'new' ? t('Save mine') : as === 'undo' ? t('Undo anyway') : t('Redo anyway')}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-sm text-soft">
        {t(
          '{n, plural, one {{who} saved it after you began. Nothing is lost yet: choose what stays on the map.} other {{who} saved them after you began. Nothing is lost yet: choose what stays on the map.}}',
          { n: fields.length, who },
        )}
      </p>
      <dl className="flex flex-col gap-4">
        {fields.map((field) => (
          <div key={field}>
            <dt className="mb-1.5 text-sm font-semibold">{fieldLabel(edit.kind, field, t)}</dt>
            <dd className="grid gap-2 sm:grid-cols-2">
              <Side who={t('{who} wrote', { who })} text={valueText(map, field, theirs[field], t)} />
              <Side
                who={as === 'new' ? t('You wrote') : t('You would bring back')}
                text={valueText(map, field, (edit.patch as Record<string, unknown>)[field], t)}
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
