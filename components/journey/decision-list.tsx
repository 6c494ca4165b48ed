'use client';

import Link from 'next/link';
import { useText } from '@/components/ui/text';
import { formatDay } from '@/lib/format';
import type { Translate } from '@/lib/translate';
import type { FormField, Reply } from './form-dialog';
import { AddButton, HistoryItem } from './history-item';

/** A decision as it is listed. */
export type DecisionView = {
  id: string;
  journeyId: string;
  touchpointId: string | null;
  touchpointTitle: string | null;
  versionId: string | null;
  versionText: string | null;
  text: string;
  reason: string;
  decidedOn: string;
  /** null: somebody who has left. */
  by: string | null;
};

type Said = { text: string; reason: string; decidedOn: string };

export type DecisionWays = {
  add: (
    input: Said & { journeyId: string; touchpointId: string | null; versionId?: string | null },
  ) => Promise<Reply>;
  edit: (input: Said & { id: string; seen: Said }) => Promise<Reply>;
  remove: (
    id: string,
  ) => Promise<
    | { ok: true; value: Said & { journeyId: string; touchpointId: string | null; versionId: string | null } }
    | { ok: false }
  >;
};

const fieldsIn = (t: Translate): FormField[] => [
  { name: 'text', label: t('What was decided'), kind: 'line', maxLength: 300 },
  { name: 'reason', label: t('Why'), kind: 'lines', maxLength: 2000 },
  { name: 'decidedOn', label: t('When'), kind: 'day' },
];

const saidOf = (values: Record<string, string>): Said => ({
  text: values.text ?? '',
  reason: values.reason ?? '',
  decidedOn: values.decidedOn ?? '',
});

/** Asks what was decided. */
export function AddDecision({
  about,
  today,
  add,
  primary = false,
}: {
  about: { journeyId: string; touchpointId: string | null };
  today: string;
  add: DecisionWays['add'];
  primary?: boolean;
}) {
  const t = useText();
  return (
    <AddButton
      text={t('Log a decision')}
      title={t('Log a decision')}
      done={t('Logged the decision')}
      fields={fieldsIn(t)}
      values={{ decidedOn: today }}
      primary={primary}
      onSave={(values) => add({ ...about, ...saidOf(values) })}
    />
  );
}

/** What was decided, why, and on which version of the map. */
export function DecisionList({
  decisions,
  language,
  ways,
  small = false,
}: {
  decisions: readonly DecisionView[];
  language: 'en' | 'de';
  /** null where the member may only look. */
  ways: DecisionWays | null;
  /** Without what the place itself says already. */
  small?: boolean;
}) {
  const t = useText();
  return (
    <ul className={small ? 'flex flex-col gap-3' : 'flex flex-col divide-y divide-line [&>li]:py-4'}>
      {decisions.map((one) => {
        const seen = { text: one.text, reason: one.reason, decidedOn: one.decidedOn };
        return (
          <HistoryItem
            key={one.id}
            name={one.text}
            edit={
              ways && {
                title: t('Edit the decision'),
                fields: fieldsIn(t),
                values: seen,
                onSave: (values) => ways.edit({ id: one.id, ...saidOf(values), seen }),
              }
            }
            remove={
              ways &&
              (async () => {
                const reply = await ways.remove(one.id);
                return reply.ok ? () => ways.add(reply.value) : null;
              })
            }
          >
            <p className={`font-semibold break-words ${small ? 'text-sm' : ''}`}>{one.text}</p>
            <p className="mt-0.5 text-sm break-words whitespace-pre-line">{one.reason}</p>
            <p className="mt-1 flex flex-wrap gap-x-2 text-xs text-soft">
              <span>{formatDay(one.decidedOn, language)}</span>
              <span>{one.by ?? t('a former member')}</span>
              {small || !one.touchpointId ? null : (
                <Link
                  className="underline underline-offset-2"
                  href={`/journeys/${one.journeyId}?touchpoint=${one.touchpointId}`}
                >
                  {one.touchpointTitle}
                </Link>
              )}
              {one.versionId ? (
                <Link
                  className="underline underline-offset-2"
                  href={`/journeys/${one.journeyId}/versions/${one.versionId}`}
                >
                  {t('on {version}', { version: one.versionText ?? '' })}
                </Link>
              ) : null}
            </p>
          </HistoryItem>
        );
      })}
    </ul>
  );
}
