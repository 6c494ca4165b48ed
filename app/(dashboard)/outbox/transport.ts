import type { Transport } from '@/lib/distribution/model';
import type { Translate } from '@/lib/translate';

/** What happened to a letter, in words. */
export function transportText(transport: Transport, t: Translate): string {
  return {
    outbox: t('Not sent: no provider'),
    smtp: t('Handed to SMTP'),
    resend: t('Handed to Resend'),
  }[transport];
}
