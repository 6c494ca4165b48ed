'use client';

import { useCallback, useRef } from 'react';
import { useEditor } from './map-editor';
import { MapGrid, type MapHandle } from './map-grid';
import { MapList } from './map-list';
import { MapTable } from './map-table';
import { MapToolbar } from './map-toolbar';
import type { SavedView, ViewKeeping } from './saved-views';
import { useLook } from './use-look';
import { useNarrow } from './use-narrow';

/** The map as it is looked at: as a grid, as a list where the screen is narrow, or as a table. */
export function MapViews({ views, keep }: { views: SavedView[]; keep: ViewKeeping | null }) {
  const { map } = useEditor();
  const { look } = useLook();
  const narrow = useNarrow();
  const handle = useRef<MapHandle>(null);
  const findBox = useRef<HTMLInputElement>(null);
  const find = useCallback(() => findBox.current?.focus(), []);
  const goTo = useCallback((touchpointId: string) => {
    if (handle.current) handle.current.goTo(touchpointId);
    else document.getElementById(`touchpoint-${touchpointId}`)?.scrollIntoView({ block: 'center' });
  }, []);
  return (
    <>
      <MapToolbar findBox={findBox} goTo={goTo} views={views} keep={keep} />
      {look.view === 'table' ? (
        <MapTable map={map} open />
      ) : (
        <>
          {narrow === true ? null : (
            <div className="@container max-md:hidden print:block">
              <MapGrid handle={handle} find={find} />
            </div>
          )}
          {narrow === false ? null : (
            <div className="md:hidden print:hidden">
              <MapList brief={narrow === null} />
            </div>
          )}
          <MapTable map={map} />
        </>
      )}
    </>
  );
}
