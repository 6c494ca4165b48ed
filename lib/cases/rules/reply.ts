import type { StopCause } from '../../distribution/model';
import type { NoReply } from '../model';

/** Why nobody can be written to about an answer; null where somebody can. */
export function whyNoReply(about: {
  erased: boolean;
  contactEmail: string | null;
  stopped: StopCause | null;
}): NoReply | null {
  if (about.erased) return 'erased';
  return about.contactEmail === null ? 'no_contact' : about.stopped;
}
