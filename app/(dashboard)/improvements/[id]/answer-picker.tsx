'use client';

import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogEnd } from '@/components/ui/dialog';
import { CheckField, SelectField, TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { findAnswers, link, unlink } from '../actions';
import { answerFacts, answerText } from '../answer-text';

type Answer = { placementId: string; responseId: string };
type Found = Extract<Awaited<ReturnType<typeof findAnswers>>, { ok: true }>['value'];

const keyOf = ({ placementId, responseId }: Answer) => `${placementId}/${responseId}`;
const WAIT_MS = 250;

/** Chooses customers' answers as evidence: by words, by theme, with the keyboard alone. */
export function AnswerPicker({
  id,
  themes,
  theme = null,
}: {
  id: string;
  themes: readonly { id: string; name: string }[];
  /** Opens at once with the answers of this theme. */
  theme?: string | null;
}) {
  const t = useText();
  const [open, setOpen] = useState(theme !== null);
  return (
    <div className="no-print mt-3">
      <Button size="large" onClick={() => setOpen(true)}>
        {t('Choose customers’ answers')}
      </Button>
      {open ? <Picker {...{ id, themes, theme }} close={() => setOpen(false)} /> : null}
    </div>
  );
}

function Picker({
  id,
  themes,
  theme,
  close,
}: {
  id: string;
  themes: readonly { id: string; name: string }[];
  theme: string | null;
  close: () => void;
}) {
  const t = useText();
  const toast = useToast();
  const [asked, setAsked] = useState({ q: '', themeId: theme ?? '', wordless: false });
  const [found, setFound] = useState<Found | null>(null);
  const [refusal, setRefusal] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, Answer>>(new Map());
  const [pending, startTransition] = useTransition();
  const newest = useRef(0);

  useEffect(() => {
    newest.current += 1;
    const turn = newest.current;
    const timer = setTimeout(async () => {
      const reply = await findAnswers({ id, ...asked }).catch(() => null);
      // What was asked meanwhile counts.
      if (turn !== newest.current) return;
      if (reply?.ok) setFound(reply.value);
      setRefusal(
        reply === null
          ? t('The server could not be reached. Try again.')
          : reply.ok
            ? ''
            : reply.problem.title,
      );
    }, WAIT_MS);
    return () => clearTimeout(timer);
  }, [id, asked, t]);

  function choose(answer: Answer, wanted: boolean) {
    const next = new Map(chosen);
    if (wanted) next.set(keyOf(answer), { placementId: answer.placementId, responseId: answer.responseId });
    else next.delete(keyOf(answer));
    setChosen(next);
  }

  function save(event: FormEvent) {
    event.preventDefault();
    const answers = [...chosen.values()];
    if (answers.length === 0) return;
    startTransition(async () => {
      const reply = await link({ id, answers });
      if (!reply.ok) return setRefusal(reply.problem.title);
      toast(t('Linked.'), { label: t('Undo'), run: () => void unlink({ id, answers }) });
      close();
    });
  }

  return (
    <Dialog
      open
      onClose={close}
      title={t('Choose customers’ answers')}
      footer={
        <DialogEnd close={close}>
          <Button
            type="submit"
            form="answer-picker"
            variant="primary"
            disabled={pending || chosen.size === 0}
          >
            {chosen.size === 0
              ? t('Link answers')
              : t('{n, plural, one {Link # answer} other {Link # answers}}', { n: chosen.size })}
          </Button>
        </DialogEnd>
      }
    >
      <form id="answer-picker" onSubmit={save} className="flex flex-col gap-3">
        <div className="grid gap-3 sm:grid-cols-2">
          <TextField
            label={t('Words in the comment')}
            type="search"
            maxLength={200}
            value={asked.q}
            onChange={(event) => setAsked({ ...asked, q: event.target.value })}
          />
          <SelectField
            label={t('Theme')}
            value={asked.themeId}
            onChange={(event) => setAsked({ ...asked, themeId: event.target.value })}
          >
            <option value="">{t('All themes')}</option>
            {themes.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </SelectField>
        </div>
        <CheckField
          label={t('Also answers without words')}
          checked={asked.wordless}
          onChange={(event) => setAsked({ ...asked, wordless: event.target.checked })}
        />
        {refusal ? (
          <p role="alert" className="text-sm font-medium text-bad">
            {refusal}
          </p>
        ) : null}
        <fieldset className="min-w-0">
          <legend className="sr-only">{t('Answers')}</legend>
          {found === null ? <p className="text-sm text-soft">{t('Looking…')}</p> : null}
          <p role="status" className="sr-only">
            {found
              ? t('{n, plural, =0 {No answers} one {# answer} other {# answers}}', {
                  n: found.answers.length,
                })
              : ''}
          </p>
          {found?.answers.length === 0 ? (
            <p className="text-sm text-soft">
              {t('No answer here matches. Try other words, another theme, or answers without words.')}
            </p>
          ) : null}
          <ul className="flex flex-col divide-y divide-line">
            {found?.answers.map((one) => (
              <li key={keyOf(one)}>
                <label className="flex min-h-10 cursor-pointer gap-2.5 py-2 text-sm has-disabled:cursor-default has-disabled:opacity-60">
                  <input
                    type="checkbox"
                    className="mt-0.5 size-4.5 shrink-0 accent-accent"
                    checked={one.linked || chosen.has(keyOf(one))}
                    disabled={one.linked}
                    onChange={(event) => choose(one, event.target.checked)}
                  />
                  <span className="min-w-0">
                    <span dir="auto" className="block break-words">
                      {answerText(one, t)}
                    </span>
                    <span className="tabular text-xs text-soft">
                      {answerFacts(one, t)}
                      {one.linked ? ` · ${t('linked already')}` : ''}
                    </span>
                  </span>
                </label>
              </li>
            ))}
          </ul>
          {found?.more ? (
            <p className="mt-2 text-xs text-soft">
              {t('Only the newest 30 are shown. Say more words to find others.')}
            </p>
          ) : null}
        </fieldset>
      </form>
    </Dialog>
  );
}
