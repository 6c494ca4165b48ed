import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { Suspense } from 'react';
import { type MapCases, MapCasesProvider } from '@/components/journey/case-mark';
import { JourneyPage } from '@/components/journey/journey-page';
import { SetupBar } from '@/components/journey/setup-bar';
import { listBenchmarks } from '@/db/queries/benchmarks';
import { countOpenCases } from '@/db/queries/cases';
import { findJourney } from '@/db/queries/journeys';
import { listPersonas } from '@/db/queries/personas';
import { listRemarks } from '@/db/queries/remarks';
import { countHeld } from '@/db/queries/responses';
import { listSavedViews } from '@/db/queries/saved-views';
import { listJourneyTitles } from '@/db/queries/sub-journeys';
import { loadClosedLoop } from '@/lib/cases/views';
import { readText } from '@/lib/gates/language';
import { type Member, requireMember } from '@/lib/gates/member';
import { isUuid } from '@/lib/id';
import { may } from '@/lib/identity/rules';
import type { JourneyMapView, TouchpointView } from '@/lib/insights/model';
import { givenOf } from '@/lib/insights/rules/address';
import { loadFilterChoices, loadJourneyMap, loadTouchpoint } from '@/lib/insights/views';
import { suggestMetric } from '@/lib/journey/rules';
import { loadStatements } from '@/lib/journey/views/statements';
import { loadTouchpointThemes } from '@/lib/voices/views';
import { countAnswer, holdAnswer } from '../../held/actions';
import { redactPassage } from '../../voices/actions';
import { askAtHandoff, askCustomers, eraseAnswer, saveEdit, savePersona, saveTeam } from './actions';
import { BadFilter } from './bad-filter';
import { copyPlaces } from './copy-places';
import { copyAsToBe } from './history-actions';
import { JourneySkeleton } from './journey-skeleton';
import { MapDiscussion } from './map-discussion';
import { refusalOf } from './open-map';
import { endWithWalk, goToStep } from './setup/actions';
import { TouchpointHistory } from './touchpoint-history';
import { dropView, keepView } from './view-actions';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Journey') };
}

export default async function Journey({
  params,
  searchParams,
}: {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { scope } = await requireMember();
  const { id } = await params;
  // Decided before anything is sent, so that what does not exist is a real 404.
  if (!isUuid(id) || !(await findJourney(scope, id))) notFound();
  return (
    <Suspense fallback={<JourneySkeleton />}>
      <LoadedJourney id={id} filter={givenOf(await searchParams)} />
    </Suspense>
  );
}

async function LoadedJourney({ id, filter }: { id: string; filter: URLSearchParams }) {
  const { scope, user, role, workspace } = await requireMember();
  const touchpoint = filter.get('touchpoint');
  filter.delete('touchpoint');
  filter.delete('tab');
  const now = new Date();

  const mayEdit = may(scope.actor, 'touchpoint.edit');
  const [map, said, detail, personas, journeys, views, here, above, benchmarks] = await Promise.all([
    loadJourneyMap(scope, id, filter, now)
      .then((read) => ({ ...read, language: workspace.language }))
      .catch((error) => ({ refusal: refusalOf(error) })),
    listRemarks(scope, id),
    touchpoint
      ? loadTouchpoint(scope, id, touchpoint, filter, now, workspace.language).catch(() => null)
      : null,
    mayEdit ? listPersonas(scope) : [],
    mayEdit && touchpoint ? listJourneyTitles(scope) : [],
    listSavedViews(scope, id),
    touchpoint ? loadStatements(scope, id, touchpoint).catch(() => []) : [],
    loadStatements(scope, id, null),
    listBenchmarks(scope),
  ]);
  if ('refusal' in map) return <BadFilter journeyId={id} refusal={map.refusal} />;

  const choices = await loadFilterChoices(scope, map);
  const themes = detail ? await loadTouchpointThemes(scope, map, detail.touchpoint.id) : null;
  const held = detail ? await countHeld(scope, { lineageId: detail.touchpoint.lineageId }) : 0;
  const query = filter.toString();
  const t = await readText();
  const cases = await casesOf(scope, map, detail?.touchpoint ?? null, now);
  return (
    <MapCasesProvider cases={cases}>
      <JourneyPage
        t={t}
        map={map}
        detail={detail}
        statements={{ here, above }}
        now={now}
        search={query ? `?${query}` : ''}
        setup={
          mayEdit && map.setupStep !== null ? (
            <SetupBar journeyId={map.id} step={map.setupStep} goToStep={goToStep} endWithWalk={endWithWalk} />
          ) : null
        }
        choices={choices}
        benchmarks={benchmarks}
        me={user.id}
        discussion={{
          open: said.filter((one) => one.resolvedAt === null).length,
          here: said.filter((one) => one.resolvedAt === null && one.touchpointId === touchpoint).length,
          content: (
            <MapDiscussion
              {...{ map, remarks: said, now }}
              touchpointId={detail?.touchpoint.id ?? null}
              member={{ user, role }}
            />
          ),
        }}
        can={{
          edit: mayEdit,
          ask: may(scope.actor, 'survey.draft'),
          erase: may(scope.actor, 'response.erase'),
        }}
        personas={personas.map((one) => ({ id: one.id, name: one.name }))}
        suggested={detail ? suggestMetric(detail.touchpoint) : 'ces'}
        save={saveEdit}
        addTeam={saveTeam}
        addPersona={savePersona}
        ask={askCustomers}
        askAtHandoff={askAtHandoff}
        copyPlaces={copyPlaces}
        views={views}
        keepViews={may(scope.actor, 'view.save') ? { save: keepView.bind(null, id), remove: dropView } : null}
        journeys={journeys}
        erase={eraseAnswer}
        holding={may(scope.actor, 'response.hold') ? { hold: holdAnswer, release: countAnswer } : null}
        redact={may(scope.actor, 'voice.redact') ? redactPassage : null}
        themes={themes}
        held={held}
        copy={copyAsToBe}
        history={detail ? <TouchpointHistory {...{ scope, map, detail }} /> : null}
      />
    </MapCasesProvider>
  );
}

/** The open cases of all that the map shows, and the figures of the loop where the drawer is open. */
async function casesOf(
  scope: Member['scope'],
  map: JourneyMapView,
  touchpoint: Subject | null,
  now: Date,
): Promise<MapCases> {
  const lineagesOf = (one: Subject) => [one.lineageId, ...one.absorbed.map(({ lineageId }) => lineageId)];
  const lineageIds = map.stages.flatMap(({ touchpoints }) => touchpoints.flatMap(lineagesOf));
  const here = touchpoint && lineagesOf(touchpoint);
  const [open, loop] = await Promise.all([
    countOpenCases(scope, lineageIds, now),
    here && loadClosedLoop(scope, { lineageIds: here }, now),
  ]);
  return {
    open: Object.fromEntries(open),
    here: here && loop ? { lineageIds: here, loop, minimumN: map.minimumN } : null,
  };
}

type Subject = Pick<TouchpointView, 'lineageId' | 'absorbed'>;
