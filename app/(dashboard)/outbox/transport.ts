import type { Transport } from '@/lib/distribution/model';

/** What happened to a letter, in words. */
export function transportText(transport: Transport): string {
  return { outbox: 'Not sent: no provider', smtp: 'Handed to SMTP', resend: 'Handed to Resend' }[transport];
}
