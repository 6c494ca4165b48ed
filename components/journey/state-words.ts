import type { StatementState } from '@/lib/journey/model/statement';
import { msg } from '@/lib/translate';

/** How sure a statement is, within a sentence. */
export const STATES_IN_SENTENCE: Readonly<Record<StatementState, string>> = {
  assumption: msg('assumption'),
  partly: msg('partly validated'),
  validated: msg('validated'),
  refuted: msg('refuted'),
};
