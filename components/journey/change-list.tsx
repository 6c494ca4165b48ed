'use client';

import Link from 'next/link';
import { useText } from '@/components/ui/text';
import { formatDay } from '@/lib/format';
import type { ChangeView, JourneyChangesView } from '@/lib/insights/model';
import type { Translate } from '@/lib/translate';
import { BeforeAfterList } from './before-after';
import type { FormField, Reply } from './form-dialog';
import { AddButton, HistoryItem } from './history-item';

type Said = { changedOn: string; text: string; outcome: string };

export type MarkerWays = {
  add: (input: Said & { journeyId: string; touchpointId: string | null }) => Promise<Reply>;
  edit: (input: Said & { id: string; seen: Said }) => Promise<Reply>;
  remove: (
    id: string,
  ) => Promise<
    { ok: true; value: Said & { journeyId: string; touchpointId: string | null } } | { ok: false }
  >;
};

/** Asks what was changed for customers. */
export function AddChange({
  about,
  today,
  outcomes,
  add,
}: {
  /** Without a touchpoint: the whole journey. */
  about: { journeyId: string; touchpointId: string | null };
  today: string;
  /** Names of the journey's outcomes. */
  outcomes: readonly string[];
  add: MarkerWays['add'];
}) {
  const t = useText();
  return (
    <AddButton
      text={t('Mark a change')}
      title={about.touchpointId === null ? t('Mark a change of the whole journey') : t('Mark a change')}
      done={t('Marked the change')}
      fields={fieldsOf(outcomes, t)}
      values={{ changedOn: today }}
      onSave={(values) => add({ ...about, ...saidOf(values) })}
    />
  );
}

/** Marked changes, the newest first, each with what customers answered before and after it. */
export function ChangeList({
  changes,
  outcomes,
  language,
  nothing,
  ways,
  among,
}: {
  /** The oldest first. */
  changes: readonly ChangeView[];
  outcomes: readonly string[];
  language: 'en' | 'de';
  /** What is said in place of a comparison where nobody was ever asked. */
  nothing: string;
  /** null where the member may only look. */
  ways: MarkerWays | null;
  /** Where they are listed: at a touchpoint a change of the whole journey says that it is one. */
  among: 'touchpoint' | 'journey';
}) {
  const t = useText();
  return (
    <ul className="flex flex-col gap-4">
      {[...changes].reverse().map((change) => {
        const { id, changedOn, text, outcome, touchpointId } = change.marker;
        const seen = { changedOn, text, outcome };
        const day = formatDay(changedOn, language);
        return (
          <HistoryItem
            key={id}
            name={text}
            edit={
              ways && {
                title: t('Edit the change'),
                fields: fieldsOf(outcomes, t),
                values: seen,
                onSave: (values) => ways.edit({ id, ...saidOf(values), seen }),
              }
            }
            remove={
              ways &&
              (async () => {
                const reply = await ways.remove(id);
                return reply.ok ? () => ways.add(reply.value) : null;
              })
            }
          >
            <p className="text-sm font-semibold break-words">{text}</p>
            <p className="mt-0.5 text-xs text-soft">
              {among === 'touchpoint' && touchpointId === null
                ? t('{day}, to move {outcome} (whole journey)', { day, outcome })
                : t('{day}, to move {outcome}', { day, outcome })}
            </p>
            <BeforeAfterList change={change} language={language} nothing={nothing} t={t} />
          </HistoryItem>
        );
      })}
    </ul>
  );
}

/** Changes of single touchpoints, the newest first, each leading to the touchpoint's history. */
export function TouchpointChanges({
  journeyId,
  changes,
  language,
}: {
  journeyId: string;
  changes: JourneyChangesView['elsewhere'];
  language: 'en' | 'de';
}) {
  return (
    <ul className="flex flex-col gap-2 text-sm">
      {[...changes].reverse().map(({ id, changedOn, text, touchpointId, touchpointTitle }) => (
        <li key={id} className="break-words">
          {text}
          <span className="flex flex-wrap gap-x-2 text-xs text-soft">
            {formatDay(changedOn, language)}
            <Link
              className="underline underline-offset-2"
              href={`/journeys/${journeyId}?touchpoint=${touchpointId}&tab=history`}
            >
              {touchpointTitle}
            </Link>
          </span>
        </li>
      ))}
    </ul>
  );
}

function fieldsOf(outcomes: readonly string[], t: Translate): FormField[] {
  return [
    { name: 'text', label: t('What was changed'), kind: 'line', maxLength: 300 },
    { name: 'changedOn', label: t('From which day customers felt it'), kind: 'day' },
    {
      name: 'outcome',
      label: t('What it is meant to move'),
      kind: 'line',
      maxLength: 80,
      hint:
        outcomes.length > 0
          ? t('One of the journey’s outcomes, or your own words.')
          : t('Such as effort, conversion or calls.'),
      proposals: outcomes,
    },
  ];
}

const saidOf = (values: Record<string, string>): Said => ({
  changedOn: values.changedOn ?? '',
  text: values.text ?? '',
  outcome: values.outcome ?? '',
});
