import type { DecisionView } from '@/components/journey/decision-list';
import type { LoggedDecision } from '@/db/queries/decisions';
import { versionName } from '@/lib/journey/rules/version';

/** A logged decision as it is listed. */
export function decisionView({ versionNumber, versionName: name, ...one }: LoggedDecision): DecisionView {
  const versionText =
    versionNumber === null ? null : versionName({ number: versionNumber, name: name ?? '' });
  return { ...one, versionText };
}
