'use client';

import { SelectField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import type { TouchpointView } from '@/lib/insights/model';
import {
  TOUCHPOINT_KIND_LABELS,
  TOUCHPOINT_KINDS,
  type TouchpointKind,
  VISIBILITIES,
  VISIBILITY_LABELS,
  type Visibility,
} from '@/lib/journey/model/touchpoint';
import { ChannelsField } from './channels-field';
import { useEditor } from './map-editor';
import { SavedText } from './saved-text';
import { useTouchpointEdit } from './touchpoint-edit';

/** What a touchpoint is, where it happens, and who sees it. */
export function BasicFields({ touchpoint }: { touchpoint: TouchpointView }) {
  const t = useText();
  const { map } = useEditor();
  const { save, errorOf } = useTouchpointEdit(touchpoint.id);
  return (
    <>
      <SavedText
        label={t('Name')}
        value={touchpoint.title}
        error={errorOf('title')}
        maxLength={80}
        needed
        onSave={(title) => save({ title })}
      />
      <ChannelsField
        channels={touchpoint.channels}
        own={map.channels}
        error={errorOf('channels')}
        onSave={(channels) => save({ channels })}
      />
      <SelectField
        label={t('Kind')}
        value={touchpoint.kind}
        error={errorOf('kind')}
        onChange={(event) => void save({ kind: event.target.value as TouchpointKind })}
      >
        {TOUCHPOINT_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {t(TOUCHPOINT_KIND_LABELS[kind])}
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('Visibility')}
        value={touchpoint.visibility}
        error={errorOf('visibility')}
        onChange={(event) => void save({ visibility: event.target.value as Visibility })}
      >
        {VISIBILITIES.map((visibility) => (
          <option key={visibility} value={visibility}>
            {t(VISIBILITY_LABELS[visibility])}
          </option>
        ))}
      </SelectField>
    </>
  );
}
