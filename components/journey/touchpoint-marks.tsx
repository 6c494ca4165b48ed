import { EyeOff, Merge, Scissors, Trash2, UserRound } from 'lucide-react';
import type { TouchpointView } from '@/lib/insights/model';
import { DECISION_LABELS } from '@/lib/journey/model/touchpoint';

const DECIDED = { simplify: Scissors, merge: Merge, remove: Trash2 } as const;
const UNSEEN = {
  backstage: { Icon: EyeOff, short: 'Backstage', text: 'Backstage: the customer does not see it' },
  customer_only: { Icon: UserRound, short: 'Customer only', text: 'Customer only: out of our control' },
} as const;

/** The initials of a name, at most two. @example initialsOf('Ines Maria Duarte') // 'ID' */
export function initialsOf(name: string): string {
  const words = name
    .trim()
    .split(/[\s@.]+/)
    .filter(Boolean);
  const first = [...(words[0] ?? '?')][0] ?? '?';
  const last = words.length > 1 ? ([...(words.at(-1) ?? '')][0] ?? '') : '';
  return (first + last).toUpperCase();
}

/** Who answers for a touchpoint, by initials; nothing where no person does. */
export function OwnerMark({
  touchpoint: { ownerPerson },
}: {
  touchpoint: Pick<TouchpointView, 'ownerPerson'>;
}) {
  if (!ownerPerson) return null;
  return (
    <span
      title={`${ownerPerson.name} owns it`}
      className="inline-flex min-w-5 shrink-0 items-center justify-center rounded-full border border-line-strong px-1 text-2xs leading-4 text-soft"
    >
      <span aria-hidden="true">{initialsOf(ownerPerson.name)}</span>
      <span className="sr-only">{ownerPerson.name} owns it</span>
    </span>
  );
}

/** What is decided about a touchpoint and whether customers see it; nothing where all is usual. */
export function TouchpointMarks({
  touchpoint: { decision, decisionReason, visibility },
}: {
  touchpoint: Pick<TouchpointView, 'decision' | 'decisionReason' | 'visibility'>;
}) {
  const decided = decision === null || decision === 'keep' ? null : decision;
  const unseen = visibility === 'visible' ? null : UNSEEN[visibility];
  if (!decided && !unseen) return null;
  const Decided = decided ? DECIDED[decided] : null;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-1 text-2xs leading-4">
      {decided && Decided ? (
        <span
          title={`Decided: ${DECISION_LABELS[decided].toLowerCase()}. ${decisionReason}`}
          className="inline-flex items-center gap-1 rounded bg-warn px-1.5 font-medium text-on-warn"
        >
          <Decided aria-hidden="true" className="size-3" />
          <span className="sr-only">Decided: </span>
          {decided.charAt(0).toUpperCase() + decided.slice(1)}
        </span>
      ) : null}
      {unseen ? (
        <span
          title={unseen.text}
          className="inline-flex items-center gap-1 rounded bg-sunk px-1.5 font-medium text-soft"
        >
          <unseen.Icon aria-hidden="true" className="size-3" />
          {unseen.short}
        </span>
      ) : null}
    </div>
  );
}
