'use client';

import { Check, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogEnd } from '@/components/ui/dialog';
import { TextArea } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { saveSignOff, takeBack } from './actions';

/** Asks what there is to say and signs a journey or touchpoint off as still true. */
export function SignOff({
  journeyId,
  touchpointId,
  subject,
}: {
  journeyId: string;
  touchpointId: string | null;
  subject: string;
}) {
  const t = useText();
  const say = useToast();
  const [open, setOpen] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const [saving, setSaving] = useState(false);
  const form = `sign-off-${touchpointId ?? journeyId}`;

  async function save(note: string) {
    setSaving(true);
    const reply = await saveSignOff({ journeyId, touchpointId, note }).catch(() => null);
    setSaving(false);
    if (!reply?.ok) {
      setWhy(reply?.problem.title ?? t('The server could not be reached. Try again.'));
      return;
    }
    setWhy(null);
    setOpen(false);
    say(t('Signed off “{title}”', { title: subject }), {
      label: t('Undo'),
      run: () => void takeBack(reply.value.id),
    });
  }

  return (
    <>
      <Button
        size="small"
        onClick={() => setOpen(true)}
        aria-label={t('Sign off {title}', { title: subject })}
      >
        <Check aria-hidden="true" className="size-3.5" /> {t('Sign off##action')}
      </Button>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t('Sign off “{title}”', { title: subject })}
        footer={
          <DialogEnd close={() => setOpen(false)}>
            <Button type="submit" form={form} variant="primary" disabled={saving} aria-busy={saving}>
              {saving ? t('Signing off…') : t('Sign off##action')}
            </Button>
          </DialogEnd>
        }
      >
        <form
          id={form}
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            void save(String(new FormData(event.currentTarget).get('note') ?? ''));
          }}
        >
          <p className="text-sm text-soft">
            {t('You say that you have looked at it today and that what the map shows is still true.')}
          </p>
          <TextArea
            label={t('Note')}
            name="note"
            rows={3}
            maxLength={500}
            hint={t('What you checked; may stay empty.')}
          />
          {why ? (
            <Notice tone="bad" live>
              {why}
            </Notice>
          ) : null}
        </form>
      </Dialog>
    </>
  );
}

/** Takes one's own sign-off back. */
export function TakeBack({ id }: { id: string }) {
  const t = useText();
  const say = useToast();
  return (
    <Button
      size="small"
      variant="quiet"
      onClick={() =>
        void takeBack(id)
          .then((reply) => (reply.ok ? t('The sign-off is taken back') : reply.problem.title))
          .catch(() => t('The server could not be reached. Try again.'))
          .then((text) => say(text))
      }
    >
      <Undo2 aria-hidden="true" className="size-3.5" /> {t('Take back')}
    </Button>
  );
}
