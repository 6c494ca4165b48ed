import { formatScore } from '../../format';
import { METRICS, type MetricId } from '../../scoring/metrics';
import type { Translate } from '../../translate';
import type { Benchmark } from '../model';

/** The scale of a metric as a benchmark names it, '0…10'. */
export function scaleName(metric: MetricId): string {
  const { min, max } = METRICS[metric].scale;
  return `${min < 0 ? `−${-min}` : min}…${max}`;
}

/** The published values that may stand beside a score of ours: those of the same metric on the same scale. */
export function comparable(benchmarks: readonly Benchmark[], metric: MetricId): Benchmark[] {
  return benchmarks.filter((one) => one.metric === metric && one.scale === scaleName(metric));
}

/** A published value in words: 'Elsewhere: 42', where it was published, and '2024, n 310'. */
export type BenchmarkWords = { id: string; value: string; source: string; link: string | null; rest: string };

/** What may stand beside a score of this metric, in words; the same for the screen and for a document. */
export function benchmarkWords(
  benchmarks: readonly Benchmark[],
  metric: MetricId,
  t: Translate,
): BenchmarkWords[] {
  return comparable(benchmarks, metric).map(({ id, value, source, link, year, n }) => ({
    ...{ id, source, link },
    value: t('Elsewhere: {value}', { value: formatScore(metric, value, t.tongue) }),
    rest: `${year}, ${n === null ? t('n not said') : t('n {n}', { n: n.toLocaleString(t.tongue) })}`,
  }));
}

/** Whether a value can be one of the metric at all, in code units. */
export function isPossible({ metric, value, scale }: Pick<Benchmark, 'metric' | 'value' | 'scale'>): boolean {
  if (scale !== scaleName(metric)) return true;
  const [low, high] = METRICS[metric].domain;
  return value >= low && value <= high;
}
