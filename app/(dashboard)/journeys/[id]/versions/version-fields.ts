import type { FormField } from '@/components/journey/form-dialog';
import type { Translate } from '@/lib/translate';

/** What can be said of a version. */
export const versionFields = (t: Translate): readonly FormField[] => [
  { name: 'name', label: t('Name'), kind: 'line', maxLength: 80, hint: t('Such as “Before the relaunch”.') },
  { name: 'note', label: t('Note'), kind: 'lines', maxLength: 500 },
];
