import { METRICS, type MetricId } from './scoring/metrics';
import { roundHalfAway } from './scoring/round';

/** What stands where there is no number: nobody answered, which is not 0. */
export const NO_NUMBER = '–';

const MINUS = '−';
const NO_BREAK = '\u00a0';

type Tongue = 'en' | 'de';

/**
 * A metric's value in display units, rounded half away from zero: '+38', '74 %', '5.8', '−12'; '–' for null.
 * @example formatScore('nps', 0.376) // '+38'
 */
export function formatScore(metric: MetricId, value: number | null): string {
  if (value === null) return NO_NUMBER;
  return formatBare(metric, value) + unitOf(metric);
}

/** The interval of a value, '+32 … +44'; '–' where nobody answered. It is not symmetric, so never ±. */
export function formatInterval(metric: MetricId, low: number | null, high: number | null): string {
  if (low === null || high === null) return NO_NUMBER;
  return `${formatBare(metric, low)} … ${formatBare(metric, high)}${unitOf(metric)}`;
}

/** A change in display units, always with its sign: '+4', '−0.6', '0'; shares change by points, '+4 pp'. */
export function formatChange(metric: MetricId, delta: number): string {
  const { displayFactor, decimals, unit } = METRICS[metric];
  const text = withSign(roundHalfAway(delta * displayFactor, decimals), decimals);
  return unit === 'percent' ? `${text}${NO_BREAK}pp` : text;
}

/** The expected or measured emotion, '+0.5'. */
export function formatEmotion(value: number | null): string {
  return formatScore('emotion', value);
}

/** A count of people or answers: '941', '1.2k', '12k', '3.4M'. */
export function formatCount(count: number): string {
  if (count < 1000) return String(count);
  if (count < 9950) return `${roundHalfAway(count / 1000, 1)}k`;
  if (count < 999_500) return `${roundHalfAway(count / 1000, 0)}k`;
  return `${roundHalfAway(count / 1_000_000, 1)}M`;
}

/** A ratio as percent, '38 %'. */
export function formatPercent(ratio: number): string {
  return `${roundHalfAway(ratio * 100, 0)}${NO_BREAK}%`;
}

/** A calendar day, '22 Nov 2026'. */
export function formatDay(day: string, language: Tongue): string {
  return dayFormat(language).format(Date.parse(`${day}T00:00:00Z`));
}

/** A period of calendar days, '1 Sept – 29 Nov 2026'. */
export function formatPeriod(from: string, to: string, language: Tongue): string {
  return dayFormat(language).formatRange(Date.parse(`${from}T00:00:00Z`), Date.parse(`${to}T00:00:00Z`));
}

/** An instant on the clock of a zone, '22 Nov 2026, 14:05'. */
export function formatInstant(instant: Date, timeZone: string, language: Tongue): string {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone,
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(instant);
}

function formatBare(metric: MetricId, value: number): string {
  const { displayFactor, decimals, signed } = METRICS[metric];
  const shown = roundHalfAway(value * displayFactor, decimals);
  return signed ? withSign(shown, decimals) : shown.toFixed(decimals).replace('-', MINUS);
}

function withSign(shown: number, decimals: number): string {
  const sign = shown > 0 ? '+' : shown < 0 ? MINUS : '';
  return sign + Math.abs(shown).toFixed(decimals);
}

function unitOf(metric: MetricId): string {
  return METRICS[metric].unit === 'percent' ? `${NO_BREAK}%` : '';
}

function dayFormat(language: Tongue): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  });
}

const localeOf = (language: Tongue): string => ({ en: 'en-GB', de: 'de-DE' })[language];

/** Several names as a sentence has them: 'a', 'a and b', 'a, b and c'. */
export function formatList(names: readonly string[]): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
