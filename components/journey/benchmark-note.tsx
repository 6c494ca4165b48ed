import { formatScore } from '@/lib/format';
import type { Benchmark } from '@/lib/outcomes/model';
import { comparable } from '@/lib/outcomes/rules/benchmarks';
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
  const beside = comparable(benchmarks, metric);
  if (beside.length === 0) return null;
  return (
    <ul className="mt-2 flex flex-col gap-0.5 text-xs text-soft">
      {beside.map(({ id, value, source, link, year, n }) => (
        <li key={id} className="wrap-anywhere">
          <span className="tabular font-semibold text-ink">
            {t('Elsewhere: {value}', { value: formatScore(metric, value, t.tongue) })}
          </span>{' '}
          {link === null ? (
            source
          ) : (
            <a href={link} rel="noreferrer" className="underline underline-offset-2">
              {source}
            </a>
          )}
          , {year}, {n === null ? t('n not said') : `n ${n.toLocaleString(t.tongue)}`}
        </li>
      ))}
    </ul>
  );
}
