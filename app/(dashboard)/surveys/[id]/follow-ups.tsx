'use client';

import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import {
  addFollowUp,
  moveFollowUp,
  removeFollowUp,
  textsOf,
  toggleAfter,
  withText,
} from '@/components/survey/content-edits';
import { PipeField } from '@/components/survey/pipe-field';
import {
  afterSentence,
  followUpName,
  followUpPurpose,
  groupLabel,
  groupName,
  rangeOf,
} from '@/components/survey/survey-words';
import { Button } from '@/components/ui/button';
import { Menu, MenuItem } from '@/components/ui/menu';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { type FollowUp, type FollowUpKind, GROUPS, MOST_FOLLOW_UPS } from '@/lib/survey/model/follow-up';
import type { Editing } from './editing';
import { ReasonsEditor } from './reasons-editor';

const ADDABLE = ['reasons', 'expectation', 'information', 'handoff'] as const;

/** What is asked after the score: at most three questions, each after some groups of scores, in an order. */
export function FollowUps({ editing }: { editing: Editing }) {
  const t = useText();
  const { content, change, canEdit } = editing;
  const missing = ADDABLE.filter((kind) => !content.followUps.some((one) => one.kind === kind));
  const full = content.followUps.length >= MOST_FOLLOW_UPS;
  return (
    <section aria-labelledby="follow-ups" className="rounded-xl border border-line bg-panel p-4 sm:p-5">
      <h2 id="follow-ups" className="text-base font-semibold">
        {t('After the score')}
      </h2>
      <p className="mt-1 text-sm text-soft">
        {t(
          'The score is saved by the first tap. What follows is voluntary and short: at most three questions, the open one among them.',
        )}
      </p>
      <ol className="mt-4 flex flex-col gap-3">
        {content.followUps.map((one, place) => (
          <Step key={one.kind} editing={editing} one={one} place={place} />
        ))}
      </ol>
      {canEdit ? (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Menu
            label={t('Add a question')}
            align="start"
            trigger={
              <Button disabled={full || missing.length === 0}>
                <Plus aria-hidden="true" className="size-4" />
                {t('Add a question')}
              </Button>
            }
          >
            {missing.map((kind) => (
              <MenuItem key={kind} onSelect={() => change(addFollowUp(content, kind))}>
                <span className="flex max-w-72 flex-col py-1">
                  <span className="font-medium">{followUpName(t, kind)}</span>
                  <span className="text-xs text-soft">{followUpPurpose(t, kind)}</span>
                </span>
              </MenuItem>
            ))}
          </Menu>
          {full ? (
            <p className="text-xs text-soft">
              {t('Three is the most: each further question costs answers. Remove one to add another.')}
            </p>
          ) : null}
        </div>
      ) : null}
      <Branching editing={editing} />
    </section>
  );
}

function Step({ editing, one, place }: { editing: Editing; one: FollowUp; place: number }) {
  const t = useText();
  const toast = useToast();
  const { content, change, metric, canEdit } = editing;
  const name = followUpName(t, one.kind);

  function remove() {
    const before = content;
    change(removeFollowUp(content, one.kind));
    toast(t('“{name}” is no longer asked.', { name }), { label: t('Undo'), run: () => change(before) });
  }

  /** Moves it, and keeps the focus on a button that still does something. */
  function move(by: number, button: HTMLElement) {
    change(moveFollowUp(content, one.kind, by));
    requestAnimationFrame(() => {
      if ((button as HTMLButtonElement).disabled)
        button.parentElement?.querySelector<HTMLElement>('button:enabled')?.focus();
      else button.focus();
    });
  }

  return (
    <li className="rounded-lg border border-line p-3.5" data-follow-up={one.kind}>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0 flex-1 basis-40">
          <h3 className="text-sm font-semibold">
            <span className="tabular text-soft">{place + 1}. </span>
            {name}
          </h3>
          <p className="text-xs text-soft">{followUpPurpose(t, one.kind)}</p>
        </div>
        {canEdit ? (
          <div className="flex gap-1">
            <Button
              icon
              size="small"
              variant="quiet"
              disabled={place === 0}
              aria-label={t('Ask {name} earlier', { name })}
              onClick={({ currentTarget }) => move(-1, currentTarget)}
            >
              <ArrowUp aria-hidden="true" className="size-4" />
            </Button>
            <Button
              icon
              size="small"
              variant="quiet"
              disabled={place === content.followUps.length - 1}
              aria-label={t('Ask {name} later', { name })}
              onClick={({ currentTarget }) => move(1, currentTarget)}
            >
              <ArrowDown aria-hidden="true" className="size-4" />
            </Button>
            {one.kind === 'text' ? null : (
              <Button
                icon
                size="small"
                variant="quiet"
                aria-label={t('Remove {name}', { name })}
                onClick={remove}
              >
                <X aria-hidden="true" className="size-4" />
              </Button>
            )}
          </div>
        ) : null}
      </div>
      {one.kind === 'text' ? (
        <OpenQuestion editing={editing} />
      ) : (
        <fieldset className="mt-3" disabled={!canEdit}>
          <legend className="sr-only">{t('Asked after which scores')}</legend>
          <div className="flex flex-wrap items-center gap-1.5">
            {GROUPS.map((group) => (
              <button
                key={group}
                type="button"
                aria-pressed={one.after.includes(group)}
                onClick={() => change(toggleAfter(content, one.kind, group))}
                className="min-h-8 rounded-full border border-field px-3 text-xs font-medium text-ink aria-pressed:border-transparent aria-pressed:bg-primary aria-pressed:text-on-primary disabled:opacity-60"
              >
                {groupLabel(t, metric, group)}
              </button>
            ))}
          </div>
          <p className="mt-1.5 text-xs text-soft">{afterSentence(t, metric, one.after)}</p>
        </fieldset>
      )}
      {one.kind === 'reasons' ? <ReasonsEditor editing={editing} reasons={one} /> : null}
      {one.kind === 'text' || one.kind === 'reasons' ? null : <Asked editing={editing} kind={one.kind} />}
    </li>
  );
}

/** What a question with fixed answers asks, in the first language. */
function Asked({
  editing: { first },
  kind,
}: {
  editing: Editing;
  kind: Exclude<FollowUpKind, 'text' | 'reasons'>;
}) {
  const { prompt, points } = first[kind];
  return (
    <p lang={first.tag} dir={first.dir} className="mt-3 rounded-lg bg-sunk px-3 py-2 text-sm">
      {prompt} <span className="text-soft">{points.join(' · ')}</span>
    </p>
  );
}

function OpenQuestion({ editing }: { editing: Editing }) {
  const t = useText();
  const { content, change, metric, first, fields, canEdit, errorOf } = editing;
  return (
    <fieldset className="mt-3 flex flex-col gap-3">
      <legend className="mb-2 text-xs text-soft">
        {t('Asked after every score. Leave a field empty to ask what stands in it.')}
      </legend>
      {GROUPS.map((group) => {
        const name = `content.texts.${first.tag}.why.${group}`;
        return (
          <PipeField
            key={group}
            label={t('After {group}', { group: groupName(t, metric, group) })}
            name={name}
            value={textsOf(content, first.tag).why[group]}
            placeholder={first.why[group]}
            error={errorOf(name)}
            maxLength={200}
            lang={first.tag}
            dir={first.dir}
            disabled={!canEdit}
            fields={fields}
            onChange={(value) => change(withText(content, first.tag, `why.${group}`, value))}
          />
        );
      })}
    </fieldset>
  );
}

/** The whole path of each group, to be read at a glance. */
function Branching({ editing: { content, metric } }: { editing: Editing }) {
  const t = useText();
  return (
    <dl className="mt-5 flex flex-col gap-1.5 border-t border-line pt-4 text-sm">
      {GROUPS.map((group) => (
        <div key={group} className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
          <dt className="tabular min-w-16 font-medium">{rangeOf(metric, group, t.tongue)}</dt>
          <dd className="flex flex-wrap items-center gap-x-1.5 text-soft">
            {content.followUps
              .filter(({ after }) => after.includes(group))
              .map(({ kind }) => (
                <span key={kind} className="flex items-center gap-1.5">
                  <span className="text-ink">{followUpName(t, kind)}</span>
                  <span aria-hidden="true">→</span>
                </span>
              ))}
            <span className="text-ink">{t('Thanks')}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
