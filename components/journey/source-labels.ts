import type { Source } from '@/lib/response/model';
import { msg } from '@/lib/translate';

/** What a source is called on screen. */
export const SOURCE_LABELS: Readonly<Record<Source, string>> = {
  email: msg('E-mail'),
  link: msg('Link'),
  widget: msg('Widget'),
  api: msg('API'),
  import: msg('Import'),
};
