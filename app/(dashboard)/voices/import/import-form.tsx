'use client';

import Link from 'next/link';
import { useForm } from '@/app/use-form';
import { CheckField, SelectField, TextArea, TextField } from '@/components/ui/field';
import { Notice, Refusal } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import type { PlaceRow } from '@/db/queries/voices';
import { msg } from '@/lib/translate';
import { MATERIAL_KINDS, VOICE_KIND_LABELS } from '@/lib/voices/model';
import type { RefusedRow } from '@/lib/voices/rules/read-material';
import { importAction } from '../actions';

const WHY: Record<RefusedRow['why'], string> = {
  empty: msg('no text'),
  long: msg('longer than 4,000 characters'),
  day: msg('no day like 2026-03-31'),
};

/** Texts by pasting or by a CSV file, for one touchpoint or journey. */
export function ImportForm({ places, start, today }: { places: PlaceRow[]; start: string; today: string }) {
  const t = useText();
  const { form, refusal, error, value, done } = useForm(importAction);
  const journeys = [...new Set(places.map(({ journeyId }) => journeyId))];
  const wrong = ['material', 'material.0.text', 'material.0.day', 'material.0.author', 'file']
    .map(error)
    .find((one) => one !== null);
  return (
    <form
      {...form}
      className="flex max-w-3xl flex-col gap-4 rounded-xl border border-line bg-panel p-5 shadow-card"
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <SelectField
          label={t('About')}
          name="lineageId"
          defaultValue={value('lineageId', start)}
          error={error('lineageId')}
        >
          {journeys.map((id) => {
            const own = places.filter(({ journeyId }) => journeyId === id);
            return (
              <optgroup key={id} label={own[0]?.journeyTitle ?? ''}>
                {own.map(({ lineageId, touchpointId, touchpointTitle }) => (
                  <option key={touchpointId ?? id} value={lineageId}>
                    {touchpointTitle ?? t('The whole journey')}
                  </option>
                ))}
              </optgroup>
            );
          })}
        </SelectField>
        <SelectField
          label={t('What it is##brought in material')}
          name="kind"
          defaultValue={value('kind', 'interview')}
          error={error('kind')}
        >
          {MATERIAL_KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(VOICE_KIND_LABELS[kind])}
            </option>
          ))}
        </SelectField>
        <TextField
          label={t('Day')}
          name="day"
          type="date"
          max={today}
          required
          defaultValue={value('day', today)}
          hint={t('Rows of a file with their own day keep it.')}
        />
        <TextField
          label={t('Who said it (optional)')}
          name="author"
          maxLength={120}
          defaultValue={value('author')}
          hint={t('A role or a letter is better than a name: “tenant, 34”.')}
        />
      </div>
      <TextField
        label={t('Where it comes from (optional)')}
        name="origin"
        maxLength={200}
        defaultValue={value('origin')}
        placeholder={t('Interviews of May, app store, help desk…')}
        error={error('origin')}
      />
      <TextArea
        label={t('Text')}
        name="text"
        rows={9}
        defaultValue={value('text')}
        error={wrong && !wrong.includes('column') ? wrong : null}
      />
      <CheckField
        label={t('Each paragraph is a voice of its own')}
        name="paragraphs"
        defaultChecked
        hint={t('A blank line parts them.')}
      />
      <TextField
        label={t('Or a CSV file')}
        name="file"
        type="file"
        accept=".csv,text/csv,text/plain"
        className="py-2"
        hint={t('The first line names the columns: “text”, and if there are any “day” and “author”.')}
        error={error('file')}
      />
      <p className="text-xs text-soft">
        {t(
          'Personal data is masked before it is stored, as the settings say. Names are masked only if they are listed there: read through what you bring in.',
        )}
      </p>
      <Refusal>{refusal}</Refusal>
      {done ? (
        <Notice tone={done.added > 0 ? 'good' : 'plain'} live>
          {t('{added, plural, =0 {No voice} one {One voice} other {# voices}} brought in.', {
            added: done.added,
          })}{' '}
          {done.repeated > 0
            ? t('{n, plural, one {One was} other {# were}} here already.', { n: done.repeated })
            : ''}{' '}
          {done.added > 0 ? (
            <Link href="/voices" className="font-medium underline">
              {t('See the voices')}
            </Link>
          ) : null}
          {done.refused.length > 0 ? (
            <ul className="mt-1 list-disc pl-5">
              {done.refused.slice(0, 10).map(({ line, why }) => (
                <li key={line}>{t('Line {line} was left out: {why}.', { line, why: t(WHY[why]) })}</li>
              ))}
              {done.refused.length > 10 ? (
                <li>{t('And {n} more.', { n: done.refused.length - 10 })}</li>
              ) : null}
            </ul>
          ) : null}
        </Notice>
      ) : null}
      <div>
        <SubmitButton pendingText={t('Reading…')}>{t('Bring in')}</SubmitButton>
      </div>
    </form>
  );
}
