import { METRICS, type MetricId } from '../../scoring/metrics';
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

/** Whether a value can be one of the metric at all, in code units. */
export function isPossible({ metric, value, scale }: Pick<Benchmark, 'metric' | 'value' | 'scale'>): boolean {
  if (scale !== scaleName(metric)) return true;
  const [low, high] = METRICS[metric].domain;
  return value >= low && value <= high;
}
