import { EyeOff, Merge, Scissors, Trash2, UserRound } from 'lucide-react';
import { useText } from '@/components/ui/text';
import type { TouchpointView } from '@/lib/insights/model';
import { msg } from '@/lib/translate';

const DECIDED = {
  simplify: { Icon: Scissors, text: msg('Simplify##a decision'), title: msg('Decided: simplify.') },
  merge: { Icon: Merge, text: msg('Merge##a decision'), title: msg('Decided: merge with another.') },
  remove: { Icon: Trash2, text: msg('Remove##a decision'), title: msg('Decided: remove.') },
} as const;
const UNSEEN = {
  backstage: { Icon: EyeOff, short: msg('Backstage'), text: msg('Backstage: the customer does not see it') },
  customer_only: {
    Icon: UserRound,
    short: msg('Customer only'),
    text: msg('Customer only: out of our control'),
  },
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
  const t = useText();
  if (!ownerPerson) return null;
  return (
    <span
      title={t('{name} owns it', { name: ownerPerson.name })}
      className="inline-flex min-w-5 shrink-0 items-center justify-center rounded-full border border-line-strong px-1 text-2xs leading-4 text-soft"
    >
      <span aria-hidden="true">{initialsOf(ownerPerson.name)}</span>
      <span className="sr-only">{t('{name} owns it', { name: ownerPerson.name })}</span>
    </span>
  );
}

/** What is decided about a touchpoint and whether customers see it; nothing where all is usual. */
export function TouchpointMarks({
  touchpoint: { decision, decisionReason, visibility },
}: {
  touchpoint: Pick<TouchpointView, 'decision' | 'decisionReason' | 'visibility'>;
}) {
  const t = useText();
  const decided = decision === null || decision === 'keep' ? null : DECIDED[decision];
  const unseen = visibility === 'visible' ? null : UNSEEN[visibility];
  if (!decided && !unseen) return null;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-1 text-2xs leading-4">
      {decided ? (
        <span
          title={`${t(decided.title)} ${decisionReason}`}
          className="inline-flex items-center gap-1 rounded bg-warn px-1.5 font-medium text-on-warn"
        >
          <decided.Icon aria-hidden="true" className="size-3" />
          <span className="sr-only">{t('Decided:')} </span>
          {t(decided.text)}
        </span>
      ) : null}
      {unseen ? (
        <span
          title={t(unseen.text)}
          className="inline-flex items-center gap-1 rounded bg-sunk px-1.5 font-medium text-soft"
        >
          <unseen.Icon aria-hidden="true" className="size-3" />
          {t(unseen.short)}
        </span>
      ) : null}
    </div>
  );
}
