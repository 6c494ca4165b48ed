'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import type { LinkView } from '@/lib/insights/model';
import { LINK_KIND_LABELS, LINK_KINDS, type LinkKind } from '@/lib/journey/model/path';
import { faultBesides, faultOfWay } from '@/lib/journey/rules/path';
import { msg } from '@/lib/translate';
import { columnsOf } from './columns';
import { useEditor } from './map-editor';
import { orderOf } from './path-text';

const WHEN: Readonly<Record<LinkKind, string>> = {
  next: msg('Customers go on to a touchpoint that is not the next one of the map.'),
  alternative: msg('Some customers take another way.'),
  loop: msg('Customers go back and do something again.'),
  skip: msg('Customers leave something out.'),
  exit: msg('Customers leave the journey here.'),
  re_entry: msg('Customers who had left come back here.'),
};

/** Draws a way from a touchpoint, or changes one; a way in is drawn from where it starts, but for a re-entry. */
export function PathForm({
  touchpointId,
  link,
  onDone,
}: {
  /** The touchpoint that a new way leaves, or at which customers come back. */
  touchpointId: string;
  /** null: a new one. */
  link: LinkView | null;
  onDone: () => void;
}) {
  const { map, edit } = useEditor();
  const t = useText();
  const [kind, setKind] = useState<LinkKind>(link?.kind ?? 'alternative');
  const [fault, setFault] = useState<string | null>(null);
  const [target, setTarget] = useState(link?.toId ?? '');
  const from = link?.fromId ?? touchpointId;
  const order = orderOf(map);
  const choices = columnsOf(map).flatMap(({ touchpoint, stage }) =>
    touchpoint && faultOfWay({ kind, fromId: from, toId: touchpoint.id }, order) === null
      ? [{ id: touchpoint.id, title: touchpoint.title, stage: stage.title }]
      : [],
  );
  const leads = kind !== 'exit' && kind !== 're_entry';
  const to = choices.some(({ id }) => id === target) ? target : '';

  async function save(data: FormData) {
    const shareRatio = ratioOf(String(data.get('share') ?? ''));
    if (shareRatio === 'unreadable') {
      setFault(t('Give the share as a number from 0 to 100.'));
      return;
    }
    const wanted = {
      kind,
      fromId: kind === 're_entry' ? null : from,
      toId: kind === 'exit' ? null : kind === 're_entry' ? (link?.toId ?? touchpointId) : to || null,
      label: String(data.get('label') ?? '').trim(),
      shareRatio,
    };
    const others = map.links.filter(({ id }) => id !== link?.id);
    const odd = moved(wanted, link) ? faultOfWay(wanted, order) : null;
    const why = odd ? t(odd) : faultBesides(wanted, others, t);
    setFault(why);
    if (why) return;
    const done = link
      ? edit({ kind: 'editLink', id: link.id, patch: wanted }, t('Changed the path'))
      : edit({ kind: 'addLink', journeyId: map.id, link: wanted }, t('Drew the path'));
    if ((await done) !== null) onDone();
  }

  return (
    <form
      className="flex flex-col gap-3 rounded-xl bg-sunk p-3"
      onSubmit={(event) => {
        event.preventDefault();
        void save(new FormData(event.currentTarget));
      }}
    >
      <SelectField
        label={t('Kind of path')}
        value={kind}
        hint={t(WHEN[kind])}
        onChange={(event) => {
          setKind(event.target.value as LinkKind);
          setFault(null);
        }}
      >
        {LINK_KINDS.map((one) => (
          <option key={one} value={one}>
            {t(LINK_KIND_LABELS[one])}
          </option>
        ))}
      </SelectField>
      {leads ? (
        <SelectField
          label={t('To##a touchpoint')}
          value={to}
          required
          disabled={choices.length === 0}
          {...(choices.length === 0
            ? { hint: t('No touchpoint of this map fits. Choose another kind.') }
            : {})}
          onChange={(event) => setTarget(event.target.value)}
        >
          <option value="">{t('Choose a touchpoint')}</option>
          {choices.map(({ id, title, stage }) => (
            <option key={id} value={id}>
              {title} ({stage})
            </option>
          ))}
        </SelectField>
      ) : null}
      <TextField
        label={t('Label')}
        name="label"
        maxLength={80}
        autoComplete="off"
        defaultValue={link?.label ?? ''}
        placeholder={t('Such as: already knows the plan')}
      />
      <TextField
        label={t('Share of customers in percent')}
        name="share"
        inputMode="decimal"
        autoComplete="off"
        maxLength={8}
        defaultValue={link?.shareRatio == null ? '' : String(Math.round(link.shareRatio * 1000) / 10)}
        placeholder={t('Not known')}
      />
      {fault ? (
        <Notice tone="bad" live>
          {fault}
        </Notice>
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" variant="primary">
          {link ? t('Save') : t('Draw the path')}
        </Button>
        <Button onClick={onDone}>{t('Cancel')}</Button>
      </div>
    </form>
  );
}

const moved = (wanted: Omit<LinkView, 'id'>, link: LinkView | null) =>
  link === null || wanted.kind !== link.kind || wanted.fromId !== link.fromId || wanted.toId !== link.toId;

/** 0–1; null where nothing was typed. */
function ratioOf(typed: string): number | null | 'unreadable' {
  const text = typed.replace('%', '').replace(',', '.').trim();
  if (text === '') return null;
  const percent = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  return percent >= 0 && percent <= 100 ? percent / 100 : 'unreadable';
}
