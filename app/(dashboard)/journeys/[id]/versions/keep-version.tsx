'use client';

import { AddButton } from '@/components/journey/history-item';
import { keepVersion } from '../history-actions';
import { VERSION_FIELDS } from './version-fields';

/** Keeps the map as it is now, under a name. */
export function KeepVersion({ journeyId }: { journeyId: string }) {
  return (
    <AddButton
      primary
      text="Keep a version now"
      title="Keep a version now"
      done="Kept the version"
      fields={VERSION_FIELDS}
      values={{}}
      onSave={({ name = '', note = '' }) => keepVersion({ journeyId, name, note })}
    />
  );
}
