import type { LeftOutReason } from '../model';

/** The reason as it is stored beside an invitation: one word, with the days after a colon. */
export function storedReason(reason: LeftOutReason): string {
  return reason.kind === 'asked' ? `asked:${reason.daysAgo}` : reason.kind;
}

/** The reason in words for members. Any other stored text (what a mail server said) comes back as it is. */
export function reasonText(stored: string | null): string {
  if (stored === null) return '';
  if (stored.startsWith('asked:')) {
    const days = Number(stored.slice('asked:'.length));
    return days === 0 ? 'asked today' : days === 1 ? 'asked yesterday' : `asked ${days} days ago`;
  }
  return Object.hasOwn(WORDS, stored) ? (WORDS[stored] as string) : stored;
}

const WORDS: Record<string, string> = {
  opted_out: 'opted out',
  invited: 'already invited in this campaign',
  no_address: 'no address',
  erased: 'contact was erased',
  closed: 'the survey was closed',
};
