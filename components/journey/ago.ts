import { msg, type Translate } from '@/lib/translate';

const STEPS: readonly [limitSeconds: number, unitSeconds: number, text: string][] = [
  [3_600, 60, msg('{n} min ago')],
  [86_400, 3_600, msg('{n} h ago')],
  [86_400 * 14, 86_400, msg('{n} d ago')],
];

/** How long ago an instant was, '2 min ago'; null where it is so long ago that its day says more. */
export function ago(instant: Date, now: Date, t: Translate): string | null {
  const seconds = Math.max(0, (now.getTime() - instant.getTime()) / 1000);
  if (seconds < 60) return t('just now');
  const step = STEPS.find(([limit]) => seconds < limit);
  return step ? t(step[2], { n: Math.floor(seconds / step[1]) }) : null;
}
