import { Ruler } from 'lucide-react';
import type { Metadata } from 'next';
import { EmptyState } from '@/components/ui/empty-state';
import { Page, PageHeader } from '@/components/ui/page-header';
import { Table, Td, Th } from '@/components/ui/table';
import { listBenchmarks } from '@/db/queries/benchmarks';
import { formatScore } from '@/lib/format';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { may } from '@/lib/identity/rules';
import { scaleName } from '@/lib/outcomes/rules/benchmarks';
import { METRICS } from '@/lib/scoring/metrics';
import { BenchmarkForm } from './benchmark-form';
import { RemoveBenchmark } from './remove-benchmark';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Benchmarks') };
}

export default async function BenchmarksPage() {
  const t = await readText();
  const { scope } = await requireMember();
  const benchmarks = await listBenchmarks(scope);
  const mayEdit = may(scope.actor, 'benchmark.set');
  return (
    <Page>
      <PageHeader
        title={t('Benchmarks')}
        crumbs={[{ href: '/outcomes', label: t('Outcomes##of customers') }]}
      >
        {t(
          'Values that others have published. One stands beside a score of yours only where metric and scale are the same, and always with its source and year.',
        )}
      </PageHeader>
      <div className="flex flex-col gap-6">
        {benchmarks.length === 0 ? (
          <EmptyState icon={Ruler} title={t('No benchmarks yet')}>
            {t('Add a value with its source below. Ask for the year, the scale and how many answered.')}
          </EmptyState>
        ) : (
          <Table
            label={t('Benchmarks')}
            head={
              <tr>
                <Th>{t('Metric')}</Th>
                <Th className="text-right">{t('Value##in a table')}</Th>
                <Th>{t('Scale')}</Th>
                <Th>{t('Source##of a published value')}</Th>
                <Th>{t('Year##of a publication')}</Th>
                <Th className="text-right">{t('Answers')}</Th>
                <Th>
                  <span className="sr-only">{t('Remove')}</span>
                </Th>
              </tr>
            }
          >
            {benchmarks.map(({ id, metric, value, scale, source, link, year, n }) => (
              <tr key={id} className="tabular">
                <Td>{METRICS[metric].name}</Td>
                <Td className="text-right font-semibold whitespace-nowrap">
                  {scale === scaleName(metric)
                    ? formatScore(metric, value, t.tongue)
                    : (value * METRICS[metric].displayFactor).toLocaleString(t.tongue)}
                </Td>
                <Td>
                  {scale === 'other' ? t('another scale') : scale}
                  {scale === scaleName(metric) ? null : (
                    <span className="block text-xs text-soft">{t('not compared')}</span>
                  )}
                </Td>
                <Td className="min-w-40 wrap-anywhere">
                  {link === null ? (
                    source
                  ) : (
                    <a href={link} rel="noreferrer" className="underline underline-offset-2">
                      {source}
                    </a>
                  )}
                </Td>
                <Td>{year}</Td>
                <Td className="text-right">{n === null ? t('not said') : n.toLocaleString(t.tongue)}</Td>
                <Td className="text-right">{mayEdit ? <RemoveBenchmark id={id} source={source} /> : null}</Td>
              </tr>
            ))}
          </Table>
        )}
        {mayEdit ? <BenchmarkForm /> : null}
      </div>
    </Page>
  );
}
