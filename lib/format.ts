import { METRICS, type MetricId } from './scoring/metrics';
import { roundHalfAway } from './scoring/round';

/** What stands where there is no number: nobody answered, which is not 0. */
export const NO_NUMBER = '–';

const MINUS = '−';
const NO_BREAK = '\u00a0';

/** Shares change by points of percent. */
const POINTS = { en: `${NO_BREAK}pp`, de: `${NO_BREAK}Pp.` } as const;

type Tongue = 'en' | 'de';

/** A number as it is written in English, in a tongue: German has a comma before the fraction. */
export const inTongue = (number: string, tongue: Tongue): string =>
  tongue === 'de' ? number.replaceAll('.', ',') : number;

/**
 * A number as people type it in their language: with a point or a comma, thousands told apart or not. A single mark
 * before three digits tells thousands apart where it is not the language's decimal mark.
 *
 * @returns null where nothing stands, NaN where it is no number
 * @example readTyped('9,000', 'en') // 9000
 * @example readTyped('9,000', 'de') // 9
 */
export function readTyped(text: string, tongue: Tongue): number | null {
  const plain = text.replace(/[\s\u00a0\u202f%]/g, '').replace('−', '-');
  if (plain === '') return null;
  const [point, apart] = tongue === 'de' ? [',', '.'] : ['.', ','];
  if (new RegExp(`^-?[1-9]\\d{0,2}(\\${apart}\\d{3})+(\\${point}\\d+)?$`).test(plain)) {
    return Number(plain.replaceAll(apart, '').replace(point, '.'));
  }
  return Number(plain.replace(',', '.'));
}

/**
 * A metric's value in display units, rounded half away from zero: '+38', '74 %', '5.8', '−12'; '–' for null.
 * @example formatScore('nps', 0.376) // '+38'
 */
export function formatScore(metric: MetricId, value: number | null, tongue: Tongue = 'en'): string {
  if (value === null) return NO_NUMBER;
  return inTongue(formatBare(metric, value) + unitOf(metric), tongue);
}

/** The interval of a value, '+32 … +44'; '–' where nobody answered. It is not symmetric, so never ±. */
export function formatInterval(
  metric: MetricId,
  low: number | null,
  high: number | null,
  tongue: Tongue = 'en',
): string {
  if (low === null || high === null) return NO_NUMBER;
  return inTongue(`${formatBare(metric, low)} … ${formatBare(metric, high)}${unitOf(metric)}`, tongue);
}

/** A change in display units, always with its sign: '+4', '−0.6', '0'; shares change by points, '+4 pp'. */
export function formatChange(metric: MetricId, delta: number, tongue: Tongue = 'en'): string {
  const { displayFactor, decimals, unit } = METRICS[metric];
  const text = inTongue(withSign(roundHalfAway(delta * displayFactor, decimals), decimals), tongue);
  return unit === 'percent' ? text + POINTS[tongue] : text;
}

/** The interval of a change, each end with its sign: '+0.8 … +1.6', '−3 … +4 pp'. */
export function formatChangeInterval(
  metric: MetricId,
  { low, high }: { low: number; high: number },
  tongue: Tongue = 'en',
): string {
  const first = formatChange(metric, low, tongue).replace(POINTS[tongue], '');
  return `${first} … ${formatChange(metric, high, tongue)}`;
}

/** The expected or measured emotion, '+0.5'. */
export function formatEmotion(value: number | null, tongue: Tongue = 'en'): string {
  return formatScore('emotion', value, tongue);
}

/** A count of people or answers: '941', '1.2k', '12k', '3.4M'; in German '1,2 Tsd.', '3,4 Mio.'. */
export function formatCount(count: number, tongue: Tongue = 'en'): string {
  const { thousand, million } = SHORT[tongue];
  if (count < 1000) return String(count);
  if (count < 9950) return inTongue(String(roundHalfAway(count / 1000, 1)), tongue) + thousand;
  if (count < 999_500) return roundHalfAway(count / 1000, 0) + thousand;
  return inTongue(String(roundHalfAway(count / 1_000_000, 1)), tongue) + million;
}

const SHORT = {
  en: { thousand: 'k', million: 'M' },
  de: { thousand: `${NO_BREAK}Tsd.`, million: `${NO_BREAK}Mio.` },
} as const;

/** A plain number with so many places: '0.48', '−1.2'; with `signed` also '+0.48'. */
export function formatDecimal(value: number, decimals: number, tongue: Tongue, signed = false): string {
  const shown = roundHalfAway(value, decimals);
  return inTongue(signed ? withSign(shown, decimals) : shown.toFixed(decimals).replace('-', MINUS), tongue);
}

/** An amount of money, rounded to what can be read at a glance: 'EUR 77k', '−EUR 1.2k', in German '77 Tsd. EUR'. */
export function formatMoney(amount: number, currency: string, tongue: Tongue = 'en'): string {
  const rounded = roundHalfAway(Math.abs(amount), 0);
  const count = formatCount(rounded, tongue);
  const sign = amount < 0 && rounded > 0 ? MINUS : '';
  return tongue === 'de' ? `${sign}${count}${NO_BREAK}${currency}` : `${sign}${currency}${NO_BREAK}${count}`;
}

/** A ratio as percent, '38 %'. */
export function formatPercent(ratio: number): string {
  return `${roundHalfAway(ratio * 100, 0)}${NO_BREAK}%`;
}

/**
 * A calendar day, '22 Nov 2026'. Spelled here and not by the platform: a server and a browser know different spellings,
 * and a page has to read the same in both.
 */
export function formatDay(day: string, language: Tongue): string {
  const [year, month, date] = partsOf(day);
  return `${dayAndMonth(date, month, language)} ${year}`;
}

/** A period of calendar days, '1 Sept – 29 Nov 2026', '1 – 22 Nov 2026'. */
export function formatPeriod(from: string, to: string, language: Tongue): string {
  if (from === to) return formatDay(from, language);
  const [fromYear, fromMonth, fromDate] = partsOf(from);
  const [toYear, toMonth] = partsOf(to);
  const end = formatDay(to, language);
  if (fromYear !== toYear) return `${formatDay(from, language)} – ${end}`;
  if (fromMonth !== toMonth) return `${dayAndMonth(fromDate, fromMonth, language)} – ${end}`;
  return `${fromDate}${language === 'de' ? '.' : ''} – ${end}`;
}

/** An instant on the clock of a zone, '22 Nov 2026, 14:05'. */
export function formatInstant(instant: Date, timeZone: string, language: Tongue): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((one) => one.type === type)?.value ?? '';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  return `${formatDay(day, language)}, ${part('hour')}:${part('minute')}`;
}

const MONTHS: Readonly<Record<Tongue, readonly string[]>> = {
  en: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'],
  de: ['Jan.', 'Feb.', 'März', 'Apr.', 'Mai', 'Juni', 'Juli', 'Aug.', 'Sept.', 'Okt.', 'Nov.', 'Dez.'],
};

function partsOf(day: string): [year: number, month: number, date: number] {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
}

function dayAndMonth(date: number, month: number, language: Tongue): string {
  return `${date}${language === 'de' ? '.' : ''} ${MONTHS[language][month - 1] ?? ''}`;
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

/** Several names as a sentence has them: 'a', 'a and b', 'a, b and c'; in German with 'und'. */
export function formatList(names: readonly string[], tongue: Tongue = 'en'): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${tongue === 'de' ? 'und' : 'and'} ${names.at(-1)}`;
}
