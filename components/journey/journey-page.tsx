import Link from 'next/link';
import { formatPeriod } from '@/lib/format';
import type { JourneyMapView, TouchpointDetailView } from '@/lib/insights/model';
import type { SurveyMetricId } from '@/lib/scoring/metrics';
import { AnswersTab } from './answers-tab';
import { AskAboutJourney } from './ask-about-journey';
import { DetailsTab } from './details-tab';
import { DrawerFrame } from './drawer-frame';
import type { MapEdit } from './edits';
import { FilterBar, type Preset } from './filter-bar';
import { filterText } from './filter-text';
import { FirstSteps } from './first-steps';
import type { AskAtHandoff } from './handoff-fields';
import type { AddPersona } from './journey-dialog';
import { JourneyEnds } from './journey-facts';
import { JourneyMore } from './journey-nav';
import { JourneyTitle } from './journey-title';
import { LiveMap } from './live-map';
import { LivePill } from './live-pill';
import { MapEditor, type SaveReply } from './map-editor';
import { MapGrid } from './map-grid';
import { MapList } from './map-list';
import { MapTable } from './map-table';
import { MeasureCards } from './measure-cards';
import type { AddTeam } from './owner-team-field';
import { PartOf } from './part-of';
import { PathsTab } from './paths-tab';
import { PeopleHere } from './presence';
import { RetiredJourney } from './retired-journey';
import { RetiredParts } from './retired-parts';
import { SaveStatus } from './save-status';
import { SurveysTab } from './surveys-tab';

type Props = {
  map: JourneyMapView;
  /** The touchpoint the address names; null where it names none, or none of this map. */
  detail: TouchpointDetailView | null;
  now: Date;
  search: string;
  asked: { from: string | null; to: string | null };
  presets: Preset[];
  /** The signed-in member's id. */
  me: string;
  can: { edit: boolean; ask: boolean; erase: boolean };
  /** All personas of the workspace, for who may choose among them. */
  personas: { id: string; name: string }[];
  suggested: SurveyMetricId;
  save: (edit: MapEdit) => Promise<SaveReply>;
  addTeam: AddTeam;
  addPersona: AddPersona;
  ask: (lineageId: string, metric: string) => Promise<string | null>;
  askAtHandoff: AskAtHandoff;
  /** Journeys that may show a touchpoint in full, for who may choose one. */
  journeys: readonly { id: string; title: string }[];
  erase: (placementId: string, responseId: string) => Promise<string | null>;
};

/** The map of one journey: its numbers, the grid, and the drawer of the touchpoint that is open. */
export function JourneyPage({
  map,
  detail,
  now,
  search,
  asked,
  presets,
  me,
  can,
  personas,
  suggested,
  save,
  addTeam,
  addPersona,
  ask,
  askAtHandoff,
  journeys,
  erase,
}: Props) {
  const open = detail?.touchpoint.id ?? null;
  return (
    <MapEditor map={map} editable={can.edit} save={save} selected={open} search={search}>
      <LiveMap me={me}>
        <div className="flex">
          <div data-behind-drawer className="flex min-w-0 grow flex-col gap-3.5 px-4 py-4 sm:px-5.5">
            <header className="flex flex-col gap-2">
              <nav aria-label="Breadcrumb" className="text-xs text-soft">
                <Link href="/journeys" className="underline-offset-2 hover:underline">
                  Journeys
                </Link>
                {map.personas.length > 0 ? ` / ${map.personas.map(({ name }) => name).join(', ')}` : null}
                <PartOf parents={map.parents} />
              </nav>
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2.5">
                <div className="flex min-w-0 flex-wrap items-center gap-2.5">
                  <JourneyTitle personas={personas} addPersona={addPersona} />
                  <JourneyMore journeyId={map.id} />
                  <LivePill map={map} />
                  <PeopleHere />
                  <SaveStatus />
                </div>
                <FilterBar
                  map={map}
                  asked={asked}
                  presets={presets}
                  touchpoint={open}
                  periodText={formatPeriod(map.period.from, map.period.to, map.language)}
                  previousText={formatPeriod(map.period.previousFrom, map.period.previousTo, map.language)}
                />
              </div>
              <p className="hidden text-sm print:block">{filterText(map)}</p>
              {map.objective ? <p className="max-w-4xl text-sm text-soft">{map.objective}</p> : null}
              <JourneyEnds map={map} />
            </header>
            <RetiredJourney mayRestore={can.edit} />
            {map.period.fallback ? (
              <p className="rounded-lg bg-warn px-3 py-2 text-sm text-on-warn">
                Nobody answered in the last 90 days. Shown is the last period with answers,{' '}
                {formatPeriod(map.period.from, map.period.to, map.language)}.
              </p>
            ) : null}
            <MeasureCards
              map={map}
              add={
                can.ask ? (
                  <AskAboutJourney lineageId={map.lineageId} asking={map.asking} ask={ask} />
                ) : (
                  <span className="text-sm text-soft">No survey about it yet</span>
                )
              }
            />
            {can.edit && !map.retired ? <FirstSteps map={map} /> : null}
            <div className="max-md:hidden">
              <MapGrid />
            </div>
            <div className="md:hidden print:hidden">
              <MapList />
            </div>
            <div>
              <MapTable map={map} />
              <RetiredParts />
            </div>
          </div>
          <DrawerFrame
            loadedFor={open}
            tabs={
              detail
                ? [
                    {
                      id: 'answers',
                      label: 'Answers',
                      content: (
                        <AnswersTab detail={detail} map={map} now={now} erase={can.erase ? erase : null} />
                      ),
                    },
                    {
                      id: 'surveys',
                      label: 'Surveys',
                      count: detail.surveys.length,
                      content: (
                        <SurveysTab
                          surveys={detail.surveys}
                          lineageId={detail.touchpoint.lineageId}
                          suggested={suggested}
                          ask={can.ask ? ask : null}
                        />
                      ),
                    },
                    {
                      id: 'paths',
                      label: 'Paths',
                      content: (
                        <PathsTab
                          touchpointId={detail.touchpoint.id}
                          journeys={journeys}
                          ask={can.ask && can.edit ? askAtHandoff : null}
                        />
                      ),
                    },
                    {
                      id: 'details',
                      label: 'Details',
                      content: <DetailsTab touchpointId={detail.touchpoint.id} addTeam={addTeam} />,
                    },
                  ]
                : []
            }
          />
        </div>
      </LiveMap>
    </MapEditor>
  );
}
