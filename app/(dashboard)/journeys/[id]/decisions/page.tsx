import { Scale } from 'lucide-react';
import type { Metadata } from 'next';
import { AddDecision, DecisionList } from '@/components/journey/decision-list';
import { JourneyNav } from '@/components/journey/journey-nav';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { listDecisions } from '@/db/queries/decisions';
import { dayOf } from '@/lib/clock';
import { may } from '@/lib/identity/rules';
import { decisionView } from '../decision-view';
import { getPageJourney } from '../find-page-journey';
import { dropDecision, logDecision, sayDecision } from '../history-actions';

export const metadata: Metadata = { title: 'Decisions' };

export default async function Decisions({ params }: { params: Promise<{ id: string }> }) {
  const { scope, journey, workspace } = await getPageJourney((await params).id);
  const decisions = (await listDecisions(scope, journey.id)).map(decisionView);
  const mayLog = may(scope.actor, 'decision.add') && journey.retiredAt === null;
  const ways = mayLog ? { add: logDecision, edit: sayDecision, remove: dropDecision } : null;
  const add = ways ? (
    <AddDecision
      primary
      about={{ journeyId: journey.id, touchpointId: null }}
      today={dayOf(new Date(), workspace.timeZone)}
      add={ways.add}
    />
  ) : null;
  return (
    <Page>
      <PageHeader
        title="Decisions"
        crumbs={[{ href: `/journeys/${journey.id}`, label: journey.title }]}
        actions={decisions.length > 0 ? add : null}
      >
        What was decided, why, and on which version of the map.
      </PageHeader>
      <JourneyNav journeyId={journey.id} />
      {decisions.length === 0 ? (
        <EmptyState icon={Scale} title="No decision yet" action={add}>
          Log what you decide and why. The map it was decided on is kept with it, so that nobody has to
          remember. Decisions about one touchpoint are logged under History when you open it.
        </EmptyState>
      ) : (
        <section aria-label="Decisions" className="rounded-xl border border-line bg-panel px-4">
          <DecisionList decisions={decisions} language={workspace.language} ways={ways} />
        </section>
      )}
    </Page>
  );
}
