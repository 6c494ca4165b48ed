import type { DecisionView } from '@/components/journey/decision-list';
import type { LoggedDecision } from '@/db/queries/decisions';
import { versionName } from '@/lib/journey/rules/version';
import type { Translate } from '@/lib/translate';

/** A logged decision as it is listed. */
export function decisionView(
  { versionNumber, versionName: name, ...one }: LoggedDecision,
  t: Translate,
): DecisionView {
  const versionText =
    versionNumber === null ? null : versionName({ number: versionNumber, name: name ?? '' }, t);
  return { ...one, versionText };
}
