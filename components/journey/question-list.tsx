'use client';

import { CircleCheck, CircleDashed, Trash2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextArea, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { msg } from '@/lib/translate';

type Reply = { ok: true } | { ok: false; problem: { title: string } };
export type Question = { id: string; text: string; answer: string; answered: boolean };

export type QuestionActions = {
  add: (text: string) => Promise<Reply>;
  save: (change: {
    id: string;
    text?: string;
    answer?: string;
    seen?: Record<string, unknown>;
  }) => Promise<Reply>;
  remove: (id: string) => Promise<Reply>;
};

const UNREACHABLE = msg('The server could not be reached. What you typed is still here; try again.');

/** What the team wants to learn from a journey, open or answered. Without `actions` it is for reading. */
export function QuestionList({
  questions,
  actions,
}: {
  questions: readonly Question[];
  actions: QuestionActions | null;
}) {
  const [why, setWhy] = useState<string | null>(null);
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const say = useToast();

  async function run(call: () => Promise<Reply>): Promise<boolean> {
    const reply = await call().catch(() => null);
    setWhy(reply?.ok ? null : (reply?.problem.title ?? t(UNREACHABLE)));
    return reply?.ok === true;
  }

  return (
    <div className="flex flex-col gap-4">
      {questions.length === 0 ? (
        <p className="text-sm text-soft">
          {t(
            'Nothing is asked yet. A good question can be answered by customers: “Why do people call us after they ordered?”',
          )}
        </p>
      ) : (
        <ul className="flex flex-col gap-3">
          {questions.map((one) => (
            <li key={one.id} className="rounded-xl border border-line bg-panel p-4">
              <p className="mb-1 flex items-center gap-1.5 text-xs text-soft">
                {one.answered ? (
                  <CircleCheck aria-hidden="true" className="size-4 text-good" />
                ) : (
                  <CircleDashed aria-hidden="true" className="size-4" />
                )}
                {one.answered ? t('Answered') : t('Open##a question')}
              </p>
              {actions ? (
                <Fields
                  one={one}
                  save={(change) => run(() => actions.save({ id: one.id, ...change }))}
                  remove={async () => {
                    if (!(await run(() => actions.remove(one.id)))) return;
                    say(t('Removed “{name}”', { name: one.text }), {
                      label: t('Undo'),
                      run: () => void run(() => actions.add(one.text)),
                    });
                  }}
                />
              ) : (
                <>
                  <p className="font-medium break-words">{one.text}</p>
                  {one.answer ? (
                    <p className="mt-1 text-sm break-words whitespace-pre-line">{one.answer}</p>
                  ) : null}
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {why ? (
        <Notice tone="bad" live>
          {why}
        </Notice>
      ) : null}
      {actions ? (
        <form
          ref={form}
          className="flex flex-col items-start gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            const typed = String(new FormData(event.currentTarget).get('questions') ?? '');
            if (typed.trim() !== '')
              void run(() => actions.add(typed)).then((done) => done && form.current?.reset());
          }}
        >
          <div className="w-full max-w-2xl">
            <TextArea
              label={t('Add research questions')}
              name="questions"
              rows={3}
              hint={t('One a line. They are shown as open until you write down what you found out.')}
            />
          </div>
          <Button type="submit">{t('Add')}</Button>
        </form>
      ) : null}
    </div>
  );
}

function Fields({
  one,
  save,
  remove,
}: {
  one: Question;
  save: (change: { text?: string; answer?: string; seen: Record<string, unknown> }) => Promise<boolean>;
  remove: () => Promise<void>;
}) {
  const t = useText();
  return (
    <div className="flex flex-col gap-3">
      <TextField
        label={t('Question')}
        maxLength={500}
        defaultValue={one.text}
        onBlur={(event) => {
          const text = event.target.value.trim();
          if (text !== '' && text !== one.text) void save({ text, seen: { text: one.text } });
        }}
      />
      <TextArea
        label={t('What we found out')}
        rows={2}
        maxLength={2000}
        defaultValue={one.answer}
        hint={one.answered ? undefined : t('Writing it down answers the question.')}
        onBlur={(event) => {
          const answer = event.target.value.trim();
          if (answer !== one.answer) void save({ answer, seen: { answer: one.answer } });
        }}
      />
      <Button size="small" variant="quiet" className="self-end" onClick={() => void remove()}>
        <Trash2 aria-hidden="true" className="size-3.5" /> {t('Remove')}
      </Button>
    </div>
  );
}
