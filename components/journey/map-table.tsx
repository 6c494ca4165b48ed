import { Table, Td, Th } from '@/components/ui/table';
import { formatCount, formatEmotion, formatInterval, formatScore } from '@/lib/format';
import type { JourneyMapView } from '@/lib/insights/model';
import { METRICS } from '@/lib/scoring/metrics';
import { columnsOf } from './columns';

/** Every number of the map as a plain table. */
export function MapTable({ map }: { map: JourneyMapView }) {
  const rows = columnsOf(map).flatMap(({ stage, touchpoint }) =>
    touchpoint
      ? [{ stage, touchpoint, measures: touchpoint.measures.length > 0 ? touchpoint.measures : [null] }]
      : [],
  );
  return (
    <details className="no-print mt-4">
      <summary className="inline-flex min-h-9 items-center rounded-lg px-1 text-sm font-medium underline underline-offset-2">
        Show the map as a table
      </summary>
      <div className="mt-2">
        <Table
          label="The map as a table"
          head={
            <tr>
              <Th>Stage</Th>
              <Th>Touchpoint</Th>
              <Th>Metric</Th>
              <Th>Score</Th>
              <Th>95 % interval</Th>
              <Th>n</Th>
              <Th>Expected emotion</Th>
            </tr>
          }
        >
          {rows.flatMap(({ stage, touchpoint, measures }) =>
            measures.map((measure) => (
              <tr key={`${touchpoint.id} ${measure?.metric} ${measure?.wording}`} className="tabular">
                <Td>{stage.title}</Td>
                <Td>{touchpoint.title}</Td>
                <Td>{measure ? METRICS[measure.metric].name : 'not asked'}</Td>
                <Td>
                  {measure?.shown
                    ? formatScore(measure.metric, measure.score.value)
                    : measure
                      ? 'too few'
                      : '–'}
                </Td>
                <Td>
                  {measure?.shown
                    ? formatInterval(measure.metric, measure.score.low, measure.score.high)
                    : '–'}
                </Td>
                <Td>{formatCount(measure?.score.n ?? 0)}</Td>
                <Td>
                  {touchpoint.expectedEmotion === null ? '–' : formatEmotion(touchpoint.expectedEmotion)}
                </Td>
              </tr>
            )),
          )}
        </Table>
      </div>
    </details>
  );
}
