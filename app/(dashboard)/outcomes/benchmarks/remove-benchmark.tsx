'use client';

import { RemoveButton } from '@/components/ui/remove-button';
import { useText } from '@/components/ui/text';
import { removeBenchmarkAction } from '../actions';

/** Takes a published value off the list, after asking. */
export function RemoveBenchmark({ id, source }: { id: string; source: string }) {
  const t = useText();
  return (
    <RemoveButton
      name={t('Remove {name}', { name: source })}
      title={t('Remove this benchmark?')}
      remove={() => removeBenchmarkAction(id)}
    >
      {source}
    </RemoveButton>
  );
}
