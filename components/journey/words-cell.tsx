import { useText } from '@/components/ui/text';
import type { LaneCellProps } from './lanes';

/** The newest comment of a touchpoint. */
export function WordsCell({ column: { touchpoint } }: LaneCellProps) {
  const t = useText();
  return touchpoint?.quote ? (
    <span className="line-clamp-4 text-xs break-words" title={touchpoint.quote.comment}>
      {t('“{words}”', { words: touchpoint.quote.comment })}
    </span>
  ) : (
    <span className="text-xs text-soft">
      <span aria-hidden="true">–</span>
      <span className="sr-only">{t('No comment')}</span>
    </span>
  );
}
