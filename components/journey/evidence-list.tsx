'use client';

import { ExternalLink, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { useText } from '@/components/ui/text';
import { formatCount, formatDay } from '@/lib/format';
import type { StatementView } from '@/lib/insights/model';
import {
  EVIDENCE_KIND_LABELS,
  EVIDENCE_MONTHS,
  type EvidenceKind,
  type EvidenceView,
} from '@/lib/journey/model/statement';
import { isExpired, isOld, monthsBetween } from '@/lib/journey/rules/statement';
import { METRICS } from '@/lib/scoring/metrics';
import { changeIn } from './changed';
import { EvidenceForm } from './evidence-form';
import { useEditor } from './map-editor';
import { SOURCE_LABELS } from './source-labels';
import { pointClass } from './tones';

/** What a statement rests on, and what speaks against it. */
export function EvidenceList({ statement, details }: { statement: StatementView; details: EvidenceView[] }) {
  const t = useText();
  const { editable, edit } = useEditor();
  const [adding, setAdding] = useState(false);
  return (
    <div className="flex flex-col gap-2 pb-1">
      {statement.evidence.length === 0 && !adding ? (
        <p className="text-xs text-soft">
          {editable
            ? t('Add what you know from customers, or use an answer: under Answers each has a button for it.')
            : t('Nobody has said why this may be believed.')}
        </p>
      ) : null}
      <ul className="flex flex-col gap-2">
        {statement.evidence.map((one) => (
          <Piece key={one.id} one={one} detail={details.find(({ id }) => id === one.id) ?? null} />
        ))}
      </ul>
      {editable && adding ? (
        <EvidenceForm
          submitText={t('Add the evidence')}
          onCancel={() => setAdding(false)}
          onSubmit={(evidence) => {
            setAdding(false);
            void edit({ kind: 'addEvidence', statementId: statement.id, evidence }, t('Added the evidence'));
          }}
        />
      ) : null}
      {editable && !adding ? (
        <Button size="small" className="self-start" onClick={() => setAdding(true)}>
          <Plus aria-hidden="true" className="size-4" /> {t('Add evidence')}
        </Button>
      ) : null}
    </div>
  );
}

function Piece({
  one,
  detail,
}: {
  one: StatementView['evidence'][number];
  /** null until it is read from the server. */
  detail: EvidenceView | null;
}) {
  const t = useText();
  const { map, editable, edit } = useEditor();
  const [editing, setEditing] = useState<EvidenceView | null>(null);
  const label = t(EVIDENCE_KIND_LABELS[one.kind as EvidenceKind] ?? one.kind);
  const day = formatDay(one.gatheredOn, map.language);

  if (editing) {
    return (
      <li>
        <EvidenceForm
          evidence={editing}
          submitText={t('Save')}
          onCancel={() => setEditing(null)}
          onSubmit={(evidence) => {
            setEditing(null);
            const patch = changeIn(evidence, editing);
            if (!patch) return;
            const seen = Object.fromEntries(
              Object.keys(patch).map((field) => [field, editing[field as keyof EvidenceView]]),
            );
            void edit({ kind: 'editEvidence', id: one.id, patch, seen }, t('Changed the evidence'));
          }}
        />
      </li>
    );
  }

  return (
    <li className="rounded-lg bg-sunk px-2.5 py-2 text-xs">
      <div className="flex items-start justify-between gap-2">
        <p className="tabular flex min-w-0 flex-wrap items-center gap-x-1.5 gap-y-1">
          <span className="font-semibold">{label}</span>
          {one.stance === 'contradicts' ? <Chip tone="warn">{t('Contradicts')}</Chip> : null}
          <span className="text-soft">
            {[day, one.n === null ? null : `n ${formatCount(one.n, t.tongue)}`, detail?.method]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </p>
        {editable && detail ? (
          <span className="no-print flex shrink-0">
            <Button
              icon
              size="small"
              variant="quiet"
              className="-my-1 size-7 text-soft"
              aria-label={t('Edit the evidence: {label}, {day}', { label, day })}
              onClick={() => setEditing(detail)}
            >
              <Pencil aria-hidden="true" className="size-3.5" />
            </Button>
            <Button
              icon
              size="small"
              variant="quiet"
              className="-my-1 size-7 text-soft"
              aria-label={t('Remove the evidence: {label}, {day}', { label, day })}
              onClick={() => void edit({ kind: 'removeEvidence', id: one.id }, t('Removed the evidence'))}
            >
              <Trash2 aria-hidden="true" className="size-3.5" />
            </Button>
          </span>
        ) : null}
      </div>
      {detail?.answer ? <AnswerLine answer={detail.answer} /> : null}
      {detail?.quote ? (
        <blockquote className="mt-1 break-words whitespace-pre-line">
          {t('“{quote}”', { quote: detail.quote })}
        </blockquote>
      ) : null}
      <Age one={one} />
      <p className="mt-1 flex flex-wrap gap-x-2 text-soft">
        {detail ? (
          <span>
            {t('Added by {author}, {day}', {
              author: detail.author ?? t('somebody'),
              day: formatDay(detail.addedOn, map.language),
            })}
          </span>
        ) : (
          <span>{t('Saving…')}</span>
        )}
        {detail?.link ? (
          <a
            href={detail.link}
            target="_blank"
            rel="noreferrer"
            className="inline-flex min-h-6 items-center gap-1 underline underline-offset-2"
          >
            {t('Source')} <ExternalLink aria-hidden="true" className="size-3" />
            <span className="sr-only">{t('(opens a new tab)')}</span>
          </a>
        ) : null}
      </p>
    </li>
  );
}

/** One of our own answers, as it is where it is kept. */
function AnswerLine({ answer: { metric, score, source } }: { answer: NonNullable<EvidenceView['answer']> }) {
  const t = useText();
  return (
    <p className="mt-1 flex items-center gap-2 text-soft">
      {score === null ? null : (
        <span
          className={`tabular inline-flex rounded-md px-1.5 py-0.5 text-2xs leading-4 font-bold ${pointClass(metric, score)}`}
        >
          <span className="pr-1 font-medium">{METRICS[metric].label}</span>
          {String(score).replace('-', '−')}
        </span>
      )}
      <span>{t('Our own answer, {source}', { source: t(SOURCE_LABELS[source]) })}</span>
    </p>
  );
}

/** Says so where time has taken from what it carries. */
function Age({ one }: { one: StatementView['evidence'][number] }) {
  const t = useText();
  const { map } = useEditor();
  if (isExpired(one, map.today)) {
    return (
      <p className="mt-1 font-medium text-on-warn">
        <span className="rounded bg-warn px-1">
          {t('Expired {day}: no longer counts', { day: formatDay(one.expiresOn ?? '', map.language) })}
        </span>
      </p>
    );
  }
  if (isOld(one, map.today)) {
    const months = Math.max(EVIDENCE_MONTHS, monthsBetween(one.gatheredOn, map.today));
    return (
      <p className="mt-1 font-medium text-on-warn">
        <span className="rounded bg-warn px-1">
          {t('{months} months old: counts one step less', { months })}
        </span>
      </p>
    );
  }
  return one.expiresOn ? (
    <p className="mt-1 text-soft">
      {t('Counts until {day}', { day: formatDay(one.expiresOn, map.language) })}
    </p>
  ) : null;
}
