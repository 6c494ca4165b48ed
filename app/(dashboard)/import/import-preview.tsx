import { Table, Td, Th } from '@/components/ui/table';
import type { ImportPlan } from '@/lib/response/model/import-plan';
import { METRICS } from '@/lib/scoring/metrics';
import type { previewImportAction } from './actions';

export type Preview = Extract<Awaited<ReturnType<typeof previewImportAction>>, { ok: true }>['value'];

/** A count in full: whoever imports compares it with their own. */
export const exact = (count: number): string => count.toLocaleString('en');

/** Every answer of the preview. */
export const answersOf = (preview: Preview): number => preview.counts.reduce((sum, count) => sum + count, 0);

/** What an import would bring in, question by question, and what it refuses. */
export function ImportPreview({ preview, plan }: { preview: Preview; plan: ImportPlan }) {
  return (
    <>
      <Table
        label="Answers per question"
        head={
          <tr>
            <Th>Column</Th>
            <Th>Question</Th>
            <Th>Scale</Th>
            <Th className="text-right">Answers</Th>
          </tr>
        }
      >
        {plan.items.map(({ column, title, metric }, place) => (
          <tr key={column}>
            <Td className="break-all">{column}</Td>
            <Td>{title}</Td>
            <Td>{METRICS[metric].name}</Td>
            <Td className="tabular text-right">{exact(preview.counts[place] ?? 0)}</Td>
          </tr>
        ))}
      </Table>
      {preview.refused.length > 0 ? (
        <Table
          label="Refused values"
          head={
            <tr>
              <Th>Line</Th>
              <Th>Column</Th>
              <Th>Value</Th>
              <Th>Why it is refused</Th>
            </tr>
          }
        >
          {preview.refused.map(({ row, column, value, why }) => (
            <tr key={`${row} ${column}`}>
              <Td className="tabular">{row}</Td>
              <Td className="break-all">{column === '' ? 'whole row' : column}</Td>
              <Td className="max-w-60 break-all">{value}</Td>
              <Td>{why}</Td>
            </tr>
          ))}
        </Table>
      ) : null}
      {preview.refusedCount > preview.refused.length ? (
        <p className="text-soft">… and {exact(preview.refusedCount - preview.refused.length)} more.</p>
      ) : null}
    </>
  );
}
