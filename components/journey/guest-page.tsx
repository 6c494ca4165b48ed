import type { JourneyMapView, TouchpointDetailView } from '@/lib/insights/model';
import type { Translate } from '@/lib/translate';
import { AnswersTab } from './answers-tab';
import { DrawerFrame } from './drawer-frame';
import { FilterBar } from './filter-bar';
import { GuestDetails, GuestMap } from './guest-map';
import { MapViews } from './map-views';
import { MeasureCards } from './measure-cards';
import { periodChoice } from './period-choice';
import { Strengths } from './strengths';

/** A map for whoever holds its link: to look at, with the same numbers, and nothing to change. */
export function GuestPage({
  map,
  detail,
  now,
  path,
  search,
  framed,
  t,
}: {
  map: JourneyMapView;
  detail: TouchpointDetailView | null;
  now: Date;
  /** The page's own path. */
  path: string;
  search: string;
  /** Whether it is shown in another site's page. */
  framed: boolean;
  t: Translate;
}) {
  const open = detail?.touchpoint.id ?? null;
  return (
    <GuestMap map={map} selected={open} search={search} path={path}>
      <div className="flex">
        <main
          data-behind-drawer
          className={`flex min-w-0 grow flex-col gap-3.5 px-4 py-4 ${framed ? '' : 'sm:px-5.5'}`}
        >
          <header className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2.5">
            <div className="min-w-0">
              <h1 className={`${framed ? 'text-base' : 'text-xl'} font-bold tracking-tight break-words`}>
                {map.title}
              </h1>
              {framed ? null : (
                <p className="text-xs text-soft">{t('Shared with you to look at. Shown with Milepost.')}</p>
              )}
            </div>
            <FilterBar
              of={map}
              path={path}
              period={periodChoice(map, new URLSearchParams(search), t)}
              replay={map}
              choices={null}
            />
          </header>
          {map.objective && !framed ? <p className="max-w-4xl text-sm text-soft">{map.objective}</p> : null}
          {framed && map.measures.length === 0 ? null : (
            <MeasureCards map={map} add={null} t={t}>
              <Strengths />
            </MeasureCards>
          )}
          <MapViews views={[]} keep={null} />
        </main>
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
                        erase={null}
                        holding={null}
                        held={0}
                        statements={[]}
                      />
                    ),
                  },
                  {
                    id: 'details',
                    label: t('Details'),
                    content: <GuestDetails touchpointId={detail.touchpoint.id} />,
                  },
                ]
              : []
          }
        />
      </div>
    </GuestMap>
  );
}
