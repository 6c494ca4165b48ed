'use client';

import { useRef, useState, useTransition } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { SelectField, TextArea } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import { msg, type Translate } from '@/lib/translate';
import { Face } from './presence';
import { namedIn, piecesOf } from './remark-text';

export type RemarkView = {
  id: string;
  text: string;
  mentions: string[];
  createdBy: string;
  author: string;
  /** In words and as an instant. */
  said: { ago: string; at: string };
  edited: boolean;
  resolved: boolean;
  /** The touchpoint it is about, where that is not plain from the page. */
  place: { title: string; href: string } | null;
};

type Done = { ok: true } | { ok: false; problem: { title: string; errors?: { message: string }[] } };

export type RemarkActions = {
  say: (
    place: { journeyId: string; touchpointId: string | null },
    text: string,
    mentions: string[],
  ) => Promise<Done>;
  change: (id: string, text: string, mentions: string[]) => Promise<Done>;
  remove: (id: string) => Promise<Done>;
  resolve: (id: string, resolved: boolean) => Promise<Done>;
};

type Person = { id: string; name: string };

type Props = {
  /** Where a new remark goes. */
  place: { journeyId: string; touchpointId: string | null };
  remarks: RemarkView[];
  members: Person[];
  me: string;
  /** Owners may remove what others said. */
  owner: boolean;
  act: RemarkActions;
};

const UNREACHABLE = msg('The server could not be reached. Try again.');

const whyNot = (reply: Done | null, t: Translate): string | null =>
  reply?.ok ? null : (reply?.problem.errors?.[0]?.message ?? reply?.problem.title ?? t(UNREACHABLE));

/** What members say to each other about a journey or a touchpoint; everybody in the workspace may take part. */
export function Discussion(props: Props) {
  const t = useText();
  const { place, remarks, members, act } = props;
  const open = remarks.filter(({ resolved }) => !resolved);
  const resolved = remarks.filter((remark) => remark.resolved);
  return (
    <div className="flex flex-col gap-4">
      {open.length > 0 ? (
        <ul className="flex flex-col gap-3">
          {open.map((remark) => (
            <Remark key={remark.id} remark={remark} {...props} />
          ))}
        </ul>
      ) : (
        <p className="text-sm text-soft">
          {resolved.length > 0
            ? t('Everything said here is resolved. Write to your colleagues below; customers never see it.')
            : t('Nobody has said anything here yet. Write to your colleagues below; customers never see it.')}
        </p>
      )}
      <Compose
        key="new"
        label={t('Write to your colleagues')}
        send={t('Send')}
        members={members}
        onSend={(text, mentions) => act.say(place, text, mentions)}
      />
      {resolved.length > 0 ? (
        <details>
          <summary className="min-h-6 text-sm font-medium">
            {t('Resolved ({n})', { n: resolved.length })}
          </summary>
          <ul className="mt-3 flex flex-col gap-3">
            {resolved.map((remark) => (
              <Remark key={remark.id} remark={remark} {...props} />
            ))}
          </ul>
        </details>
      ) : null}
    </div>
  );
}

function Remark({ remark, members, me, owner, act }: Props & { remark: RemarkView }) {
  const t = useText();
  const { id, text, mentions, author, createdBy, said, edited, resolved, place } = remark;
  const [editing, setEditing] = useState(false);
  const [removing, setRemoving] = useState(false);
  const [why, setWhy] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const mine = createdBy === me;
  const named = members.filter((one) => mentions.includes(one.id));
  return (
    <li className="rounded-xl border border-line bg-panel px-3 py-2.5">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1 text-xs text-soft">
        <Face userId={createdBy} name={author} className="size-6" />
        <span className="font-semibold text-ink">{author}</span>
        <time dateTime={said.at}>{said.ago}</time>
        {edited ? <span>{t('edited')}</span> : null}
        {place ? (
          <a href={place.href} className="min-w-0 truncate underline underline-offset-2">
            {place.title}
          </a>
        ) : null}
      </div>
      {editing ? (
        <div className="mt-2">
          <Compose
            label={t('Change what you said')}
            send={t('Save')}
            members={members}
            text={text}
            named={named}
            onCancel={() => setEditing(false)}
            onSend={async (next, ids) => {
              const reply = await act.change(id, next, ids);
              if (reply.ok) setEditing(false);
              return reply;
            }}
          />
        </div>
      ) : (
        <p className="mt-1.5 text-sm break-words whitespace-pre-line">
          {piecesOf(text, named).map((piece, at) =>
            piece.named ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text have no other name
              <strong key={at} className="font-semibold text-accent">
                {piece.text}
              </strong>
            ) : (
              piece.text
            ),
          )}
        </p>
      )}
      {editing ? null : (
        <div className="mt-1.5 -ml-2 flex flex-wrap gap-1">
          <Button
            size="small"
            variant="quiet"
            disabled={busy}
            onClick={() =>
              start(async () => setWhy(whyNot(await act.resolve(id, !resolved).catch(() => null), t)))
            }
          >
            {resolved ? t('Open again') : t('Resolve')}
          </Button>
          {mine ? (
            <Button size="small" variant="quiet" onClick={() => setEditing(true)}>
              {t('Edit')}
            </Button>
          ) : null}
          {mine || owner ? (
            <Button size="small" variant="quiet" onClick={() => setRemoving(true)}>
              {t('Remove')}
            </Button>
          ) : null}
        </div>
      )}
      {why ? (
        <p role="alert" className="text-xs font-medium text-bad">
          {why}
        </p>
      ) : null}
      <ConfirmDialog
        open={removing}
        onClose={() => setRemoving(false)}
        title={t('Remove this for good?')}
        confirmText={t('Remove')}
        onConfirm={async () => whyNot(await act.remove(id).catch(() => null), t)}
      >
        {t('What was said is deleted. Others no longer see it.')}
      </ConfirmDialog>
    </li>
  );
}

function Compose({
  label,
  send,
  members,
  text = '',
  named = [],
  onSend,
  onCancel,
}: {
  label: string;
  send: string;
  members: readonly Person[];
  text?: string;
  named?: readonly Person[];
  onSend: (text: string, mentions: string[]) => Promise<Done>;
  onCancel?: () => void;
}) {
  const t = useText();
  const form = useRef<HTMLFormElement>(null);
  const [value, setValue] = useState(text);
  const [chosen, setChosen] = useState<readonly Person[]>(named);
  const [why, setWhy] = useState<string | null>(null);
  const [busy, start] = useTransition();
  const field = () => form.current?.querySelector('textarea');

  function name(id: string) {
    const person = members.find((one) => one.id === id);
    const at = field()?.selectionStart ?? value.length;
    if (!person) return;
    const space = at > 0 && !/\s$/.test(value.slice(0, at)) ? ' ' : '';
    const mark = `${space}@${person.name} `;
    setValue(value.slice(0, at) + mark + value.slice(at));
    setChosen([...chosen, person]);
    requestAnimationFrame(() => {
      field()?.focus();
      field()?.setSelectionRange(at + mark.length, at + mark.length);
    });
  }

  function submit() {
    if (busy) return;
    if (value.trim() === '') {
      setWhy(t('Write something.'));
      field()?.focus();
      return;
    }
    start(async () => {
      const problem = whyNot(await onSend(value, namedIn(value, chosen)).catch(() => null), t);
      setWhy(problem);
      if (problem !== null || onCancel) return;
      setValue('');
      setChosen([]);
    });
  }

  return (
    <form
      ref={form}
      className="flex flex-col gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <TextArea
        label={label}
        rows={3}
        maxLength={4000}
        value={value}
        error={why}
        onChange={(event) => {
          setValue(event.target.value);
          setWhy(null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit();
        }}
      />
      <div className="flex flex-wrap items-end justify-between gap-2">
        <div className="w-44">
          <SelectField
            label={t('Name somebody')}
            labelHidden
            value=""
            onChange={(event) => name(event.target.value)}
          >
            <option value="">{t('@ Name somebody…')}</option>
            {members.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </SelectField>
        </div>
        <div className="flex gap-2">
          {onCancel ? <Button onClick={onCancel}>{t('Cancel')}</Button> : null}
          <Button type="submit" variant="primary" disabled={busy}>
            {send}
          </Button>
        </div>
      </div>
    </form>
  );
}
