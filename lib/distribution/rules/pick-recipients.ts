import type { LeftOutReason, StopCause } from '../model';

const DAY_MS = 86_400_000;

/** A person who might be asked; `email` is '' where no address is known. */
type Candidate = { id: string; email: string };

/**
 * Who of some contacts is asked now, and why each other is not. Every contact comes out exactly once, in the given
 * order; where several reasons hold, the strongest is told: written to no more, then no address, then already invited, then
 * asked less than `restDays` ago. Exactly `restDays` after the last mail a person may be asked again.
 *
 * @param about.lastAskedAt when a person was last written to, by id; absent: never
 * @param about.stopped why people may not be written to, by id
 * @param about.invited ids of people this campaign has invited already
 * @example pickRecipients([ana], { lastAskedAt: new Map(), stopped: new Map([[ana.id, 'opted_out']]), … }).leftOut[0].reason.kind // 'opted_out'
 */
export function pickRecipients<C extends Candidate>(
  contacts: readonly C[],
  about: {
    lastAskedAt: ReadonlyMap<string, Date>;
    stopped: ReadonlyMap<string, StopCause>;
    invited: ReadonlySet<string>;
    restDays: number;
    now: Date;
  },
): { asked: C[]; leftOut: { contact: C; reason: LeftOutReason }[] } {
  const asked: C[] = [];
  const leftOut: { contact: C; reason: LeftOutReason }[] = [];
  const invited = new Set(about.invited);
  for (const contact of contacts) {
    const reason = whyNot(contact, { ...about, invited });
    if (reason) leftOut.push({ contact, reason });
    else {
      asked.push(contact);
      invited.add(contact.id);
    }
  }
  return { asked, leftOut };
}

function whyNot(
  contact: Candidate,
  about: {
    lastAskedAt: ReadonlyMap<string, Date>;
    stopped: ReadonlyMap<string, StopCause>;
    invited: ReadonlySet<string>;
    restDays: number;
    now: Date;
  },
): LeftOutReason | null {
  const stopped = about.stopped.get(contact.id);
  if (stopped) return { kind: stopped };
  if (contact.email === '') return { kind: 'no_address' };
  if (about.invited.has(contact.id)) return { kind: 'invited' };
  const last = about.lastAskedAt.get(contact.id);
  if (!last) return null;
  const ago = about.now.getTime() - last.getTime();
  // A clock that ran ahead leaves a mail in the future: that person was asked just now.
  return ago < about.restDays * DAY_MS
    ? { kind: 'asked', daysAgo: Math.max(0, Math.floor(ago / DAY_MS)) }
    : null;
}
