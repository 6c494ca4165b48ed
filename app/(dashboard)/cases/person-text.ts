import type { CaseLine } from '@/db/queries/cases';
import type { Translate } from '@/lib/translate';

/** Who gave the answer, as far as it is known. */
export function personText(
  one: Pick<CaseLine, 'contactName' | 'contactEmail' | 'respondentKey'>,
  t: Translate,
): string {
  return one.contactName || one.contactEmail || one.respondentKey || t('Somebody unknown');
}
