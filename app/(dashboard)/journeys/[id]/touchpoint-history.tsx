import { HistoryTab } from '@/components/journey/history-tab';
import { listActivity } from '@/db/queries/activity';
import { listDecisions } from '@/db/queries/decisions';
import { readText } from '@/lib/gates/language';
import type { Member } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { loadImprovements } from '@/lib/improvements/views';
import type { JourneyMapView, TouchpointDetailView } from '@/lib/insights/model';
import { activityView } from './activity-view';
import { decisionView } from './decision-view';
import { dropChange, dropDecision, logDecision, markChange, sayChange, sayDecision } from './history-actions';

const NEWEST_LINES = 20;

/** What was changed, decided and done at one touchpoint. */
export async function TouchpointHistory({
  scope,
  map,
  detail,
}: {
  scope: Member['scope'];
  map: JourneyMapView;
  detail: TouchpointDetailView;
}) {
  const t = await readText();
  const touchpointId = detail.touchpoint.id;
  const lineageIds = detail.parts.map(({ lineageId }) => lineageId);
  const [decisions, activity, improvements] = await Promise.all([
    listDecisions(scope, map.id),
    listActivity(scope, map.id, { objectId: touchpointId, limit: NEWEST_LINES }),
    loadImprovements(scope, { journeyId: map.id, lineageIds }, null, new Date()),
  ]);
  const { id, outcomes, language, today, timeZone } = map;
  return (
    <HistoryTab
      map={{ id, outcomes, language, today, timeZone }}
      touchpointId={touchpointId}
      changes={detail.changes}
      improvements={improvements.map(({ id, title, state, verdict }) => ({ id, title, state, verdict }))}
      decisions={decisions
        .filter((one) => one.touchpointId === touchpointId)
        .map((one) => decisionView(one, t))}
      activity={activity.map((one) => activityView(one, t))}
      ways={
        may(scope.actor, 'marker.add') && !map.retired
          ? {
              markers: { add: markChange, edit: sayChange, remove: dropChange },
              decisions: { add: logDecision, edit: sayDecision, remove: dropDecision },
            }
          : null
      }
    />
  );
}
