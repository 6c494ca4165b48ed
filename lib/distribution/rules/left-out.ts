import { ENGLISH, msg, type Translate } from '../../translate';
import type { LeftOutReason } from '../model';

/** The reason as it is stored beside an invitation: one word, with the days after a colon. */
export function storedReason(reason: LeftOutReason): string {
  return reason.kind === 'asked' ? `asked:${reason.daysAgo}` : reason.kind;
}

/** The reason in words for members. Any other stored text (what a mail server said) comes back as it is. */
export function reasonText(stored: string | null, t: Translate = ENGLISH): string {
  if (stored === null) return '';
  if (stored.startsWith('asked:')) {
    const days = Number(stored.slice('asked:'.length));
    return t('{days, plural, =0 {asked today} one {asked yesterday} other {asked # days ago}}', { days });
  }
  return Object.hasOwn(WORDS, stored) ? t(WORDS[stored] as string) : stored;
}

const WORDS: Record<string, string> = {
  opted_out: msg('opted out'),
  bounced: msg('mail comes back'),
  complained: msg('marked mail as spam'),
  invited: msg('already invited in this campaign'),
  no_address: msg('no address'),
  erased: msg('contact was erased'),
  closed: msg('the survey was closed'),
};
