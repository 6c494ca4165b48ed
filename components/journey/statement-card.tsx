'use client';

import { ArrowDown, ArrowUp, ChevronRight, Lightbulb, Pencil, Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import { formatDay } from '@/lib/format';
import type { StatementView } from '@/lib/insights/model';
import {
  type Effect,
  isBackstage,
  STATEMENT_STATE_LABELS,
  STATEMENT_STATES,
  STATES_IN_SENTENCE,
  type StatementDetail,
  type StatementState,
} from '@/lib/journey/model/statement';
import { carriedBy, isExpired, missingFor, whyLess } from '@/lib/journey/rules/statement';
import { msg } from '@/lib/translate';
import { changeIn } from './changed';
import { EvidenceList } from './evidence-list';
import { useEditor } from './map-editor';
import { StatementForm } from './statement-form';
import { STATE_BORDER, StateLabel, StatementText } from './statement-look';

const EFFECT_ON_CUSTOMER: Readonly<Record<Effect, string>> = {
  supports: msg('Supports the customer'),
  hinders: msg('Hinders the customer'),
};

/** One statement: what it says, how sure it is, and what that rests on. */
export function StatementCard({
  statement,
  place,
  detail,
}: {
  statement: StatementView;
  /** Its place among those of its kind. */
  place: { index: number; of: number };
  /** null until it is read from the server. */
  detail: StatementDetail | null;
}) {
  const { editable, edit, map } = useEditor();
  const t = useText();
  const router = useRouter();
  const [editing, setEditing] = useState(false);
  const [open, setOpen] = useState(false);
  const panel = useId();
  const { id, state, evidence } = statement;
  const count = evidence.length;
  const name = (statement.words ?? statement.text).slice(0, 60);

  if (editing) {
    return (
      <li>
        <StatementForm
          statement={statement}
          submitText={t('Save')}
          onCancel={() => setEditing(false)}
          onSubmit={(said) => {
            setEditing(false);
            const patch = changeIn(said, statement);
            if (patch) void edit({ kind: 'editStatement', id, patch }, t('Changed the statement'));
          }}
        />
      </li>
    );
  }

  return (
    <li className={`flex flex-col gap-1.5 rounded-xl px-3 py-2.5 ${STATE_BORDER[state]}`}>
      <p className="text-sm">
        <StatementText statement={statement} t={t} />
      </p>
      <Notes statement={statement} detail={detail} />
      <Sureness statement={statement} name={name} onShowEvidence={() => setOpen(true)} />
      <div className="flex flex-wrap items-center justify-between gap-x-2">
        <button
          type="button"
          aria-expanded={open}
          aria-controls={panel}
          className="inline-flex min-h-7 items-center gap-1 text-xs font-medium"
          onClick={() => setOpen(!open)}
        >
          <ChevronRight aria-hidden="true" className={`size-3.5 ${open ? 'rotate-90' : ''}`} />
          {t('{n, plural, =0 {No evidence} one {# piece of evidence} other {# pieces of evidence}}', {
            n: count,
          })}
          <span className="sr-only"> {t('of “{name}”', { name })}</span>
        </button>
        {editable ? (
          <div className="no-print flex">
            <Act
              label={t('Start an improvement from “{name}”', { name })}
              onClick={() => router.push(`/improvements/new?journey=${map.id}&statement=${id}`)}
            >
              <Lightbulb aria-hidden="true" className="size-3.5" />
            </Act>
            {place.of > 1 ? (
              <>
                <Act
                  label={t('Move up “{name}”', { name })}
                  disabled={place.index === 0}
                  onClick={() => void edit({ kind: 'moveStatement', id, index: place.index - 1 })}
                >
                  <ArrowUp aria-hidden="true" className="size-3.5" />
                </Act>
                <Act
                  label={t('Move down “{name}”', { name })}
                  disabled={place.index === place.of - 1}
                  onClick={() => void edit({ kind: 'moveStatement', id, index: place.index + 1 })}
                >
                  <ArrowDown aria-hidden="true" className="size-3.5" />
                </Act>
              </>
            ) : null}
            <Act label={t('Edit “{name}”', { name })} onClick={() => setEditing(true)}>
              <Pencil aria-hidden="true" className="size-3.5" />
            </Act>
            <Act
              label={t('Delete “{name}”', { name })}
              onClick={() => void edit({ kind: 'retireStatement', id }, t('Deleted the statement'))}
            >
              <Trash2 aria-hidden="true" className="size-3.5" />
            </Act>
          </div>
        ) : null}
      </div>
      <div id={panel} hidden={!open}>
        {open ? <EvidenceList statement={statement} details={detail?.evidence ?? []} /> : null}
      </div>
    </li>
  );
}

/** For whom it holds, what it does, who said so. */
function Notes({ statement, detail }: { statement: StatementView; detail: StatementDetail | null }) {
  const { map } = useEditor();
  const t = useText();
  const { effect, personaId, expiresOn, words, kind } = statement;
  const persona = map.personas.find(({ id }) => id === personaId)?.name;
  const notes = [
    words ? t('In a customer’s own words') : null,
    effect && isBackstage(kind) ? t(EFFECT_ON_CUSTOMER[effect]) : null,
    personaId ? t('Holds for {persona}', { persona: persona ?? t('another persona') }) : null,
    expiresOn
      ? isExpired(statement, map.today)
        ? t('Expired {day}', { day: formatDay(expiresOn, map.language) })
        : t('Expires {day}', { day: formatDay(expiresOn, map.language) })
      : null,
    detail ? `${detail.author ?? t('Somebody')}, ${formatDay(detail.createdOn, map.language)}` : null,
  ].filter(Boolean);
  return <p className="text-xs text-soft">{notes.join(' · ')}</p>;
}

/** How sure it is; an editor may claim more or less, as far as the evidence carries it. */
function Sureness({
  statement,
  name,
  onShowEvidence,
}: {
  statement: StatementView;
  name: string;
  onShowEvidence: () => void;
}) {
  const { map, editable, edit } = useEditor();
  const t = useText();
  const [wanted, setWanted] = useState<StatementState | null>(null);
  const { id, kind, claimed, state, evidence } = statement;
  const why = whyLess({ ...statement, state: claimed }, evidence, map.today, t);
  const carried = carriedBy(kind, evidence, map.today);
  const refused = wanted && missingFor(kind, wanted, evidence, map.today);
  const more = claimed !== 'refuted' && STATEMENT_STATES.indexOf(carried) > STATEMENT_STATES.indexOf(claimed);

  function claim(next: StatementState) {
    const missing = missingFor(kind, next, evidence, map.today);
    setWanted(missing ? next : null);
    if (missing) onShowEvidence();
    else void edit({ kind: 'editStatement', id, patch: { state: next } });
  }

  return (
    <>
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {editable ? (
          <select
            aria-label={t('How sure “{name}” is', { name })}
            value={claimed}
            className="min-h-7 rounded-md border border-field bg-panel px-1.5 text-xs"
            onChange={(event) => claim(event.target.value as StatementState)}
          >
            {STATEMENT_STATES.map((one) => (
              <option key={one} value={one}>
                {t(STATEMENT_STATE_LABELS[one])}
              </option>
            ))}
          </select>
        ) : null}
        {!editable || why ? (
          <span className="inline-flex items-center gap-1">
            {why && editable ? <span className="text-2xs text-soft">{t('shown as')}</span> : null}
            <StateLabel state={state} t={t} />
          </span>
        ) : null}
        {editable && more ? (
          <button
            type="button"
            className="min-h-6 text-left text-xs underline underline-offset-2"
            onClick={() => claim(carried)}
          >
            {t('Its evidence carries “{state}”: claim it', { state: t(STATES_IN_SENTENCE[carried]) })}
          </button>
        ) : null}
      </div>
      {why ? <p className="rounded-md bg-warn px-2 py-1 text-xs text-on-warn">{t(why)}</p> : null}
      {refused ? (
        <p role="alert" className="text-xs font-medium text-bad">
          {t(refused)}
        </p>
      ) : null}
    </>
  );
}

function Act({
  label,
  disabled = false,
  onClick,
  children,
}: {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <Button
      icon
      size="small"
      variant="quiet"
      aria-label={label}
      title={label}
      disabled={disabled}
      className="-my-0.5 size-7 text-soft"
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
