import { pointText } from '@/lib/cases/rules/words';
import { formatDay } from '@/lib/format';
import type { Translate } from '@/lib/translate';

type Answer = { metric: string; score: number | null; comment: string | null; day: string };

/** A customer's answer in a line: its words, or that it has none. */
export const answerText = ({ comment }: Pick<Answer, 'comment'>, t: Translate): string =>
  comment ? t('“{words}”', { words: comment }) : t('An answer without words');

/** Its score and day. */
export const answerFacts = ({ metric, score, day }: Answer, t: Translate): string =>
  `${pointText(metric, score, t)} · ${formatDay(day, t.tongue)}`;
