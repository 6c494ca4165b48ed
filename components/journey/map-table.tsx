'use client';

import Link from 'next/link';
import { useState } from 'react';
import { Table, Td, Th } from '@/components/ui/table';
import { useText } from '@/components/ui/text';
import { formatCount, formatDay, formatEmotion, formatInterval, formatScore } from '@/lib/format';
import type { JourneyMapView } from '@/lib/insights/model';
import { shownOn } from '@/lib/insights/rules/shown';
import { METRICS } from '@/lib/scoring/metrics';
import { columnsOf } from './columns';
import { useEditor } from './map-editor';
import { useLook } from './use-look';

/** Every number of the map as a plain table: folded below the map, or on its own where the map is looked at as one. */
export function MapTable({ map, open = false }: { map: JourneyMapView; open?: boolean }) {
  const [shown, setShown] = useState(false);
  const t = useText();
  if (open) return <Rows map={map} />;
  return (
    <details
      className="no-print mt-4"
      onToggle={(event) => {
        setShown(event.currentTarget.open);
      }}
    >
      <summary className="inline-flex min-h-9 items-center rounded-lg px-1 text-sm font-medium underline underline-offset-2">
        {t('Show the map as a table')}
      </summary>
      <div className="mt-2">{shown ? <Rows map={map} /> : null}</div>
    </details>
  );
}

function Rows({ map }: { map: JourneyMapView }) {
  const { hrefOf, open } = useEditor();
  const t = useText();
  const { look } = useLook();
  const shown = shownOn(map, look.show);
  const rows = columnsOf(map).flatMap(({ stage, touchpoint }) =>
    touchpoint
      ? [{ stage, touchpoint, measures: touchpoint.measures.length > 0 ? touchpoint.measures : [null] }]
      : [],
  );
  return (
    <Table
      label={t('The map as a table')}
      head={
        <tr>
          <Th>{t('Stage')}</Th>
          <Th>{t('Touchpoint')}</Th>
          <Th>{t('Owner')}</Th>
          <Th>{t('Metric')}</Th>
          <Th>{t('Score')}</Th>
          <Th>{t('95 % interval')}</Th>
          <Th>{t('n')}</Th>
          <Th>{t('Expected emotion')}</Th>
          <Th>{t('Last answer')}</Th>
        </tr>
      }
    >
      {rows.flatMap(({ stage, touchpoint, measures }) =>
        measures.map((measure) => (
          <tr
            key={`${touchpoint.id} ${measure?.metric} ${measure?.wording}`}
            className={`tabular [content-visibility:auto] ${shown?.has(touchpoint.id) === false ? 'bg-sunk text-soft' : ''}`}
          >
            <Td>{stage.title}</Td>
            <Td>
              <Link
                href={hrefOf(touchpoint.id)}
                scroll={false}
                prefetch={false}
                className="inline-flex min-h-6 items-center underline-offset-2 hover:underline"
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                  event.preventDefault();
                  open(touchpoint.id);
                }}
              >
                {touchpoint.title}
              </Link>
              {shown?.has(touchpoint.id) === false ? (
                <span className="sr-only"> {t('Not highlighted.')}</span>
              ) : null}
            </Td>
            <Td>{touchpoint.owner?.name ?? stage.owner?.name ?? '–'}</Td>
            <Td>{measure ? METRICS[measure.metric].name : t('not asked')}</Td>
            <Td>
              {measure?.shown
                ? formatScore(measure.metric, measure.score.value, t.tongue)
                : measure
                  ? t('too few')
                  : '–'}
            </Td>
            <Td>
              {measure?.shown
                ? formatInterval(measure.metric, measure.score.low, measure.score.high, t.tongue)
                : '–'}
            </Td>
            <Td>{formatCount(measure?.score.n ?? 0, t.tongue)}</Td>
            <Td>
              {touchpoint.expectedEmotion === null
                ? '–'
                : formatEmotion(touchpoint.expectedEmotion, t.tongue)}
            </Td>
            <Td>{touchpoint.answeredOn === null ? '–' : formatDay(touchpoint.answeredOn, map.language)}</Td>
          </tr>
        )),
      )}
    </Table>
  );
}
