'use client';

import { useRouter } from 'next/navigation';
import { useState, useTransition } from 'react';
import { FormDialog, type FormField, type Reply } from '@/components/journey/form-dialog';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { formatDay } from '@/lib/format';
import type { ImprovementState } from '@/lib/improvements/model';
import { drop, finish, plan, setDeleted, start, stepBack } from '../actions';

type Asking = 'plan' | 'start' | 'finish' | 'drop';

/** The next steps of an improvement; each can be taken back. */
export function MoveBar({
  improvement,
  evidence,
  markers,
  today,
}: {
  improvement: { id: string; title: string; state: ImprovementState; effectiveOn: string | null };
  /** How many things it rests on. */
  evidence: number;
  /** Changes marked on the map already, which a start may take. */
  markers: readonly { id: string; text: string; changedOn: string }[];
  today: string;
}) {
  const t = useText();
  const toast = useToast();
  const router = useRouter();
  const [asking, setAsking] = useState<Asking | null>(null);
  const [markerId, setMarkerId] = useState('');
  const [pending, startTransition] = useTransition();
  const { id, title, state, effectiveOn } = improvement;

  async function back() {
    const reply = await stepBack(id);
    toast(reply.ok ? t('Taken back.') : reply.problem.title);
  }

  async function told(text: string, run: () => Promise<Reply>): Promise<Reply> {
    const reply = await run();
    if (reply.ok) toast(text, { label: t('Undo'), run: () => void back() });
    return reply;
  }

  async function remove() {
    const reply = await setDeleted(id, true);
    if (!reply.ok) return toast(reply.problem.title);
    toast(t('Deleted “{title}”', { title }), {
      label: t('Undo'),
      run: () =>
        void setDeleted(id, false).then((again) =>
          again.ok ? router.push(`/improvements/${id}`) : toast(again.problem.title),
        ),
    });
    router.push('/improvements');
  }

  const day = (name: string, label: string, hint: string): FormField => ({ name, label, kind: 'day', hint });
  const reason = (label: string, hint: string): FormField => ({
    ...{ name: 'reason', label, hint, kind: 'lines' as const },
    maxLength: 500,
  });
  const marker = markers.find((one) => one.id === markerId);
  const dialogs: Record<
    Asking,
    {
      title: string;
      fields: FormField[];
      values: Record<string, string>;
      save: string;
      onSave: (values: Record<string, string>) => Promise<Reply>;
    }
  > = {
    plan: {
      title: t('Plan it without evidence'),
      fields: [
        reason(
          t('Why is it planned without evidence?'),
          t(
            'Better: link a statement that has evidence, or a customer’s answer. The reason is kept and shown.',
          ),
        ),
      ],
      values: {},
      save: t('Plan it'),
      onSave: (values) => told(t('Planned.'), () => plan({ id, reason: values.reason ?? '' })),
    },
    start: {
      title: t('Start it'),
      fields: [
        day(
          'startedOn',
          t('Started on'),
          t(
            'What customers answered in the 90 days before is frozen as the baseline, and the change is marked on the time axis.',
          ),
        ),
      ],
      values: { startedOn: marker?.changedOn ?? today },
      save: t('Start it'),
      onSave: (values) =>
        told(t('Started. The baseline is kept.'), () =>
          start({ id, startedOn: values.startedOn ?? today, ...(marker ? { markerId: marker.id } : {}) }),
        ),
    },
    finish: {
      title: t('It is done'),
      fields: [
        day(
          'effectiveOn',
          t('Customers feel it since'),
          t('What they answer from this day on is compared with the baseline.'),
        ),
      ],
      values: { effectiveOn: effectiveOn ?? today },
      save: t('It is done'),
      onSave: (values) =>
        told(t('Done. Answers from then on are compared with the baseline.'), () =>
          finish({ id, effectiveOn: values.effectiveOn ?? today }),
        ),
    },
    drop: {
      title: t('Drop it'),
      fields: [reason(t('Why'), t('So that nobody has to find out again.'))],
      values: {},
      save: t('Drop it'),
      onSave: (values) => told(t('Dropped.'), () => drop({ id, reason: values.reason ?? '' })),
    },
  };
  const open = asking ? dialogs[asking] : null;

  return (
    <div className="no-print flex flex-wrap items-end gap-2">
      {state === 'idea' ? (
        <Button
          variant="primary"
          disabled={pending}
          onClick={() => {
            if (evidence === 0) return setAsking('plan');
            startTransition(async () => {
              const reply = await told(t('Planned.'), () => plan({ id }));
              if (!reply.ok) toast(reply.problem.title);
            });
          }}
        >
          {t('Plan it')}
        </Button>
      ) : null}
      {state === 'planned' ? (
        <>
          {markers.length > 0 ? (
            <div className="w-60 max-w-full">
              <SelectField
                label={t('Change marker')}
                value={markerId}
                onChange={(event) => setMarkerId(event.target.value)}
              >
                <option value="">{t('Mark a new change')}</option>
                {markers.map((one) => (
                  <option key={one.id} value={one.id}>
                    {`${one.text} (${formatDay(one.changedOn, t.tongue)})`}
                  </option>
                ))}
              </SelectField>
            </div>
          ) : null}
          <Button variant="primary" size="large" onClick={() => setAsking('start')}>
            {t('Start it')}
          </Button>
        </>
      ) : null}
      {state === 'doing' ? (
        <Button variant="primary" onClick={() => setAsking('finish')}>
          {t('It is done')}
        </Button>
      ) : null}
      {state === 'idea' ? null : (
        <Button disabled={pending} onClick={() => startTransition(back)}>
          {t('Take the last step back')}
        </Button>
      )}
      {state === 'done' || state === 'dropped' ? null : (
        <Button onClick={() => setAsking('drop')}>{t('Drop it')}</Button>
      )}
      <Button variant="quiet" disabled={pending} onClick={() => startTransition(remove)}>
        {t('Delete##an action')}
      </Button>
      {open ? (
        <FormDialog
          key={asking}
          open
          onClose={() => setAsking(null)}
          title={open.title}
          fields={open.fields}
          values={open.values}
          saveText={open.save}
          onSave={open.onSave}
        />
      ) : null}
    </div>
  );
}
