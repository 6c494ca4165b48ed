'use client';

import Link from 'next/link';
import { useActionState } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { Refusal } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import type { HandoffFields as Fields } from '@/lib/journey/model/handoff';
import { durationText } from '@/lib/journey/rules/duration';
import { type Handoff, handoffTitle } from '@/lib/journey/rules/handoff';
import { DurationField } from './duration-field';
import { HandoffChip } from './handoff-cell';
import { useEditor } from './map-editor';
import { MeasureChip } from './measure-chip';
import { SavedText } from './saved-text';

export type AskAtHandoff = (fromId: string, toId: string) => Promise<string | null>;

/** What two teams agree about a handoff, and what customers say about it; each field saves itself. */
export function HandoffFields({ handoff, ask }: { handoff: Handoff; ask: AskAtHandoff | null }) {
  const t = useText();
  const { map, editable, edit } = useEditor();
  const { recorded, from, to, current } = handoff;
  return (
    <div className="flex flex-col gap-3 rounded-xl border border-line p-3">
      <div className="flex flex-col gap-1">
        <HandoffChip handoff={handoff} />
        <p className="text-xs text-soft">
          {current
            ? t('After “{title}”', { title: from.title })
            : t('No longer a handoff: nobody else takes over after “{title}”.', { title: from.title })}
        </p>
      </div>
      {(recorded?.measures ?? []).map((measure) => (
        <MeasureChip
          key={`${measure.metric} ${measure.wording}`}
          measure={measure}
          minimumN={map.minimumN}
          lead
          t={t}
        />
      ))}
      {editable ? <Agreement handoff={handoff} /> : <Agreed handoff={handoff} />}
      {recorded?.lineageId ? (
        <Link href={`/surveys/new?lineage=${recorded.lineageId}`} className={buttonClass({ size: 'small' })}>
          {t('Survey of the handoff')}
        </Link>
      ) : null}
      {ask && current && !recorded?.lineageId ? <Ask fromId={from.id} toId={to.id} ask={ask} /> : null}
      {editable && recorded && !recorded.id.startsWith('pending') ? (
        <Button
          variant="quiet"
          className="self-start"
          onClick={() => {
            void edit(
              { kind: 'removeHandoff', id: recorded.id },
              t('Forgot “{title}”', { title: handoffTitle(handoff) }),
            );
          }}
        >
          {t('Forget what is recorded')}
        </Button>
      ) : null}
    </div>
  );
}

function Agreement({ handoff: { recorded, from, to } }: { handoff: Handoff }) {
  const t = useText();
  const { edit, saveState } = useEditor();
  const refused =
    saveState.kind === 'failed' && saveState.edit.kind === 'recordHandoff' && saveState.edit.id === to.id
      ? saveState
      : null;
  const save = async (patch: Partial<Fields>) =>
    (await edit({ kind: 'recordHandoff', id: to.id, fromId: from.id, patch })) !== null;
  const errorOf = (field: keyof Fields) =>
    refused?.errors.find(({ path }) => path === field)?.message ?? null;
  return (
    <>
      <SavedText
        label={t('What passes')}
        rows={2}
        maxLength={500}
        value={recorded?.passes ?? ''}
        error={errorOf('passes')}
        placeholder={t('Such as: the order, the wishes, the best time to call')}
        onSave={(passes) => save({ passes })}
      />
      <DurationField
        label={t('Promised time')}
        unit="hours"
        value={recorded?.promisedMinutes ?? null}
        error={errorOf('promisedMinutes')}
        onSave={(promisedMinutes) => save({ promisedMinutes })}
      />
      <SavedText
        label={t('If it goes wrong')}
        rows={2}
        maxLength={500}
        value={recorded?.recovery ?? ''}
        error={errorOf('recovery')}
        placeholder={t('Who steps in, and what the customer is told')}
        onSave={(recovery) => save({ recovery })}
      />
    </>
  );
}

function Agreed({ handoff: { recorded } }: { handoff: Handoff }) {
  const t = useText();
  const facts: [string, string][] = [
    [t('What passes'), recorded?.passes || t('Nobody has said')],
    [t('Promised time'), durationText(recorded?.promisedMinutes ?? null, t) || t('Not said')],
    [t('If it goes wrong'), recorded?.recovery || t('Nobody has said')],
  ];
  return (
    <dl className="flex flex-col gap-2 text-sm">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="text-xs text-soft">{name}</dt>
          <dd className="break-words">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Ask({ fromId, toId, ask }: { fromId: string; toId: string; ask: AskAtHandoff }) {
  const t = useText();
  const [refusal, submit] = useActionState<string | null>(() => ask(fromId, toId), null);
  return (
    <form action={submit} className="flex flex-col items-start gap-2">
      <p className="text-xs text-soft">
        {t(
          'Did customers have to repeat themselves? One question tells; you word and publish it on the next page.',
        )}
      </p>
      <Refusal>{refusal}</Refusal>
      <SubmitButton pendingText={t('Drafting…')}>{t('Ask customers about it')}</SubmitButton>
    </form>
  );
}
