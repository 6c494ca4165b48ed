'use client';

import { useForm } from '@/app/use-form';
import { DialogButton, DialogForm } from '@/components/ui/dialog-form';
import { TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import type { Judgement } from '@/lib/voices/model/agreement';
import { teachAction } from '../actions';

type Taught = { voiceId: string; text: string; member: Judgement; themeId: string | null };

/** Teaches the machine a word of a comment that it saw differently, so that later ones follow. */
export function Teach(taught: Taught) {
  const t = useText();
  return (
    <DialogButton
      label={t('Teach a word')}
      name={t('Teach a word of “{text}”', { text: taught.text.slice(0, 60) })}
      title={t('Teach a word')}
    >
      {(close) => <TeachForm {...taught} close={close} />}
    </DialogButton>
  );
}

function TeachForm({ voiceId, text, member, themeId, close }: Taught & { close: () => void }) {
  const t = useText();
  const { form, done, refusal, error } = useForm(teachAction);
  return (
    <DialogForm
      {...{ form, done, refusal, close }}
      said={t('Taught. All voices are read again; that takes some seconds.')}
      button={t('Teach it')}
    >
      <input type="hidden" name="voiceId" value={voiceId} />
      <input type="hidden" name="themeId" value={themeId ?? ''} />
      <input type="hidden" name="judgement" value={member} />
      <blockquote className="max-h-32 overflow-y-auto rounded-lg bg-sunk px-3 py-2 text-sm break-words whitespace-pre-line">
        {text}
      </blockquote>
      <TextField
        label={t('Word or phrase')}
        name="phrase"
        required
        maxLength={80}
        autoComplete="off"
        error={error('phrase')}
        hint={
          themeId === null
            ? t('From now on it sounds so in every voice.')
            : member === 'yes'
              ? t('From now on the theme looks for it.')
              : t('From now on it keeps a voice out of the theme.')
        }
      />
    </DialogForm>
  );
}
