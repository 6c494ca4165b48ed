import { RefusedValues } from '@/components/ui/refused-values';
import { Table, Td, Th } from '@/components/ui/table';
import { useText } from '@/components/ui/text';
import type { ImportPlan } from '@/lib/response/model/import-plan';
import { METRICS } from '@/lib/scoring/metrics';
import type { previewImportAction } from './actions';

export type Preview = Extract<Awaited<ReturnType<typeof previewImportAction>>, { ok: true }>['value'];

/** Every answer of the preview. */
export const answersOf = (preview: Preview): number => preview.counts.reduce((sum, count) => sum + count, 0);

/** What an import would bring in, question by question, and what it refuses. */
export function ImportPreview({ preview, plan }: { preview: Preview; plan: ImportPlan }) {
  const t = useText();
  return (
    <>
      <Table
        label={t('Answers per question')}
        head={
          <tr>
            <Th>{t('Column')}</Th>
            <Th>{t('Question')}</Th>
            <Th>{t('Scale')}</Th>
            <Th className="text-right">{t('Answers')}</Th>
          </tr>
        }
      >
        {plan.items.map(({ column, title, metric }, place) => (
          <tr key={column}>
            <Td className="break-all">{column}</Td>
            <Td>{title}</Td>
            <Td>{METRICS[metric].name}</Td>
            <Td className="tabular text-right">{(preview.counts[place] ?? 0).toLocaleString(t.tongue)}</Td>
          </tr>
        ))}
      </Table>
      <RefusedValues refused={preview.refused} count={preview.refusedCount} />
    </>
  );
}
