'use client';

import { useState } from 'react';
import { useForm } from '@/app/use-form';
import { DialogButton, DialogForm } from '@/components/ui/dialog-form';
import { CheckField, SelectField, TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import { SENTIMENT_LABELS, SENTIMENTS, type Theme, type VoiceView } from '@/lib/voices/model';
import { correctAction } from './actions';

/** Corrects what was read from a voice, and teaches words for later ones where a person says so. */
export function CorrectVoice({ voice, themes }: { voice: VoiceView; themes: readonly Theme[] }) {
  const t = useText();
  return (
    <DialogButton label={t('Correct')} title={t('Correct what was read')}>
      {(close) => <CorrectForm voice={voice} themes={themes} close={close} />}
    </DialogButton>
  );
}

function CorrectForm({
  voice,
  themes,
  close,
}: {
  voice: VoiceView;
  themes: readonly Theme[];
  close: () => void;
}) {
  const t = useText();
  const { error, ...sent } = useForm(correctAction);
  const said = voice.sentimentSaid ? (voice.sentiment ?? '') : '';
  const [sentiment, setSentiment] = useState<string>(said);
  const own = new Set(voice.themes.map(({ id }) => id));

  return (
    <DialogForm
      form={sent.form}
      done={sent.done}
      refusal={sent.refusal}
      said={t('Corrected. What was taught is looked for within seconds.')}
      close={close}
      button={t('Save')}
    >
      <input type="hidden" name="id" value={voice.id} />
      <input type="hidden" name="wasSentiment" value={said} />
      <blockquote className="max-h-32 overflow-y-auto rounded-lg bg-sunk px-3 py-2 text-sm break-words whitespace-pre-line">
        {voice.text}
      </blockquote>
      <SelectField
        label={t('Sounds')}
        name="sentiment"
        value={sentiment}
        onChange={(event) => setSentiment(event.target.value)}
        error={error('sentiment')}
      >
        <option value="">{t('As computed')}</option>
        {SENTIMENTS.map((one) => (
          <option key={one} value={one}>
            {t(SENTIMENT_LABELS[one])}
          </option>
        ))}
      </SelectField>
      {sentiment === '' ? null : (
        <TextField
          label={t('A word or phrase that says so (optional)')}
          name="sentimentPhrase"
          hint={t('From now on it sounds so in every voice.')}
          error={error('phrase')}
          maxLength={80}
        />
      )}
      {themes.length > 0 ? (
        <fieldset className="flex flex-col gap-2.5">
          <legend className="mb-1.5 text-sm font-medium">{t('Themes')}</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {themes.map(({ id, name }) => (
              <CheckField key={id} label={name} name="theme" value={id} defaultChecked={own.has(id)} />
            ))}
          </div>
          {[...own].map((id) => (
            <input key={id} type="hidden" name="wasTheme" value={id} />
          ))}
          <TextField
            label={t('Words to look for in later voices (optional)')}
            name="yesPhrase"
            hint={t('They join the themes that you tick now.')}
            maxLength={80}
          />
          <TextField
            label={t('Words that keep later voices out (optional)')}
            name="noPhrase"
            hint={t('They are excepted from the themes that you untick now.')}
            maxLength={80}
          />
        </fieldset>
      ) : null}
    </DialogForm>
  );
}
