import type { Source } from '@/lib/response/model';

/** What a source is called on screen. */
export const SOURCE_LABELS: Readonly<Record<Source, string>> = {
  email: 'E-mail',
  link: 'Link',
  widget: 'Widget',
  api: 'API',
  import: 'Import',
};
