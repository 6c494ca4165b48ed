import type { Tongue } from '@/lib/identity/model';
import type { Kappa } from '@/lib/statistics/kappa';

/** A κ with its interval, two digits each. */
export function kappaText({ kappa, interval }: Kappa, tongue: Tongue): string {
  const text = (value: number) =>
    value.toLocaleString(tongue, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).replace('-', '−');
  return `${text(kappa)}  (${text(interval.low)} … ${text(interval.high)})`;
}
