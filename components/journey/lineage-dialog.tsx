'use client';

import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog, DialogEnd } from '@/components/ui/dialog';
import { CheckField, SelectField, TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import type { TouchpointView } from '@/lib/insights/model';
import { channelLabel } from '@/lib/journey/rules/channels';
import { msg } from '@/lib/translate';
import { findColumn } from './columns';
import { mergeOutlook } from './lineage-words';
import { useEditor } from './map-editor';

/** The stages of every journey, where a copy can go. */
export type CopyPlaces = () => Promise<
  | { ok: true; value: { journeyId: string; journey: string; stages: { id: string; title: string }[] }[] }
  | { ok: false; problem: { title: string } }
>;

type Task = 'copy' | 'split' | 'merge';
type Open = (task: Task, touchpointId: string, closed: () => void) => void;

const TITLES: Readonly<Record<Task, string>> = {
  copy: msg('Copy'),
  split: msg('Split'),
  merge: msg('Merge'),
};

const HEADINGS: Readonly<Record<Task, string>> = {
  copy: msg('Copy “{title}”'),
  split: msg('Split “{title}”'),
  merge: msg('Merge “{title}”'),
};

/** The dialog of the map on the screen; there is one map at a time. */
let shown: Open | null = null;

/** Opens the dialog that copies, splits or merges a touchpoint; `closed` puts the focus back where it came from. */
export const openLineage: Open = (task, touchpointId, closed) => shown?.(task, touchpointId, closed);

/** The one dialog about what a touchpoint is, beside the map, so that it outlives the menu that opens it. */
export function LineageDialog({ places }: { places: CopyPlaces }) {
  const t = useText();
  const { map } = useEditor();
  const [asked, setAsked] = useState<{ task: Task; id: string } | null>(null);
  const closed = useRef<() => void>(() => {});
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    const open: Open = (task, id, onClosed) => {
      closed.current = onClosed;
      setAsked({ task, id });
    };
    shown = open;
    return () => {
      if (shown === open) shown = null;
    };
  }, []);

  const close = () => {
    setAsked(null);
    requestAnimationFrame(() => closed.current());
  };
  const column = asked ? findColumn(map, asked.id) : null;
  const touchpoint = column?.touchpoint;
  const here = { touchpoint: touchpoint as TouchpointView, close, form };

  return (
    <Dialog
      open={asked !== null && touchpoint !== undefined && touchpoint !== null}
      onClose={close}
      title={asked && touchpoint ? t(HEADINGS[asked.task], { title: touchpoint.title }) : ''}
      footer={
        <DialogEnd close={close}>
          <Button variant="primary" onClick={() => form.current?.requestSubmit()}>
            {asked ? t(TITLES[asked.task]) : ''}
          </Button>
        </DialogEnd>
      }
    >
      {asked?.task === 'copy' ? (
        <CopyForm {...here} stageId={column?.stage.id ?? ''} places={places} />
      ) : null}
      {asked?.task === 'split' ? <SplitForm {...here} /> : null}
      {asked?.task === 'merge' ? <MergeForm {...here} /> : null}
    </Dialog>
  );
}

type Here = {
  touchpoint: TouchpointView;
  close: () => void;
  form: React.RefObject<HTMLFormElement | null>;
};

function CopyForm({
  touchpoint,
  close,
  form,
  stageId,
  places,
}: Here & { stageId: string; places: CopyPlaces }) {
  const t = useText();
  const { map, edit } = useEditor();
  const own = { journeyId: map.id, journey: map.title, stages: map.stages };
  const [all, setAll] = useState([
    own as { journeyId: string; journey: string; stages: { id: string; title: string }[] },
  ]);
  const [unread, setUnread] = useState(false);
  const [journeyId, setJourneyId] = useState(map.id);
  const [error, setError] = useState<string | null>(null);

  useEffect(() => {
    let gone = false;
    places()
      .catch(() => null)
      .then((reply) => {
        if (gone) return;
        if (!reply?.ok) setUnread(true);
        else
          setAll((before) => [
            ...before.slice(0, 1),
            ...reply.value.filter((one) => one.journeyId !== before[0]?.journeyId),
          ]);
      });
    return () => {
      gone = true;
    };
  }, [places]);

  function save(data: FormData) {
    const title = String(data.get('title') ?? '').trim();
    const to = String(data.get('stage') ?? '');
    if (title === '') {
      setError(t('Give a name.'));
      return;
    }
    const place = map.stages.find(({ id }) => id === to);
    const index = place?.touchpoints.findIndex(({ id }) => id === touchpoint.id) ?? -1;
    const where = all.find((one) => one.journeyId === journeyId)?.journey ?? '';
    const done =
      journeyId === map.id
        ? t('Copied “{title}”', { title: touchpoint.title })
        : t('Copied “{title}” to {journey}', { title: touchpoint.title, journey: where });
    close();
    void edit(
      {
        kind: 'copyTouchpoint',
        id: touchpoint.id,
        stageId: to,
        title,
        ...(index < 0 ? {} : { index: index + 1 }),
      },
      done,
    );
  }

  const stages = all.find((one) => one.journeyId === journeyId)?.stages ?? [];
  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save(new FormData(event.currentTarget));
      }}
    >
      <p className="text-sm text-soft">
        {t(
          'The copy takes along everything you say about it. It starts without answers, and its statements are assumptions until they have evidence of their own.',
        )}
      </p>
      <TextField
        label={t('Name of the copy')}
        name="title"
        maxLength={80}
        autoComplete="off"
        defaultValue={t('{title} (copy)', { title: touchpoint.title.slice(0, 73) })}
        error={error}
        onChange={() => setError(null)}
      />
      <SelectField
        label={t('Journey')}
        value={journeyId}
        onChange={(event) => setJourneyId(event.target.value)}
      >
        {all.map((one) => (
          <option key={one.journeyId} value={one.journeyId}>
            {one.journey}
          </option>
        ))}
      </SelectField>
      <SelectField
        key={journeyId}
        label={t('Stage')}
        name="stage"
        defaultValue={journeyId === map.id ? stageId : (stages[0]?.id ?? '')}
      >
        {stages.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </SelectField>
      {unread ? (
        <Notice tone="warn">
          {t('The other journeys could not be loaded. You can copy within this one.')}
        </Notice>
      ) : null}
      <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
    </form>
  );
}

function SplitForm({ touchpoint, close, form }: Here) {
  const t = useText();
  const { map, edit } = useEditor();
  const [errors, setErrors] = useState<{ title?: string; channels?: string }>({});

  function save(data: FormData) {
    const title = String(data.get('title') ?? '').trim();
    const single = touchpoint.channels.length === 1;
    const channels = single ? touchpoint.channels : data.getAll('channel').map(String);
    if (title === '' || channels.length === 0) {
      setErrors({
        ...(title === '' ? { title: t('Give a name.') } : {}),
        ...(channels.length === 0 ? { channels: t('Choose at least one channel.') } : {}),
      });
      return;
    }
    close();
    void edit(
      { kind: 'splitTouchpoint', id: touchpoint.id, title, channels },
      t('Split “{title}”##done', { title: touchpoint.title }),
    );
  }

  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        save(new FormData(event.currentTarget));
      }}
    >
      <TextField
        label={t('Name of the new touchpoint')}
        name="title"
        maxLength={80}
        autoComplete="off"
        placeholder={t('What happens there and no longer here')}
        error={errors.title ?? null}
        onChange={() => setErrors(({ title: _, ...rest }) => rest)}
      />
      {touchpoint.channels.length > 1 ? (
        <fieldset className="flex flex-col gap-2">
          <legend className="mb-1.5 text-sm font-medium">{t('Its channels')}</legend>
          {touchpoint.channels.map((key) => (
            <CheckField
              key={key}
              label={channelLabel(key, map.channels, t)}
              name="channel"
              value={key}
              defaultChecked={key !== touchpoint.channels[0]}
              onChange={() => setErrors(({ channels: _, ...rest }) => rest)}
            />
          ))}
          {errors.channels ? <p className="text-xs font-medium text-bad">{errors.channels}</p> : null}
        </fieldset>
      ) : null}
      <Notice>
        {t(
          'Answers until today are about both and stay with “{title}”, as do its statements and surveys. The new touchpoint starts without answers: ask about it by itself.',
          { title: touchpoint.title },
        )}
      </Notice>
      <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
    </form>
  );
}

function MergeForm({ touchpoint, close, form }: Here) {
  const t = useText();
  const { map, edit, open, selected } = useEditor();
  const others = map.stages.flatMap((stage) =>
    stage.touchpoints.filter(({ id }) => id !== touchpoint.id).map((one) => ({ one, stage: stage.title })),
  );
  const [intoId, setIntoId] = useState('');
  const [error, setError] = useState<string | null>(null);
  const into = others.find(({ one }) => one.id === intoId)?.one;

  return (
    <form
      ref={form}
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!into) {
          setError(
            others.length === 0 ? t('There is no other touchpoint on this map.') : t('Choose a touchpoint.'),
          );
          return;
        }
        close();
        if (selected === touchpoint.id) open(into.id);
        void edit(
          { kind: 'mergeTouchpoints', id: into.id, fromId: touchpoint.id },
          t('Merged “{from}” into “{into}”', { from: touchpoint.title, into: into.title }),
        );
      }}
    >
      <SelectField
        label={t('Into')}
        value={intoId}
        error={error}
        onChange={(event) => {
          setIntoId(event.target.value);
          setError(null);
        }}
      >
        <option value="">{t('Choose a touchpoint')}</option>
        {others.map(({ one, stage }) => (
          <option key={one.id} value={one.id}>
            {one.title} ({stage})
          </option>
        ))}
      </SelectField>
      <Notice live>
        {into ? (
          <ul className="flex list-disc flex-col gap-1 pl-4">
            {mergeOutlook(touchpoint, into, t).map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        ) : (
          t(
            '“{title}” leaves the map; what is said and answered about it goes to the touchpoint you choose.',
            { title: touchpoint.title },
          )
        )}
      </Notice>
      <button type="submit" className="hidden" tabIndex={-1} aria-hidden="true" />
    </form>
  );
}
