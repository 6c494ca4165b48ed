import { Notice } from '@/components/ui/notice';
import type { Translate } from '@/lib/translate';

/** Says so where some voices still wait to be read: the numbers below are not the last word. */
export function UnreadNote({ n, t }: { n: number; t: Translate }) {
  if (n === 0) return null;
  return (
    <div className="mb-4">
      <Notice>
        {n >= 1000
          ? t('A thousand voices or more are still being read. Come back in a moment.')
          : t(
              '{n, plural, one {One voice is} other {# voices are}} still being read. Come back in a moment.',
              { n },
            )}
      </Notice>
    </div>
  );
}
