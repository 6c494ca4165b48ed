'use client';

import Link from 'next/link';
import { type FormEvent, useEffect, useRef, useState, useTransition } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { Refusal } from '@/components/ui/notice';
import { TableSource } from '@/components/ui/table-source';
import { useText } from '@/components/ui/text';
import type { ImportPlan } from '@/lib/response/model/import-plan';
import { importAction, previewImportAction, readFileAction } from './actions';
import {
  type ColumnChoice,
  type FileView,
  guessedChoices,
  missingParts,
  planOf,
  type WhenChoice,
} from './column-plan';
import { ColumnTable } from './column-table';
import { answersOf, ImportPreview, type Preview } from './import-preview';
import { WhenFields } from './when-fields';

type Opened = { file: FileView; choices: Record<string, ColumnChoice> };
type Looked = { preview: Preview; plan: ImportPlan };
type Done = { added: number; repeated: number; refusedCount: number };

/** A file, then what its columns mean, then what would happen, then doing it: each step shows below the one before. */
export function ImportForm({
  journeys,
  timeZone,
  timeZones,
  mostBytes,
}: {
  journeys: { id: string; title: string }[];
  timeZone: string;
  timeZones: string[];
  mostBytes: number;
}) {
  const t = useText();
  const [text, setText] = useState('');
  const [journeyId, setJourneyId] = useState(journeys[0]?.id ?? '');
  const [when, setWhen] = useState<WhenChoice>({ on: '', year: '', month: '', hour: '12', timeZone });
  const [opened, setOpened] = useState<Opened | null>(null);
  const [looked, setLooked] = useState<Looked | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const [pending, startTransition] = useTransition();
  const heading = useRef<HTMLHeadingElement>(null);

  const step = done ? 'done' : looked ? 'looked' : opened ? 'opened' : 'start';
  useEffect(() => {
    if (step !== 'start') heading.current?.focus();
  }, [step]);

  /** What was shown below the step that changes is no longer true. */
  function startOver(from: 'file' | 'columns') {
    if (from === 'file') setOpened(null);
    setLooked(null);
    setDone(null);
    setRefusal(null);
  }

  function open(event: FormEvent) {
    event.preventDefault();
    startOver('file');
    startTransition(async () => {
      const result = await readFileAction(text, journeyId);
      if (!result.ok) return setRefusal(sentenceOf(result.problem));
      setOpened({ file: result.value, choices: guessedChoices(result.value) });
    });
  }

  function look(event: FormEvent) {
    event.preventDefault();
    if (!opened) return;
    startOver('columns');
    const plan = planOf(opened.file, opened.choices, when, t);
    if ('missing' in plan) return setRefusal(plan.missing);
    startTransition(async () => {
      const result = await previewImportAction(text, plan);
      if (!result.ok) return setRefusal(sentenceOf(result.problem));
      setLooked({ preview: result.value, plan });
    });
  }

  function apply() {
    if (!looked) return;
    setAdding(true);
    startTransition(async () => {
      const result = await importAction(text, looked.plan);
      setAdding(false);
      if (!result.ok) return setRefusal(sentenceOf(result.problem));
      setDone(result.value);
    });
  }

  return (
    <div className="flex flex-col gap-8">
      <form onSubmit={open} className="flex max-w-3xl flex-col gap-4">
        <SelectField
          label={t('Journey')}
          value={journeyId}
          onChange={(event) => {
            setJourneyId(event.target.value);
            startOver('file');
          }}
        >
          {journeys.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </SelectField>
        <TableSource
          {...{ text, mostBytes, pending }}
          onText={(given) => {
            setText(given);
            startOver('file');
          }}
          onRefused={setRefusal}
          placeholder={'person,day,checkout\n1,2026-03-01,5'}
          hint={t('The first line names the columns. An empty cell is no answer.')}
          read={opened !== null}
        />
      </form>
      {opened ? (
        <form onSubmit={look} className="flex flex-col gap-4">
          <h2
            ref={step === 'opened' ? heading : null}
            tabIndex={-1}
            className="text-lg font-semibold tracking-tight outline-none"
          >
            {t('{rows, number} rows, {columns, number} columns', {
              rows: opened.file.rows,
              columns: opened.file.columns.length,
            })}
          </h2>
          <p className="text-soft">{t('These are guesses. Correct what is wrong.')}</p>
          <ColumnTable
            file={opened.file}
            choices={opened.choices}
            onChange={(column, change) => {
              startOver('columns');
              const choice = opened.choices[column];
              if (!choice) return;
              setOpened({ ...opened, choices: { ...opened.choices, [column]: { ...choice, ...change } } });
            }}
          />
          <WhenFields
            when={when}
            missing={missingParts(opened.file, opened.choices)}
            timeZones={timeZones}
            onChange={(change) => {
              startOver('columns');
              setWhen({ ...when, ...change });
            }}
          />
          <div>
            <Button type="submit" variant={looked ? 'secondary' : 'primary'} disabled={pending}>
              {t('Show what would happen')}
            </Button>
          </div>
        </form>
      ) : null}
      <Refusal>{refusal}</Refusal>
      {looked && !done ? (
        <section aria-labelledby="import-preview" className="flex flex-col gap-4">
          <h2
            id="import-preview"
            ref={heading}
            tabIndex={-1}
            className="text-lg font-semibold tracking-tight outline-none"
          >
            {t('{n, plural, one {# answer} other {# answers}}, {refused, number} refused', {
              n: answersOf(looked.preview),
              refused: looked.preview.refusedCount,
            })}
          </h2>
          <ImportPreview {...looked} />
          <div aria-live="polite" className="flex flex-wrap items-center gap-3">
            <Button variant="primary" disabled={pending || answersOf(looked.preview) === 0} onClick={apply}>
              {t('{n, plural, one {Bring in # answer} other {Bring in # answers}}', {
                n: answersOf(looked.preview),
              })}
            </Button>
            {adding ? (
              <span className="flex items-center gap-3 text-sm text-soft">
                <progress aria-label={t('Bringing in the answers')} className="w-32 accent-accent" />
                {t('Large files take up to a minute.')}
              </span>
            ) : null}
          </div>
        </section>
      ) : null}
      {done ? (
        <section aria-labelledby="import-done" className="flex flex-col gap-4">
          <h2
            id="import-done"
            ref={heading}
            tabIndex={-1}
            className="text-lg font-semibold tracking-tight outline-none"
          >
            {t('{n, plural, one {# answer} other {# answers}} added', { n: done.added })}
          </h2>
          <p className="text-soft">
            {t('{repeated, number} there before, {n, plural, one {# value} other {# values}} refused.', {
              repeated: done.repeated,
              n: done.refusedCount,
            })}
          </p>
          <div>
            <Link href={`/journeys/${journeyId}`} className={buttonClass({ variant: 'primary' })}>
              {t('See them on the map')}
            </Link>
          </div>
        </section>
      ) : null}
    </div>
  );
}

function sentenceOf(problem: { title: string; errors?: { path: string; message: string }[] }): string {
  const first = problem.errors?.[0];
  return first ? first.message : problem.title;
}
