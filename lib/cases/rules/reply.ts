import type { NoReply } from '../model';

/** Why nobody can be written to about an answer; null where somebody can. */
export function whyNoReply(about: {
  erased: boolean;
  contactEmail: string | null;
  optedOut: boolean;
}): NoReply | null {
  if (about.erased) return 'erased';
  if (about.contactEmail === null) return 'no_contact';
  return about.optedOut ? 'opted_out' : null;
}
