'use client';

import { useRouter } from 'next/navigation';
import { type ReactNode, useEffect } from 'react';
import { useText } from '@/components/ui/text';
import { ToastProvider } from '@/components/ui/toast';
import type { JourneyMapView } from '@/lib/insights/model';
import type { Translate } from '@/lib/translate';
import { DetailsTab } from './details-tab';
import { MapEditor } from './map-editor';

/** Guests have no line of their own: a look every so often is enough for them. */
const LOOK_MS = 30_000;

const refused = (t: Translate) => ({
  ok: false as const,
  problem: { title: t('Whoever holds the link may only look.') },
});

/** Holds a map that can only be looked at, and looks at it again from time to time. */
export function GuestMap({
  map,
  selected,
  search,
  path,
  children,
}: {
  map: JourneyMapView;
  selected: string | null;
  search: string;
  /** The page's own path. */
  path: string;
  children: ReactNode;
}) {
  const t = useText();
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') router.refresh();
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <ToastProvider>
      <MapEditor
        map={map}
        editable={false}
        save={async () => refused(t)}
        selected={selected}
        search={search}
        path={path}
      >
        {children}
      </MapEditor>
    </ToastProvider>
  );
}

/** What the team says about a touchpoint, for reading. */
export function GuestDetails({ touchpointId }: { touchpointId: string }) {
  const t = useText();
  return <DetailsTab touchpointId={touchpointId} addTeam={async () => refused(t)} />;
}
