import type { Benchmark } from '@/lib/outcomes/model';
import { benchmarkWords } from '@/lib/outcomes/rules/benchmarks';
import type { MetricId } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';

/** What others have published of the same metric on the same scale, each with its source, year and n. */
export function BenchmarkNote({
  metric,
  benchmarks,
  t,
}: {
  metric: MetricId;
  benchmarks: readonly Benchmark[];
  t: Translate;
}) {
  const beside = benchmarkWords(benchmarks, metric, t);
  if (beside.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-col gap-0.5 text-xs text-soft">
      {beside.map(({ id, value, source, link, rest }) => (
        <li key={id} className="wrap-anywhere">
          <span className="tabular font-semibold text-ink">{value}</span>{' '}
          {link === null ? (
            source
          ) : (
            <a href={link} rel="noreferrer" className="underline underline-offset-2">
              {source}
            </a>
          )}
          , {rest}
        </li>
      ))}
    </ul>
  );
}
