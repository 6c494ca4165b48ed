'use client';

import { ArrowLeft, ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { formatEmotion } from '@/lib/format';
import type { MomentView, TouchpointView } from '@/lib/insights/model';
import {
  CHANNEL_LABELS,
  CHANNELS,
  MOMENT_POLARITIES,
  MOMENT_POLARITY_LABELS,
  MOMENT_REASON_LABELS,
  MOMENT_REASONS,
} from '@/lib/journey/model';
import { channelLabel } from '@/lib/journey/rules/channels';
import { momentText } from '@/lib/journey/rules/moment';
import { findColumn } from './columns';
import { besideIt, type TouchpointPatch } from './edits';
import { useEditor } from './map-editor';
import { useDraft } from './use-draft';

export type AddTeam = (
  name: string,
) => Promise<{ ok: true; value: { id: string } } | { ok: false; problem: { title: string } }>;

/** Everything the team says about a touchpoint; each field saves itself. */
export function DetailsTab({ touchpointId, addTeam }: { touchpointId: string; addTeam: AddTeam }) {
  const { map, editable } = useEditor();
  const column = findColumn(map, touchpointId);
  if (!column?.touchpoint)
    return <p className="px-5 py-4 text-sm text-soft">This touchpoint is no longer on the map.</p>;
  return editable ? (
    <Fields touchpoint={column.touchpoint} stageId={column.stage.id} addTeam={addTeam} />
  ) : (
    <Facts touchpoint={column.touchpoint} />
  );
}

function Facts({ touchpoint }: { touchpoint: TouchpointView }) {
  const { channels } = useEditor().map;
  const facts: [string, string][] = [
    ['Channels', touchpoint.channels.map((key) => channelLabel(key, channels)).join(', ')],
    ['Owner', touchpoint.owner?.name ?? 'Nobody'],
    ['Moment that matters', momentText(touchpoint) || 'No'],
    [
      'Expected emotion',
      touchpoint.expectedEmotion === null ? 'Nobody guessed' : formatEmotion(touchpoint.expectedEmotion),
    ],
  ];
  return (
    <dl className="flex flex-col gap-3 px-5 py-4 text-sm">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="text-xs text-soft">{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Fields({
  touchpoint,
  stageId,
  addTeam,
}: {
  touchpoint: TouchpointView;
  stageId: string;
  addTeam: AddTeam;
}) {
  const { map, edit, open } = useEditor();
  const { id, title, moment, expectedEmotion } = touchpoint;
  const save = (patch: TouchpointPatch) => void edit({ kind: 'editTouchpoint', id, patch });
  const left = besideIt(map, id, -1);
  const right = besideIt(map, id, 1);

  return (
    <div className="flex flex-col gap-4 px-5 py-4">
      <Name title={title} onSave={(text) => save({ title: text })} />
      <SelectField
        label="Channel"
        value={touchpoint.channels[0] ?? 'other'}
        onChange={(event) => save({ channels: [event.target.value] })}
      >
        {CHANNELS.map((channel) => (
          <option key={channel} value={channel}>
            {CHANNEL_LABELS[channel]}
          </option>
        ))}
      </SelectField>
      <Owner touchpoint={touchpoint} addTeam={addTeam} onChoose={(ownerTeamId) => save({ ownerTeamId })} />
      <SelectField
        label="Moment that matters"
        value={moment?.polarity ?? ''}
        onChange={(event) => {
          const polarity = event.target.value as MomentView['polarity'] | '';
          save({ moment: polarity === '' ? null : { polarity, reason: moment?.reason ?? null } });
        }}
      >
        <option value="">No</option>
        {MOMENT_POLARITIES.map((polarity) => (
          <option key={polarity} value={polarity}>
            {MOMENT_POLARITY_LABELS[polarity]}
          </option>
        ))}
      </SelectField>
      {moment ? (
        <SelectField
          label="Why it matters"
          value={moment.reason ?? ''}
          onChange={(event) => save({ moment: { ...moment, reason: event.target.value || null } })}
        >
          <option value="">Not said</option>
          {MOMENT_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {MOMENT_REASON_LABELS[reason]}
            </option>
          ))}
        </SelectField>
      ) : null}
      <Expected value={expectedEmotion} onSave={(value) => save({ expectedEmotion: value })} />
      <div className="flex flex-col gap-3 border-t border-line pt-4">
        <SelectField
          label="Stage"
          value={stageId}
          onChange={(event) => {
            const stage = map.stages.find((candidate) => candidate.id === event.target.value);
            if (!stage) return;
            const to = { stageId: stage.id, index: stage.touchpoints.length };
            void edit({ kind: 'moveTouchpoint', id, ...to }, `Moved “${title}”`);
          }}
        >
          {map.stages.map((stage) => (
            <option key={stage.id} value={stage.id}>
              {stage.title}
            </option>
          ))}
        </SelectField>
        <div className="flex flex-wrap gap-2">
          <Button disabled={!left} onClick={() => left && void edit(left, `Moved “${title}”`)}>
            <ArrowLeft aria-hidden="true" className="size-4" /> Move earlier
          </Button>
          <Button disabled={!right} onClick={() => right && void edit(right, `Moved “${title}”`)}>
            Move later <ArrowRight aria-hidden="true" className="size-4" />
          </Button>
        </div>
        <Button
          variant="quiet"
          className="self-start"
          onClick={() => {
            open(null);
            void edit({ kind: 'retireTouchpoint', id }, `Retired “${title}”`);
          }}
        >
          Retire this touchpoint
        </Button>
      </div>
    </div>
  );
}

function Name({ title, onSave }: { title: string; onSave: (title: string) => void }) {
  const { shown, begin, write, end } = useDraft(title, (text) => {
    if (text.trim() !== '') onSave(text.trim());
  });
  return (
    <TextField
      label="Name"
      value={shown}
      maxLength={80}
      onFocus={begin}
      onChange={(event) => write(event.target.value)}
      onBlur={end}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  );
}

function Owner({
  touchpoint,
  addTeam,
  onChoose,
}: {
  touchpoint: TouchpointView;
  addTeam: AddTeam;
  onChoose: (teamId: string | null) => void;
}) {
  const { map } = useEditor();
  const [adding, setAdding] = useState(false);
  const [why, setWhy] = useState<string | null>(null);

  async function add(data: FormData) {
    const reply = await addTeam(String(data.get('name') ?? '')).catch(() => null);
    if (!reply?.ok) {
      setWhy(reply?.problem.title ?? 'The server could not be reached.');
      return;
    }
    setWhy(null);
    setAdding(false);
    onChoose(reply.value.id);
  }

  return (
    <div className="flex flex-col gap-2">
      <SelectField
        label="Owner team"
        value={touchpoint.owner?.id ?? ''}
        onChange={(event) => {
          if (event.target.value === 'new') setAdding(true);
          else onChoose(event.target.value || null);
        }}
      >
        <option value="">Nobody</option>
        {map.teams.map((team) => (
          <option key={team.id} value={team.id}>
            {team.name}
          </option>
        ))}
        <option value="new">Add a team…</option>
      </SelectField>
      {adding ? (
        <form
          className="flex items-end gap-2"
          onSubmit={(event) => {
            event.preventDefault();
            void add(new FormData(event.currentTarget));
          }}
        >
          <div className="grow">
            <TextField label="Name of the team" name="name" required maxLength={80} error={why} autoFocus />
          </div>
          <Button type="submit" size="medium">
            Add
          </Button>
        </form>
      ) : null}
    </div>
  );
}

function Expected({ value, onSave }: { value: number | null; onSave: (value: number | null) => void }) {
  const { shown, begin, write, end: commit } = useDraft(value, onSave);
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center justify-between text-sm">
        <label htmlFor="expected-emotion" className="font-medium">
          Expected emotion
        </label>
        <output htmlFor="expected-emotion" className="tabular font-semibold">
          {shown === null ? 'no guess' : formatEmotion(shown)}
        </output>
      </div>
      <input
        id="expected-emotion"
        type="range"
        min={-2}
        max={2}
        step={0.1}
        value={shown ?? 0}
        aria-valuetext={shown === null ? 'no guess' : formatEmotion(shown)}
        className="h-8 w-full accent-accent"
        onFocus={begin}
        onChange={(event) => write(Math.round(Number(event.target.value) * 10) / 10)}
        onPointerUp={commit}
        onKeyUp={commit}
        onBlur={commit}
      />
      <div className="flex items-center justify-between text-xs text-soft">
        <span>Awful −2</span>
        {value === null ? null : (
          <button type="button" className="min-h-6 underline underline-offset-2" onClick={() => onSave(null)}>
            No guess
          </button>
        )}
        <span>+2 great</span>
      </div>
    </div>
  );
}
