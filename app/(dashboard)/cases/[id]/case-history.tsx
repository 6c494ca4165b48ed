import Link from 'next/link';
import type { NoteRow } from '@/db/queries/case-notes';
import type { NoteKind, ReplyState } from '@/lib/cases/model';
import { msg, type Translate } from '@/lib/translate';

const HAPPENED: Record<Exclude<NoteKind, 'opened' | 'assigned'>, string> = {
  note: msg('Note'),
  mail: msg('Mail to the customer'),
  open: msg('Set to open'),
  in_progress: msg('Set to in progress'),
  waiting: msg('Set to waiting'),
  closed: msg('Closed##of a case'),
  reopened: msg('Opened again'),
};

const MAIL: Record<ReplyState, string> = {
  queued: msg('waits to be sent'),
  sending: msg('is being sent'),
  sent: msg('sent'),
  written: msg('stands in the outbox, not sent'),
  failed: msg('could not be sent'),
  unknown: msg('may have arrived; it is not sent again'),
};

/** What happened to a case and what was said, the oldest first. */
export function CaseHistory({
  notes,
  members,
  when,
  t,
}: {
  notes: readonly NoteRow[];
  members: readonly { userId: string; name: string | null; email: string }[];
  when: (instant: Date) => string;
  t: Translate;
}) {
  const nameOf = (userId: string | null) => {
    const found = members.find((member) => member.userId === userId);
    return found ? found.name || found.email : t('nobody');
  };
  const titleOf = ({ kind, aboutUserId }: NoteRow): string => {
    if (kind === 'opened') return t('Opened by a rule for {name}', { name: nameOf(aboutUserId) });
    if (kind === 'assigned') return t('Given to {name}', { name: nameOf(aboutUserId) });
    return t(HAPPENED[kind]);
  };
  return (
    <ol className="flex flex-col divide-y divide-line rounded-xl border border-line bg-panel">
      {notes.map((note) => (
        <li key={note.id} className="flex flex-col gap-1.5 px-4 py-3 text-sm">
          <p className="flex flex-wrap items-baseline justify-between gap-x-3">
            <span className="font-medium">
              {titleOf(note)}
              {note.mailState ? (
                <span className="font-normal text-soft">
                  {': '}
                  {note.letterId ? (
                    <Link href={`/outbox/${note.letterId}`} className="text-accent underline">
                      {t(MAIL[note.mailState])}
                    </Link>
                  ) : (
                    t(MAIL[note.mailState])
                  )}
                </span>
              ) : null}
            </span>
            <span className="text-xs text-soft">
              {[note.author, when(note.createdAt)].filter(Boolean).join(' · ')}
            </span>
          </p>
          {note.subject ? <p className="font-medium break-words">{note.subject}</p> : null}
          {note.text ? <p className="break-words whitespace-pre-line">{note.text}</p> : null}
          {note.mailReason ? (
            <p className="text-xs text-soft">
              {t.knows(note.mailReason) ? t(note.mailReason) : note.mailReason}
            </p>
          ) : null}
        </li>
      ))}
    </ol>
  );
}
