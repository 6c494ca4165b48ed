'use client';

import { type SyntheticEvent, useEffect, useRef, useState } from 'react';
import { DialogButton, DialogForm } from '@/components/ui/dialog-form';
import { TextArea, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { formatList } from '@/lib/format';
import type { ActionResult } from '@/lib/gates/reply';
import { blackOut } from '@/lib/voices/rules/black-out';

/** An answer's comment, or material that was brought in. */
export type Redacted = { placementId: string; responseId: string } | { id: string };

export type Redact = (
  about: Redacted,
  passage: string,
) => Promise<ActionResult<{ n: number; standsIn: string[] }>>;

/** Blacks a passage out of a customer's text for good: selected with the mouse or the keyboard, or typed. */
export function RedactVoice({ about, text, redact }: { about: Redacted; text: string; redact: Redact }) {
  const t = useText();
  return (
    <DialogButton
      label={t('Black out')}
      name={t('Black out a passage of “{text}”', { text: text.slice(0, 60) })}
      title={t('Black out a passage')}
    >
      {(close) => <RedactForm {...{ about, text, redact, close }} />}
    </DialogButton>
  );
}

function RedactForm({
  about,
  text,
  redact,
  close,
}: {
  about: Redacted;
  text: string;
  redact: Redact;
  close: () => void;
}) {
  const t = useText();
  const [passage, setPassage] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [done, setDone] = useState<{ standsIn: string[] } | null>(null);
  const after = blackOut(text, passage);
  const wrote = useRef<HTMLDivElement>(null);

  useEffect(() => {
    // Chromium gives a field that is read-only no cursor, so nothing could be selected by the keyboard: this one takes no input.
    const area = wrote.current?.querySelector('textarea');
    const refuse = (event: Event) => event.preventDefault();
    area?.addEventListener('beforeinput', refuse);
    return () => area?.removeEventListener('beforeinput', refuse);
  }, []);

  function select(event: SyntheticEvent<HTMLTextAreaElement>) {
    const { selectionStart, selectionEnd } = event.currentTarget;
    const chosen = wholeWords(text, selectionStart, selectionEnd);
    if (chosen !== '') setPassage(chosen);
  }

  async function send() {
    const result = await redact(about, passage).catch(() => null);
    if (result === null) {
      return setRefusal(t('The server could not be reached. Nothing was changed; try again.'));
    }
    if (!result.ok) return setRefusal(result.problem.errors?.[0]?.message ?? result.problem.title);
    setDone(result.value);
  }

  return (
    <DialogForm
      form={{ action: send }}
      done={done}
      refusal={refusal}
      said={t('Blacked out')}
      stays={done && done.standsIn.length > 0 ? <StandsIn names={done.standsIn} /> : null}
      close={close}
      button={t('Black it out for good')}
      danger
      disabled={after.n === 0}
    >
      <div ref={wrote}>
        <TextArea
          label={t('What the customer wrote')}
          value={text}
          onChange={() => {}}
          aria-readonly
          inputMode="none"
          rows={Math.min(10, Math.max(3, Math.ceil(text.length / 50)))}
          onSelect={select}
          hint={t('Select the passage with the mouse, or with Shift and the arrow keys.')}
        />
      </div>
      <TextField
        label={t('Passage')}
        value={passage}
        onChange={(event) => setPassage(event.target.value)}
        autoComplete="off"
        maxLength={4000}
        hint={t('Or type it: whole words, wherever they stand in the text.')}
      />
      <div aria-live="polite" className="text-sm">
        {passage.trim() === '' ? null : after.n === 0 ? (
          <p className="text-soft">{t('These words do not stand there as whole words.')}</p>
        ) : (
          <>
            <p className="mb-1 font-medium">
              {t('{n, plural, one {It then reads:} other {Taken out # times, it then reads:}}', {
                n: after.n,
              })}
            </p>
            <blockquote className="max-h-32 overflow-y-auto rounded-lg bg-sunk px-3 py-2 break-words whitespace-pre-line">
              {after.text}
            </blockquote>
          </>
        )}
      </div>
      <Notice tone="warn">
        {t(
          'This cannot be undone. The passage leaves the text, search, exports, quotes, cases, kept versions of the map and the activity log. It does not come back if the customer sends the answer again or the text is imported again: it is known there by the sentence around it, so one that was reworded comes in as it is. Remarks and decisions that members typed stay as they are, and so do backups and files that were made before; a map imported from such a file brings its quotes back.',
        )}
      </Notice>
    </DialogForm>
  );
}

/** The same words elsewhere, for people to take out. */
function StandsIn({ names }: { names: readonly string[] }) {
  const t = useText();
  const themes = names.filter(Boolean);
  return (
    <Notice tone="warn" live>
      {t('The passage is gone from the answer.')}{' '}
      {themes.length > 0
        ? t('The same words stand in the words of {themes}: take them out there too.', {
            themes: formatList(themes, t.tongue),
          })
        : ''}{' '}
      {names.includes('') ? t('They are among the taught words under Themes: forget them there too.') : ''}
    </Notice>
  );
}

/** What is selected, widened to whole words. */
function wholeWords(text: string, from: number, to: number): string {
  if (from === to) return '';
  const inWord = (at: number) => /[\p{L}\p{N}]/u.test(text[at] ?? '');
  let [start, end] = [from, to];
  while (start < end && /\s/.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/.test(text[end - 1] ?? '')) end -= 1;
  while (start > 0 && inWord(start) && inWord(start - 1)) start -= 1;
  while (end < text.length && inWord(end) && inWord(end - 1)) end += 1;
  return text.slice(start, end);
}
