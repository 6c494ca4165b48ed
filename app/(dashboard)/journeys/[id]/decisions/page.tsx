import { Scale } from 'lucide-react';
import type { Metadata } from 'next';
import { AddChange, ChangeList, TouchpointChanges } from '@/components/journey/change-list';
import { AddDecision, DecisionList } from '@/components/journey/decision-list';
import { JourneyNav } from '@/components/journey/journey-nav';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { listDecisions } from '@/db/queries/decisions';
import { readText } from '@/lib/gates/language';
import { may } from '@/lib/identity/rules';
import { loadJourneyChanges } from '@/lib/insights/views';
import { decisionView } from '../decision-view';
import { getPageJourney } from '../find-page-journey';
import {
  dropChange,
  dropDecision,
  logDecision,
  markChange,
  sayChange,
  sayDecision,
} from '../history-actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Decisions and changes') };
}

export default async function Decisions({ params }: { params: Promise<{ id: string }> }) {
  const t = await readText();
  const { scope, journey } = await getPageJourney((await params).id);
  const [logged, { changes, elsewhere, outcomes, today }] = await Promise.all([
    listDecisions(scope, journey.id),
    loadJourneyChanges(scope, journey.id, new Date()),
  ]);
  const decisions = logged.map((one) => decisionView(one, t));
  const mayLog = may(scope.actor, 'decision.add') && journey.retiredAt === null;
  const ways = mayLog ? { add: logDecision, edit: sayDecision, remove: dropDecision } : null;
  const markers = mayLog ? { add: markChange, edit: sayChange, remove: dropChange } : null;
  const about = { journeyId: journey.id, touchpointId: null };
  const add = ways ? <AddDecision primary about={about} today={today} add={ways.add} /> : null;
  return (
    <Page>
      <PageHeader
        title={t('Decisions and changes')}
        crumbs={[{ href: `/journeys/${journey.id}`, label: journey.title }]}
        actions={decisions.length > 0 ? add : null}
      >
        {t(
          'What was decided, why, and on which version of the map; what was changed for customers, and what they answered before and after.',
        )}
      </PageHeader>
      <JourneyNav journeyId={journey.id} />
      <section aria-labelledby="decisions">
        <h2 id="decisions" className="mb-2 font-semibold">
          {t('Decisions')}
        </h2>
        {decisions.length === 0 ? (
          <EmptyState icon={Scale} title={t('No decision yet')} action={add}>
            {t(
              'Log what you decide and why. The map it was decided on is kept with it, so that nobody has to remember. Decisions about one touchpoint are logged under History when you open it.',
            )}
          </EmptyState>
        ) : (
          <div className="rounded-xl border border-line bg-panel px-4">
            <DecisionList decisions={decisions} language={t.tongue} ways={ways} />
          </div>
        )}
      </section>
      <section aria-labelledby="changes" className="mt-8">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <h2 id="changes" className="font-semibold">
            {t('Changes of the whole journey')}
          </h2>
          {markers ? <AddChange {...{ about, today, outcomes }} add={markers.add} /> : null}
        </div>
        <div className="rounded-xl border border-line bg-panel px-4 py-4">
          {changes.length === 0 ? (
            <p className="text-sm text-soft">
              {t(
                'Nothing is marked yet. Mark what you change for customers everywhere, such as a new price or a new brand, and what they answered about the journey before and after it is compared. What changes at one touchpoint is marked under History when you open it.',
              )}
            </p>
          ) : (
            <ChangeList
              {...{ changes, outcomes }}
              language={t.tongue}
              nothing={t(
                'Nobody was asked about the whole journey, so there is nothing to compare. Ask about it on the map.',
              )}
              ways={markers}
              among="journey"
            />
          )}
        </div>
      </section>
      {elsewhere.length > 0 ? (
        <section aria-labelledby="elsewhere" className="mt-8">
          <h2 id="elsewhere" className="mb-2 font-semibold">
            {t('Changes at single touchpoints')}
          </h2>
          <div className="rounded-xl border border-line bg-panel px-4 py-4">
            <TouchpointChanges journeyId={journey.id} changes={elsewhere} language={t.tongue} />
          </div>
        </section>
      ) : null}
    </Page>
  );
}
