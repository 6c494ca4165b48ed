'use client';

import Link from 'next/link';
import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { RefusedValues } from '@/components/ui/refused-values';
import { Table, Td, Th } from '@/components/ui/table';
import { TableSource } from '@/components/ui/table-source';
import { useText } from '@/components/ui/text';
import { OUTCOME_COLUMNS, type OutcomeColumn, type OutcomeKind } from '@/lib/outcomes/model';
import { msg } from '@/lib/translate';
import { importOutcomesAction, previewOutcomesAction, readOutcomeFileAction } from '../actions';
import { KIND_NAMES } from '../words';

type FileView = Extract<Awaited<ReturnType<typeof readOutcomeFileAction>>, { ok: true }>['value'];
type Preview = Extract<Awaited<ReturnType<typeof previewOutcomesAction>>, { ok: true }>['value'];
type Done = Extract<Awaited<ReturnType<typeof importOutcomesAction>>, { ok: true }>['value'];

const USES: Readonly<Record<OutcomeColumn, string>> = {
  leave: msg('Leave out'),
  person: msg('The person (address or key)'),
  day: msg('The day of the row'),
  leftOn: msg('Day on which they left'),
  renewedOn: msg('Day on which they renewed'),
  left: msg('Whether they left (yes or no)'),
  spent: msg('Money spent'),
  contacts: msg('How often they called or wrote'),
  kind: msg('What happened (renewed, churned, spent, contacts)'),
  amount: msg('The amount of what happened'),
};

/** A file, then what its columns mean, then what would happen, then doing it. */
export function OutcomesForm({ mostBytes }: { mostBytes: number }) {
  const t = useText();
  const [text, setText] = useState('');
  const [file, setFile] = useState<FileView | null>(null);
  const [columns, setColumns] = useState<OutcomeColumn[]>([]);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const heading = useRef<HTMLHeadingElement>(null);
  const step = done ? 'done' : preview ? 'preview' : file ? 'file' : 'start';
  useEffect(() => {
    if (step !== 'start') heading.current?.focus();
  }, [step]);

  /** What was shown below the step that changes is no longer true. */
  function startOver(from: 'file' | 'columns') {
    if (from === 'file') setFile(null);
    setPreview(null);
    setDone(null);
    setRefusal(null);
  }

  function open(event: FormEvent) {
    event.preventDefault();
    startOver('file');
    startTransition(async () => {
      const result = await readOutcomeFileAction(text);
      if (!result.ok) return setRefusal(sentenceOf(result.problem));
      setFile(result.value);
      setColumns(result.value.columns.map(({ guess }) => guess));
    });
  }

  function look(event: FormEvent) {
    event.preventDefault();
    startOver('columns');
    startTransition(async () => {
      const result = await previewOutcomesAction(text, { columns });
      if (!result.ok) return setRefusal(sentenceOf(result.problem));
      setPreview(result.value);
    });
  }

  function apply() {
    startTransition(async () => {
      const result = await importOutcomesAction(text, { columns });
      if (!result.ok) return setRefusal(sentenceOf(result.problem));
      setDone(result.value);
    });
  }

  const focused = { ref: heading, tabIndex: -1 };
  const titleClass = 'text-lg font-semibold tracking-tight outline-none';
  return (
    <div className="flex flex-col gap-8">
      <form onSubmit={open} className="flex max-w-3xl flex-col gap-4">
        <TableSource
          {...{ text, mostBytes, pending }}
          onText={(given) => {
            setText(given);
            startOver('file');
          }}
          onRefused={setRefusal}
          placeholder={'customer,renewed on,left on\nLB-20007,2026-03-01,\nana@example.com,,2026-04-12'}
          hint={t('The first line names the columns. An empty cell says nothing.')}
          read={file !== null}
        />
      </form>
      {file ? (
        <form onSubmit={look} className="flex flex-col gap-4">
          <h2 {...(step === 'file' ? focused : {})} className={titleClass}>
            {t('{rows, number} rows, {columns, number} columns', {
              rows: file.rows,
              columns: file.columns.length,
            })}
          </h2>
          <p className="text-soft">{t('These are guesses. Correct what is wrong.')}</p>
          <Table
            label={t('Columns of the file')}
            head={
              <tr>
                <Th>{t('Column')}</Th>
                <Th>{t('Use as')}</Th>
              </tr>
            }
          >
            {file.columns.map(({ name, filled, examples }, index) => (
              <tr key={name} className="align-top">
                <Td className="min-w-40 align-top!">
                  <span className="font-medium wrap-anywhere">{name}</span>
                  <span className="block text-xs wrap-anywhere text-soft">
                    {examples.length > 0
                      ? t('{filled} of {rows} filled: {examples}', {
                          filled: String(filled),
                          rows: String(file.rows),
                          examples: examples.join(', ').slice(0, 60),
                        })
                      : t('{filled} of {rows} filled', { filled: String(filled), rows: String(file.rows) })}
                  </span>
                </Td>
                <Td className="min-w-52 align-top!">
                  <SelectField
                    label={t('Use {column} as', { column: name })}
                    labelHidden
                    value={columns[index] ?? 'leave'}
                    onChange={(event) => {
                      startOver('columns');
                      const chosen = event.target.value as OutcomeColumn;
                      setColumns(columns.map((use, place) => (place === index ? chosen : use)));
                    }}
                  >
                    {OUTCOME_COLUMNS.map((use) => (
                      <option key={use} value={use}>
                        {t(USES[use])}
                      </option>
                    ))}
                  </SelectField>
                </Td>
              </tr>
            ))}
          </Table>
          <div>
            <Button type="submit" variant={preview ? 'secondary' : 'primary'} disabled={pending}>
              {t('Show what would happen')}
            </Button>
          </div>
        </form>
      ) : null}
      <Refusal>{refusal}</Refusal>
      {preview && !done ? (
        <section aria-labelledby="outcomes-preview" className="flex flex-col gap-4">
          <h2 id="outcomes-preview" {...focused} className={titleClass}>
            {t(
              '{n, plural, one {# outcome} other {# outcomes}} of {people, number} people, {refused, number} refused',
              {
                n: preview.n,
                people: preview.people,
                refused: preview.refusedCount,
              },
            )}
          </h2>
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
            {Object.entries(preview.counts).map(([kind, count]) => (
              <li key={kind}>
                {t(KIND_NAMES[kind as OutcomeKind])}:{' '}
                <b className="tabular font-semibold">{count.toLocaleString(t.tongue)}</b>
              </li>
            ))}
          </ul>
          <RefusedValues refused={preview.refused} count={preview.refusedCount} />
          <div>
            <Button variant="primary" disabled={pending || preview.n === 0} onClick={apply}>
              {t('{n, plural, one {Bring in # outcome} other {Bring in # outcomes}}', { n: preview.n })}
            </Button>
          </div>
        </section>
      ) : null}
      {done ? (
        <section aria-labelledby="outcomes-done" className="flex flex-col gap-4">
          <h2 id="outcomes-done" {...focused} className={titleClass}>
            {t('{n, plural, one {# outcome} other {# outcomes}} added', { n: done.added })}
          </h2>
          <p className="text-soft">
            {t(
              '{changed, number} changed, {repeated, number} there before, {unknown, number} about addresses that are no contacts and were left out, {refused, number} refused.',
              {
                changed: done.changed,
                repeated: done.repeated,
                unknown: done.unknown,
                refused: done.refusedCount,
              },
            )}
          </p>
          <div>
            <Link href="/outcomes" className={buttonClass({ variant: 'primary' })}>
              {t('See what they tell')}
            </Link>
          </div>
        </section>
      ) : null}
    </div>
  );
}

function sentenceOf(problem: { title: string; errors?: { path: string; message: string }[] }): string {
  return problem.errors?.[0]?.message ?? problem.title;
}
