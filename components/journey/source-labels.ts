import type { Device, Source } from '@/lib/response/model';
import { msg } from '@/lib/translate';

/** What a source is called on screen. */
export const SOURCE_LABELS: Readonly<Record<Source, string>> = {
  email: msg('E-mail'),
  link: msg('Link'),
  widget: msg('Widget'),
  api: msg('API'),
  import: msg('Import'),
};

/** What a device is called on screen. */
export const DEVICE_LABELS: Readonly<Record<Device, string>> = {
  phone: msg('Phone##a device'),
  tablet: msg('Tablet'),
  desktop: msg('Computer'),
};
