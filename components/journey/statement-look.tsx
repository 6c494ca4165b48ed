import { CircleCheck, CircleDashed, CircleX, Contrast } from 'lucide-react';
import type { StatementView } from '@/lib/insights/model';
import { STATEMENT_STATE_LABELS, type StatementState } from '@/lib/journey/model/statement';
import type { Translate } from '@/lib/translate';

/** Evidence is told by the border, so that colour stays free for scores; the words always say it too. */
export const STATE_BORDER: Readonly<Record<StatementState, string>> = {
  assumption: 'border border-dashed border-field',
  partly: 'border border-field',
  validated: 'border-2 border-ink',
  refuted: 'border border-line bg-sunk',
};

const ICONS = { assumption: CircleDashed, partly: Contrast, validated: CircleCheck, refuted: CircleX };

/** How sure a statement is, in a picture and in words. */
export function StateLabel({
  state,
  short = false,
  t,
}: {
  state: StatementState;
  short?: boolean;
  t: Translate;
}) {
  const Icon = ICONS[state];
  return (
    <span className="inline-flex items-center gap-1 text-2xs font-medium text-soft">
      <Icon aria-hidden="true" className="size-3 shrink-0" />
      {short && state === 'partly' ? t('Partly') : t(STATEMENT_STATE_LABELS[state])}
    </span>
  );
}

/** What a statement says: in the team's words, or, as long as there are none, in the customer's. */
export function StatementText({
  statement,
  t,
}: {
  statement: Pick<StatementView, 'state' | 'text' | 'words'>;
  t: Translate;
}) {
  const { state, text, words } = statement;
  const said = words ? t('“{words}”', { words }) : text;
  return state === 'refuted' ? (
    <s className="break-words text-soft">
      <span className="sr-only">{t('Refuted:')} </span>
      {said}
    </s>
  ) : (
    <span className="break-words">{said}</span>
  );
}
