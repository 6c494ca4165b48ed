'use client';

import { AddButton } from '@/components/journey/history-item';
import { useText } from '@/components/ui/text';
import { keepVersion } from '../history-actions';
import { versionFields } from './version-fields';

/** Keeps the map as it is now, under a name. */
export function KeepVersion({ journeyId }: { journeyId: string }) {
  const t = useText();
  return (
    <AddButton
      primary
      text={t('Keep a version now')}
      title={t('Keep a version now')}
      done={t('Kept the version')}
      fields={versionFields(t)}
      values={{}}
      onSave={({ name = '', note = '' }) => keepVersion({ journeyId, name, note })}
    />
  );
}
