import Link from 'next/link';
import type { ReactNode } from 'react';
import { formatPeriod } from '@/lib/format';
import type { JourneyMapView, TouchpointDetailView } from '@/lib/insights/model';
import type { StatementDetail } from '@/lib/journey/model/statement';
import type { Benchmark } from '@/lib/outcomes/model';
import type { SurveyMetricId } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import type { TouchpointThemes } from '@/lib/voices/model';
import { AboutJourney } from './about-journey';
import { AnswersTab } from './answers-tab';
import { AskAboutJourney } from './ask-about-journey';
import { DetailsTab } from './details-tab';
import { DrawerFrame } from './drawer-frame';
import type { MapEdit } from './edits';
import { EvidenceSummary } from './evidence-summary';
import { ExportMenu } from './export-menu';
import { FilterBar } from './filter-bar';
import { filterText } from './filter-text';
import { FirstSteps } from './first-steps';
import type { AskAtHandoff } from './handoff-fields';
import type { Holding } from './hold-response';
import type { AddPersona } from './journey-dialog';
import { JourneyMore } from './journey-nav';
import { type CopyJourney, JourneyTitle } from './journey-title';
import { type CopyPlaces, LineageDialog } from './lineage-dialog';
import { LiveMap } from './live-map';
import { LivePill } from './live-pill';
import { MapEditor, type SaveReply } from './map-editor';
import { MapViews } from './map-views';
import { MeasureCards } from './measure-cards';
import type { FilterChoices } from './more-filters';
import type { AddTeam } from './owner-team-field';
import { PartOf } from './part-of';
import { PathsTab } from './paths-tab';
import { periodChoice } from './period-choice';
import { PeopleHere } from './presence';
import { quotesHref } from './quotes-href';
import type { Redact } from './redact-voice';
import { RetiredJourney } from './retired-journey';
import { RetiredParts } from './retired-parts';
import { SaveStatus } from './save-status';
import type { SavedView, ViewKeeping } from './saved-views';
import { StageEditing } from './stage-editing';
import { StatementsAbove, StatementsButton } from './statements-dialog';
import { StatementsTab } from './statements-tab';
import { Strengths } from './strengths';
import { SurveysTab } from './surveys-tab';
import { TogetherLinks } from './together-links';

type Props = {
  map: JourneyMapView;
  /** The touchpoint the address names; null where it names none, or none of this map. */
  detail: TouchpointDetailView | null;
  /** What is said about the touchpoint that is open, and about stages and the journey as a whole. */
  statements: { here: StatementDetail[]; above: StatementDetail[] };
  now: Date;
  search: string;
  /** What else the numbers may be narrowed to. */
  choices: FilterChoices;
  /** What others have published, to stand beside the journey's own measures. */
  benchmarks: readonly Benchmark[];
  /** Goes on with the wizard; null where it is done, or not for this member. */
  setup: ReactNode;
  /** The signed-in member's id. */
  me: string;
  /** How much is said and open, about the whole journey and about the open touchpoint, and the latter itself. */
  discussion: { open: number; here: number; content: ReactNode };
  can: { edit: boolean; ask: boolean; erase: boolean };
  /** All personas of the workspace, for who may choose among them. */
  personas: { id: string; name: string }[];
  suggested: SurveyMetricId;
  save: (edit: MapEdit) => Promise<SaveReply>;
  addTeam: AddTeam;
  addPersona: AddPersona;
  ask: (lineageId: string, metric: string) => Promise<string | null>;
  askAtHandoff: AskAtHandoff;
  copyPlaces: CopyPlaces;
  /** The views that were kept of this map, and how to keep one, for who may. */
  views: SavedView[];
  keepViews: ViewKeeping | null;
  /** Journeys that may show a touchpoint in full, for who may choose one. */
  journeys: readonly { id: string; title: string }[];
  erase: (placementId: string, responseId: string) => Promise<string | null>;
  /** null where the member may not. */
  holding: Holding | null;
  /** null where the member may not. */
  redact: Redact | null;
  /** What the comments of the open touchpoint are about. */
  themes: TouchpointThemes | null;
  /** How many answers about the open touchpoint are held back. */
  held: number;
  copy: CopyJourney;
  /** What happened at the touchpoint that is open. */
  history: ReactNode;
  t: Translate;
};

/** The map of one journey: its numbers, the grid, and the drawer of the touchpoint that is open. */
export function JourneyPage({
  map,
  detail,
  statements,
  now,
  search,
  choices,
  benchmarks,
  setup,
  me,
  discussion,
  can,
  personas,
  suggested,
  save,
  addTeam,
  addPersona,
  ask,
  askAtHandoff,
  copyPlaces,
  views,
  keepViews,
  journeys,
  erase,
  holding,
  redact,
  themes,
  held,
  copy,
  history,
  t,
}: Props) {
  const open = detail?.touchpoint.id ?? null;
  return (
    <MapEditor map={map} editable={can.edit} save={save} selected={open} search={search}>
      <LiveMap me={me}>
        <StageEditing />
        {can.edit ? <LineageDialog places={copyPlaces} /> : null}
        <StatementsAbove details={statements.above} />
        <div className="flex">
          <div data-behind-drawer className="flex min-w-0 grow flex-col gap-2.5 px-4 py-3 sm:px-5.5">
            <header className="flex flex-col gap-1">
              <div className="flex flex-wrap items-center justify-between gap-x-4">
                <nav aria-label={t('Breadcrumb')} className="min-w-0 text-xs text-soft">
                  <Link href="/journeys" className="underline-offset-2 hover:underline">
                    {t('Journeys')}
                  </Link>
                  {map.personas.length > 0 ? ` / ${map.personas.map(({ name }) => name).join(', ')}` : null}
                  <PartOf parents={map.parents} t={t} />
                </nav>
                <div className="flex flex-wrap items-center justify-end gap-x-3">
                  <PeopleHere />
                  <SaveStatus />
                </div>
              </div>
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
                <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
                  <JourneyTitle personas={personas} addPersona={addPersona} copy={copy} />
                  <JourneyMore journeyId={map.id} />
                  <LivePill map={map} />
                </div>
                <div className="flex flex-wrap items-center gap-x-1 gap-y-2">
                  <FilterBar
                    of={map}
                    path={`/journeys/${map.id}`}
                    period={periodChoice(map, new URLSearchParams(search), t)}
                    replay={map}
                    choices={choices}
                  />
                  <TogetherLinks journeyId={map.id} open={discussion.open} share={can.edit} t={t} />
                  <ExportMenu journeyId={map.id} />
                </div>
              </div>
              <p className="hidden text-sm print:block">{filterText(map, t)}</p>
              <AboutJourney map={map} t={t} />
            </header>
            <RetiredJourney mayRestore={can.edit} />
            {setup}
            {map.period.fallback ? (
              <p className="rounded-lg bg-warn px-3 py-2 text-sm text-on-warn">
                {t('Nobody answered in the last 90 days. Shown is the last period with answers, {period}.', {
                  period: formatPeriod(map.period.from, map.period.to, map.language),
                })}
              </p>
            ) : null}
            <MeasureCards
              map={map}
              benchmarks={benchmarks}
              t={t}
              add={
                can.ask ? (
                  <AskAboutJourney lineageId={map.lineageId} asking={map.asking} ask={ask} />
                ) : (
                  <span className="text-sm text-soft">{t('No survey about it yet')}</span>
                )
              }
            >
              <EvidenceSummary map={map} search={search} t={t}>
                <StatementsButton stageId={null}>{t('About the whole journey')}</StatementsButton>
              </EvidenceSummary>
              <Strengths />
            </MeasureCards>
            {can.edit && !map.retired ? <FirstSteps map={map} /> : null}
            <MapViews views={views} keep={keepViews} />
            <RetiredParts />
          </div>
          <DrawerFrame
            loadedFor={open}
            tabs={
              detail
                ? [
                    {
                      id: 'answers',
                      label: t('Answers'),
                      content: (
                        <AnswersTab
                          {...{ detail, map, now, t }}
                          erase={can.erase ? erase : null}
                          {...{ holding, held, redact, themes }}
                          statements={statements.here}
                          quotesHref={quotesHref(map, detail.touchpoint.id)}
                        />
                      ),
                    },
                    {
                      id: 'surveys',
                      label: t('Surveys'),
                      count: detail.surveys.length,
                      content: (
                        <SurveysTab
                          surveys={detail.surveys}
                          lineageId={detail.touchpoint.lineageId}
                          suggested={suggested}
                          ask={can.ask ? ask : null}
                          t={t}
                        />
                      ),
                    },
                    {
                      id: 'statements',
                      label: t('Statements'),
                      count: statements.here.length,
                      content: (
                        <StatementsTab touchpointId={detail.touchpoint.id} details={statements.here} />
                      ),
                    },
                    {
                      id: 'paths',
                      label: t('Paths'),
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
                      label: t('Details'),
                      content: <DetailsTab touchpointId={detail.touchpoint.id} addTeam={addTeam} />,
                    },
                    { id: 'history', label: t('History'), content: history },
                    {
                      id: 'discussion',
                      label: t('Discussion'),
                      ...(discussion.here > 0 ? { count: discussion.here } : {}),
                      content: <div className="px-5 py-4">{discussion.content}</div>,
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
