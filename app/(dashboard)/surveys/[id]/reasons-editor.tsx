'use client';

import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import {
  addOwnReason,
  MOST_REASONS,
  newReasonId,
  type ReasonList,
  type Reasons,
  textsOf,
  toggleReason,
  withText,
} from '@/components/survey/content-edits';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { FRICTIONS, type ReasonId, STRENGTHS } from '@/lib/survey/model/follow-up';
import { isOwnReason } from '@/lib/survey/rules/changes';
import type { Editing } from './editing';

/** The chips that are offered: what was in the way after low and middle scores, what went well after high ones. */
export function ReasonsEditor({ editing, reasons }: { editing: Editing; reasons: Reasons }) {
  const t = useText();
  const { first } = editing;
  return (
    <div className="mt-4 flex flex-col gap-5">
      {reasons.after.some((group) => group !== 'high') ? (
        <List
          editing={editing}
          list="frictions"
          stock={FRICTIONS}
          offered={reasons.frictions}
          name={t('After low and middle scores')}
          prompt={first.reasons.friction}
        />
      ) : null}
      {reasons.after.includes('high') ? (
        <List
          editing={editing}
          list="strengths"
          stock={STRENGTHS}
          offered={reasons.strengths}
          name={t('After high scores')}
          prompt={first.reasons.strength}
        />
      ) : null}
    </div>
  );
}

function List({
  editing,
  list,
  stock,
  offered,
  name,
  prompt,
}: {
  editing: Editing;
  list: ReasonList;
  stock: readonly ReasonId[];
  offered: readonly string[];
  name: string;
  prompt: string;
}) {
  const t = useText();
  const toast = useToast();
  const { content, change, first, canEdit, errorOf } = editing;
  const [label, setLabel] = useState('');
  const full = offered.length >= MOST_REASONS;
  const fault = errorOf(`content.followUps.reasons.${list}`);

  function add() {
    const own = label.trim();
    if (own === '' || full) return;
    change(addOwnReason(content, list, first.tag, { id: newReasonId(), label: own }));
    setLabel('');
  }

  function remove(id: string) {
    const before = content;
    change(toggleReason(content, list, id));
    toast(t('The reason is no longer offered.'), { label: t('Undo'), run: () => change(before) });
  }

  return (
    <fieldset disabled={!canEdit} aria-describedby={fault ? `fault-${list}` : undefined}>
      <legend className="text-sm font-medium">{name}</legend>
      <p lang={first.tag} dir={first.dir} className="mt-0.5 text-sm text-soft">
        {prompt}
      </p>
      <div className="mt-2 flex flex-wrap gap-1.5">
        {stock.map((id) => (
          <label
            key={id}
            lang={first.tag}
            className="relative inline-flex min-h-9 items-center rounded-full border border-field px-3 text-sm has-checked:border-transparent has-checked:bg-primary has-checked:text-on-primary has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent has-disabled:opacity-60"
          >
            <input
              type="checkbox"
              name={`content.followUps.reasons.${list}`}
              checked={offered.includes(id)}
              disabled={full && !offered.includes(id)}
              onChange={() => change(toggleReason(content, list, id))}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
            {first.reasons.labels[id]}
          </label>
        ))}
      </div>
      <ul className="mt-2 flex flex-col gap-2">
        {offered.filter(isOwnReason).map((id) => {
          const path = `content.texts.${first.tag}.reasons.${id}`;
          const own = textsOf(content, first.tag).reasons[id] ?? '';
          return (
            <li key={id} className="flex items-start gap-1.5">
              <div className="min-w-0 flex-1">
                <TextField
                  label={t('Your own reason')}
                  labelHidden
                  name={path}
                  value={own}
                  maxLength={40}
                  lang={first.tag}
                  dir={first.dir}
                  error={errorOf(path)}
                  onChange={(event) =>
                    change(withText(content, first.tag, `reasons.${id}`, event.target.value))
                  }
                />
              </div>
              {canEdit ? (
                <Button
                  icon
                  variant="quiet"
                  aria-label={t('Remove the reason “{reason}”', { reason: own })}
                  onClick={() => remove(id)}
                >
                  <X aria-hidden="true" className="size-4" />
                </Button>
              ) : null}
            </li>
          );
        })}
      </ul>
      {canEdit ? (
        <div className="mt-2 flex flex-wrap items-end gap-2">
          <div className="min-w-40 flex-1">
            <TextField
              label={t('A reason of your own')}
              value={label}
              maxLength={40}
              lang={first.tag}
              dir={first.dir}
              disabled={full}
              hint={
                full
                  ? t('Eight is the most: nobody reads more. Take one away to add another.')
                  : t('You name it in each further language under Languages.')
              }
              onChange={(event) => setLabel(event.target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter') return;
                event.preventDefault();
                add();
              }}
            />
          </div>
          <Button className="mb-[1.375rem]" disabled={full || label.trim() === ''} onClick={add}>
            <Plus aria-hidden="true" className="size-4" />
            {t('Add')}
          </Button>
        </div>
      ) : null}
      {fault ? (
        <p id={`fault-${list}`} className="mt-1 text-xs font-medium text-bad">
          {fault}
        </p>
      ) : null}
    </fieldset>
  );
}
