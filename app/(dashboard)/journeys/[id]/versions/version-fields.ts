import type { FormField } from '@/components/journey/form-dialog';

/** What can be said of a version. */
export const VERSION_FIELDS: readonly FormField[] = [
  { name: 'name', label: 'Name', kind: 'line', maxLength: 80, hint: 'Such as “Before the relaunch”.' },
  { name: 'note', label: 'Note', kind: 'lines', maxLength: 500 },
];
