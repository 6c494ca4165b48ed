import { findTree } from '@/db/queries/journeys';
import type { Scope } from '@/db/scope';
import { addDays } from '@/lib/clock';
import { addDecision } from '@/lib/journey/commands/decision';
import { addMarker } from '@/lib/journey/commands/marker';
import { nameVersion } from '@/lib/journey/commands/version';
import { PLAIN_BILL_DAY, RELEASE_DAY } from './story';

/** What the team of the story changed for its customers, what it decided, and the map that it decided on. */
export async function seedHistory(scope: Scope, journeyId: string, today: string): Promise<void> {
  const tree = await findTree(scope, journeyId);
  const touchpointId = (title: string) => {
    const id = tree?.touchpoints.find((one) => one.title === title)?.id;
    if (!id) throw new Error(`The story has no touchpoint ${title}.`);
    return id;
  };
  await nameVersion(scope, { journeyId, name: 'Baseline', note: 'The map as the team first agreed on it.' });
  await addMarker(scope, {
    journeyId,
    touchpointId: touchpointId('First bill'),
    changedOn: addDays(today, PLAIN_BILL_DAY),
    text: 'Bills are written in plain language',
    outcome: 'Calls about the bill',
  });
  await addMarker(scope, {
    journeyId,
    touchpointId: touchpointId('Compare plans'),
    changedOn: addDays(today, RELEASE_DAY),
    text: 'New page to compare plans',
    outcome: 'Orders online',
  });
  await addDecision(scope, {
    journeyId,
    touchpointId: touchpointId('First bill'),
    text: 'Keep the plain bill for everybody',
    reason: 'Satisfaction rose after the change and stayed there.',
    decidedOn: addDays(today, PLAIN_BILL_DAY + 45),
  });
  await addDecision(scope, {
    journeyId,
    touchpointId: touchpointId('Compare plans'),
    text: 'Bring back the old table of plans beside the new page',
    reason: 'Comparing became harder with the release, and advisors are called more often.',
    decidedOn: addDays(today, RELEASE_DAY + 25),
  });
}
