'use client';

import { useState, useTransition } from 'react';
import { useForm } from '@/app/use-form';
import { Button } from '@/components/ui/button';
import { SelectField, TextArea } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { CASE_OUTCOMES, type CaseOutcome, type CaseState } from '@/lib/cases/model';
import { OUTCOME_WORDS, STATE_WORDS } from '@/lib/cases/rules/words';
import { msg } from '@/lib/translate';
import { assignAction, closeAction, progressAction, reopenAction } from '../actions';

const UNREACHABLE = msg('The server could not be reached. Nothing was changed; try again.');
type Sent = { ok: boolean; problem?: { title: string } };

/** Who has a case, how far it is, and closing it. */
export function CaseDesk({
  id,
  state,
  assigneeUserId,
  members,
  canWork,
}: {
  id: string;
  state: CaseState;
  assigneeUserId: string | null;
  members: readonly { id: string; name: string }[];
  canWork: boolean;
}) {
  const t = useText();
  const toast = useToast();
  const [pending, startTransition] = useTransition();
  const send = (action: () => Promise<Sent>) =>
    startTransition(async () => {
      const result = await action().catch(() => ({ ok: false, problem: { title: t(UNREACHABLE) } }));
      if (!result.ok) toast(result.problem?.title ?? t(UNREACHABLE));
    });
  const closed = state === 'closed';
  return (
    <section aria-label={t('Work on this case')} className="flex flex-col gap-4">
      <SelectField
        label={t('Looked after by')}
        value={assigneeUserId ?? ''}
        disabled={!canWork || pending}
        onChange={(event) => {
          const chosen = event.currentTarget.value || null;
          send(() => assignAction(id, chosen));
        }}
      >
        <option value="">{t('Nobody')}</option>
        {members.map((member) => (
          <option key={member.id} value={member.id}>
            {member.name}
          </option>
        ))}
      </SelectField>
      {closed ? (
        canWork ? (
          <Button disabled={pending} onClick={() => send(() => reopenAction(id))}>
            {t('Open it again')}
          </Button>
        ) : null
      ) : (
        <>
          <SelectField
            label={t('State')}
            value={state}
            disabled={!canWork || pending}
            onChange={(event) => {
              const chosen = event.currentTarget.value as 'open';
              send(() => progressAction(id, chosen));
            }}
          >
            {(['open', 'in_progress', 'waiting'] as const).map((one) => (
              <option key={one} value={one}>
                {t(STATE_WORDS[one])}
              </option>
            ))}
          </SelectField>
          {canWork ? <CloseForm id={id} /> : null}
        </>
      )}
    </section>
  );
}

function CloseForm({ id }: { id: string }) {
  const t = useText();
  const { form, refusal, error, value } = useForm(closeAction);
  const [outcome, setOutcome] = useState<CaseOutcome>('solved');
  return (
    <form
      {...form}
      aria-label={t('Close this case')}
      className="flex flex-col gap-3 rounded-xl border border-line bg-panel p-4"
    >
      <input type="hidden" name="id" value={id} />
      <SelectField
        label={t('How it ended')}
        name="outcome"
        value={outcome}
        onChange={(event) => setOutcome(event.currentTarget.value as CaseOutcome)}
      >
        {CASE_OUTCOMES.map((one) => (
          <option key={one} value={one}>
            {t(OUTCOME_WORDS[one])}
          </option>
        ))}
      </SelectField>
      <TextArea
        label={outcome === 'understood' ? t('Why nothing has to be done') : t('Reason, optional')}
        name="reason"
        rows={2}
        maxLength={2000}
        defaultValue={value('reason')}
        error={error('reason')}
      />
      <Refusal>{refusal}</Refusal>
      <SubmitButton>{t('Close the case')}</SubmitButton>
    </form>
  );
}
