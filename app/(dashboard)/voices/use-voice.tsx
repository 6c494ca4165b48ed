'use client';

import { useState } from 'react';
import { useForm } from '@/app/use-form';
import { DialogButton, DialogForm } from '@/components/ui/dialog-form';
import { SelectField, TextArea, TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import {
  isBackstage,
  STATEMENT_KIND_LABELS,
  STATEMENT_KINDS,
  type StatementKind,
} from '@/lib/journey/model/statement';
import type { VoiceView } from '@/lib/voices/model';
import { useAction as send } from './actions';

/** A statement that a voice can be made evidence of. */
export type Claim = { id: string; touchpointId: string | null; text: string; kind: StatementKind };

const OFFERED = STATEMENT_KINDS.filter((kind) => !isBackstage(kind));

/** Makes a voice evidence of what the team says on the map, or a new statement there. */
export function UseVoice({ voice, claims }: { voice: VoiceView; claims: readonly Claim[] }) {
  const t = useText();
  return (
    <DialogButton label={t('Use as evidence')}>
      {(close) => <UseForm voice={voice} claims={claims} close={close} />}
    </DialogButton>
  );
}

function UseForm({
  voice,
  claims,
  close,
}: {
  voice: VoiceView;
  claims: readonly Claim[];
  close: () => void;
}) {
  const t = useText();
  const { error, ...sent } = useForm(send);
  const { answer, touchpoint, journey } = voice;
  // A comment about the whole journey has no touchpoint to make a statement of; it can support one that is there.
  const mayMake = answer === null || touchpoint !== null;
  const near = claims.filter((one) => one.touchpointId === (touchpoint?.id ?? null));
  const others = claims.filter((one) => one.touchpointId !== (touchpoint?.id ?? null));
  const [statementId, setStatementId] = useState(mayMake ? '' : (claims[0]?.id ?? ''));

  if (!mayMake && claims.length === 0) {
    return <p className="pb-2 text-sm">{t('The journey has no statement yet. Add one on its map first.')}</p>;
  }
  return (
    <DialogForm
      form={sent.form}
      done={sent.done}
      refusal={sent.refusal}
      said={t('It is evidence on the map now')}
      close={close}
      button={t('Use it')}
    >
      <input type="hidden" name="id" value={voice.id} />
      <input type="hidden" name="journeyId" value={journey?.id ?? ''} />
      <input type="hidden" name="touchpointId" value={touchpoint?.id ?? ''} />
      <input type="hidden" name="placementId" value={answer?.placementId ?? ''} />
      <input type="hidden" name="responseId" value={answer?.responseId ?? ''} />
      <input type="hidden" name="voiceKind" value={voice.kind} />
      <input type="hidden" name="day" value={voice.day} />
      <input
        type="hidden"
        name="origin"
        value={[voice.origin, voice.author].filter(Boolean).join(', ').slice(0, 200)}
      />
      <SelectField
        label={t('Statement')}
        name="statementId"
        value={statementId}
        onChange={(event) => setStatementId(event.target.value)}
        error={error('statementId')}
      >
        {mayMake ? <option value="">{t('A new one')}</option> : null}
        {[
          { label: touchpoint?.title ?? journey?.title ?? '', list: near },
          { label: t('Elsewhere in this journey'), list: others },
        ].map(({ label, list }) =>
          list.length === 0 ? null : (
            <optgroup key={label} label={label}>
              {list.map(({ id, text, kind }) => (
                <option key={id} value={id}>
                  {t(STATEMENT_KIND_LABELS[kind])}: {text.slice(0, 90)}
                </option>
              ))}
            </optgroup>
          ),
        )}
      </SelectField>
      {statementId === '' ? (
        <>
          <SelectField
            label={t('What it is##a statement')}
            name="kind"
            defaultValue={voice.sentiment === 'positive' ? 'gain' : 'pain'}
          >
            {OFFERED.map((kind) => (
              <option key={kind} value={kind}>
                {t(STATEMENT_KIND_LABELS[kind])}
              </option>
            ))}
          </SelectField>
          {answer ? null : (
            <TextField
              label={t('In the team’s words')}
              name="text"
              required
              maxLength={500}
              error={error('text')}
            />
          )}
        </>
      ) : (
        <SelectField label={t('It')} name="stance" defaultValue="supports">
          <option value="supports">{t('supports the statement')}</option>
          <option value="contradicts">{t('contradicts the statement')}</option>
        </SelectField>
      )}
      {answer ? (
        <p className="rounded-lg bg-sunk px-3 py-2 text-sm break-words whitespace-pre-line">{voice.text}</p>
      ) : (
        <TextArea
          label={t('Quote')}
          name="quote"
          rows={5}
          required
          maxLength={2000}
          defaultValue={voice.text.slice(0, 2000)}
          hint={t('Keep the sentence that carries it.')}
          error={error('quote')}
        />
      )}
    </DialogForm>
  );
}
