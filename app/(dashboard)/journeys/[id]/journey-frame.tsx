import type { ReactNode } from 'react';
import { ChartSource } from '@/components/charts/chart-source';
import { filterText } from '@/components/journey/filter-text';
import { JourneyNav } from '@/components/journey/journey-nav';
import { buttonClass } from '@/components/ui/button';
import { Page, PageHeader } from '@/components/ui/page-header';
import type { JourneyMapView } from '@/lib/insights/model';
import type { Translate } from '@/lib/translate';

/** A way to look at a journey's numbers: its name, what the numbers are of, and the other ways. */
export function JourneyFrame({
  map,
  about = filterText,
  filter = null,
  wide = false,
  actions,
  t,
  children,
}: {
  map: JourneyMapView;
  /** What the numbers are of, in words. */
  about?: (map: JourneyMapView, t: Translate) => string;
  /** What changes it, above the numbers. */
  filter?: ReactNode;
  wide?: boolean;
  actions?: ReactNode;
  t: Translate;
  children: ReactNode;
}) {
  return (
    <Page wide={wide}>
      <PageHeader
        title={map.title}
        actions={actions}
        crumbs={[
          { href: '/journeys', label: t('Journeys') },
          { href: `/journeys/${map.id}`, label: map.title },
        ]}
      >
        {about(map, t)}
      </PageHeader>
      <JourneyNav journeyId={map.id} />
      {filter}
      <ChartSource of={map.title} filter={about(map, t)}>
        {children}
      </ChartSource>
    </Page>
  );
}

/** The address of a touchpoint's drawer on the map, under the filter of this page. */
export const drawerHref = (journeyId: string, search: URLSearchParams) => (touchpointId: string) => {
  const params = new URLSearchParams(search);
  params.set('touchpoint', touchpointId);
  return `/journeys/${journeyId}?${params}`;
};

/** Leads to a page of a journey as a document, under the same filter. */
export function PdfLink({
  journeyId,
  page,
  search,
  t,
}: {
  journeyId: string;
  page: 'summary' | 'scorecard';
  search: URLSearchParams;
  t: Translate;
}) {
  const query = search.toString();
  return (
    <a
      href={`/journeys/${journeyId}/export/${page}.pdf${query ? `?${query}` : ''}`}
      download=""
      className={`no-print ${buttonClass({ size: 'small' })}`}
    >
      {t('Save as PDF')}
    </a>
  );
}
