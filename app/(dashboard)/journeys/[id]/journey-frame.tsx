import type { ReactNode } from 'react';
import { ChartSource } from '@/components/charts/chart-source';
import { filterText } from '@/components/journey/filter-text';
import { JourneyNav } from '@/components/journey/journey-nav';
import { Page, PageHeader } from '@/components/ui/page-header';
import type { JourneyMapView } from '@/lib/insights/model';
import type { Translate } from '@/lib/translate';

/** A way to look at a journey's numbers: its name, what the numbers are of, and the other ways. */
export function JourneyFrame({
  map,
  about = filterText,
  wide = false,
  t,
  children,
}: {
  map: JourneyMapView;
  /** What the numbers are of, in words. */
  about?: (map: JourneyMapView, t: Translate) => string;
  wide?: boolean;
  t: Translate;
  children: ReactNode;
}) {
  return (
    <Page wide={wide}>
      <PageHeader
        title={map.title}
        crumbs={[
          { href: '/journeys', label: t('Journeys') },
          { href: `/journeys/${map.id}`, label: map.title },
        ]}
      >
        {about(map, t)}
      </PageHeader>
      <JourneyNav journeyId={map.id} />
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
