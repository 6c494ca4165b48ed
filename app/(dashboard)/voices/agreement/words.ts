import { msg } from '@/lib/translate';
import { SENTIMENT_LABELS } from '@/lib/voices/model';
import type { Judgement } from '@/lib/voices/model/agreement';

/** What can be said of a comment, on buttons and in tables. */
export const JUDGEMENT_WORDS: Readonly<Record<Judgement, string>> = {
  yes: msg('Yes, it is about it'),
  no: msg('No, it is not'),
  ...SENTIMENT_LABELS,
};
