'use client';

import { type ChangeEvent, type FormEvent, useEffect, useRef, useState, useTransition } from 'react';
import { DifferenceList } from '@/components/journey/difference-list';
import { Button } from '@/components/ui/button';
import { SelectField, TextArea, TextField } from '@/components/ui/field';
import { Notice, Refusal } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { isTooLarge, LARGEST_BYTES, TOO_LARGE } from '@/lib/journey/rules/exchange/read';
import { msg } from '@/lib/translate';
import { applyImport, type ImportPreview, previewImport } from './actions';

const FORMATS = {
  json: msg('Milepost JSON'),
  csv: msg('CSV, a row per touchpoint'),
  mermaid: msg('Mermaid journey'),
} as const;
type Format = keyof typeof FORMATS;

type Readable = Extract<ImportPreview, { faults: null }>;

/** A file or a text, then what it would make, then making it. Whatever changes above makes the preview stale. */
export function ImportMap({ journey }: { journey: { id: string; title: string } | null }) {
  const t = useText();
  const [text, setText] = useState('');
  const [format, setFormat] = useState<Format | ''>('');
  const [title, setTitle] = useState('');
  const [preview, setPreview] = useState<ImportPreview | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  const heading = useRef<HTMLHeadingElement>(null);
  const input = { text, format: format || null, title: title.trim(), journeyId: journey?.id ?? null };

  useEffect(() => {
    if (preview) heading.current?.focus();
  }, [preview]);

  function stale() {
    setPreview(null);
    setRefusal(null);
  }

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const file = event.target.files?.[0];
    stale();
    if (!file) return;
    if (file.size > LARGEST_BYTES) return setRefusal(t(TOO_LARGE));
    setText(await file.text());
    const ending = /\.(json|csv|mmd|mermaid)$/i.exec(file.name)?.[1]?.toLowerCase();
    setFormat(ending === 'json' || ending === 'csv' ? ending : ending ? 'mermaid' : '');
    if (ending === 'csv' && title === '') setTitle(file.name.replace(/\.csv$/i, '').slice(0, 80));
  }

  function look(event: FormEvent) {
    event.preventDefault();
    stale();
    if (text.trim() === '') return setRefusal(t('Choose a file, or paste a text.'));
    if (isTooLarge(text)) return setRefusal(t(TOO_LARGE));
    startTransition(async () => {
      const result = await previewImport(input);
      if (result.ok) setPreview(result.value);
      else setRefusal(result.problem.errors?.[0]?.message ?? result.problem.title);
    });
  }

  function apply() {
    startTransition(async () => setRefusal(await applyImport(input)));
  }

  return (
    <div className="flex flex-col gap-8">
      <form onSubmit={look} className="flex max-w-3xl flex-col gap-4">
        <div className="flex flex-col gap-1.5">
          <label htmlFor="map-file" className="text-sm font-medium">
            {t('File')}
          </label>
          <input
            id="map-file"
            type="file"
            accept=".json,.csv,.mmd,.mermaid,.txt,.md"
            onChange={take}
            className="min-h-10 w-full rounded-lg border border-field bg-panel p-1.5 text-sm file:mr-3 file:min-h-7 file:rounded-md file:border-0 file:bg-sunk file:px-3 file:text-sm file:text-ink"
          />
        </div>
        <TextArea
          label={t('Or the text itself')}
          rows={8}
          value={text}
          onChange={(event) => {
            stale();
            setText(event.target.value);
          }}
          className="font-mono text-xs"
          spellCheck={false}
          placeholder={'journey\n  section Buy\n    Basket and payment: 4: Ana'}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={t('Format')}
            value={format}
            onChange={(event) => {
              stale();
              setFormat(event.target.value as Format | '');
            }}
          >
            <option value="">{t('Find out from the text')}</option>
            {Object.entries(FORMATS).map(([key, label]) => (
              <option key={key} value={key}>
                {t(label)}
              </option>
            ))}
          </SelectField>
          {journey ? null : (
            <TextField
              label={t('Name of the journey')}
              value={title}
              maxLength={80}
              hint={t('Left empty, it has the name that the text gives.')}
              onChange={(event) => {
                stale();
                setTitle(event.target.value);
              }}
            />
          )}
        </div>
        <Refusal>{refusal}</Refusal>
        <div>
          <Button
            type="submit"
            variant={preview ? 'secondary' : 'primary'}
            disabled={pending}
            aria-busy={pending}
          >
            {pending && !preview ? t('Reading…') : t('Preview')}
          </Button>
        </div>
      </form>
      {preview ? (
        <section aria-labelledby="import-preview" className="flex flex-col gap-4">
          <h2 id="import-preview" ref={heading} tabIndex={-1} className="text-base font-bold outline-none">
            {preview.faults ? t('What has to be corrected first') : t('What this makes')}
          </h2>
          {preview.faults ? (
            <Faults faults={preview.faults} />
          ) : (
            <>
              <Made preview={preview} into={journey !== null} />
              <div className="flex flex-wrap items-center gap-3">
                <Button variant="primary" size="large" onClick={apply} disabled={pending} aria-busy={pending}>
                  {pending ? t('Importing…') : journey ? t('Change the map') : t('Make the journey')}
                </Button>
                {journey ? (
                  <p className="text-sm text-soft">
                    {t('The map as it is now is kept under Versions first.')}
                  </p>
                ) : null}
              </div>
            </>
          )}
        </section>
      ) : null}
    </div>
  );
}

function Faults({ faults }: { faults: { line: number; column: number | null; message: string }[] }) {
  const t = useText();
  return (
    <>
      <p className="text-sm text-soft">
        {t('Nothing has been changed. Correct the text above, then look again.')}
      </p>
      <ul className="flex max-w-3xl flex-col divide-y divide-line rounded-xl border border-line bg-panel">
        {faults.map(({ line, column, message }) => (
          <li key={`${line} ${column} ${message}`} className="flex flex-wrap gap-x-4 px-4 py-2.5 text-sm">
            <span className="tabular min-w-36 font-semibold">
              {column === null
                ? t('Line {line}', { line: String(line) })
                : t('Line {line}, column {column}', { line: String(line), column: String(column) })}
            </span>
            <span className="min-w-0 break-words">{message}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

function Made({ preview, into }: { preview: Readable; into: boolean }) {
  const t = useText();
  const { counts, stages, notes, newTeams, changes } = preview;
  const facts = [
    [t(FORMATS[preview.format]), t('format##a fact')],
    [stages.length, t('stages##a fact')],
    [counts.touchpoints, t('touchpoints##a fact')],
    [counts.statements, t('statements##a fact')],
    [counts.paths, t('paths##a fact')],
    [counts.personas, t('personas##a fact')],
  ] as const;
  return (
    <>
      <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
        {facts.map(([value, name]) => (
          <div key={name}>
            <dt className="text-xs text-soft first-letter:uppercase">{name}</dt>
            <dd className="tabular font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
      {newTeams.length > 0 ? (
        <p className="text-sm">
          {t('Teams that are added to the workspace: {teams}.', { teams: newTeams.join(', ') })}
        </p>
      ) : null}
      {notes.length > 0 ? (
        <Notice tone="warn">
          <ul className="list-disc pl-4">
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {into && changes ? (
        <DifferenceList
          differences={changes.differences}
          names={changes.names}
          t={t}
          from={t('Now')}
          to={t('After the import')}
        />
      ) : (
        <section
          aria-label={t('Stages and touchpoints')}
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
          tabIndex={0}
          className="relative overflow-x-auto rounded-xl border border-line bg-panel"
        >
          <h3 className="border-b border-line px-3 py-2 text-sm font-bold">{preview.title}</h3>
          <ol className="flex min-w-max divide-x divide-line">
            {stages.map(({ title, touchpoints }, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two stages may have one name, and none of them moves
              <li key={place} className="w-44 p-3">
                <p className="text-sm font-bold break-words">{title}</p>
                <ul className="mt-1.5 flex flex-col gap-1.5">
                  {touchpoints.map((touchpoint, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: as above
                    <li key={index} className="text-xs break-words">
                      {touchpoint}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ol>
        </section>
      )}
    </>
  );
}
