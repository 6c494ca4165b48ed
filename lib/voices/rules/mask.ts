import { MASK_KINDS, type Masking, type MaskKind, PLACEHOLDERS, USUAL_MASKING } from '../model/masking';

/** A text without what was to be masked, and how often each kind was found. */
export type Masked = { text: string; counts: Partial<Record<MaskKind, number>> };

/**
 * Takes personal data out of a text by its form, before anything stores it: each find is replaced by a placeholder that
 * says its kind. Cards have to pass Luhn's check and IBANs ISO 7064's, so that order and tracking numbers stay; dates
 * and prices are no phone numbers. Names are found by the workspace's own list only: no rule can tell a name from a word.
 */
export function mask(text: string, { kinds, names }: Masking): Masked {
  const counts: Masked['counts'] = {};
  let left = text;
  for (const kind of IN_ORDER) {
    if (!kinds.includes(kind)) continue;
    for (const one of kind === 'name' ? namePatterns(names) : PATTERNS[kind]) {
      const replaced = replaceAll(left, one, PLACEHOLDERS[kind]);
      if (replaced.n === 0) continue;
      left = replaced.text;
      counts[kind] = (counts[kind] ?? 0) + replaced.n;
    }
  }
  return { text: left, counts };
}

/** An answer without the personal data in its comment. @param masking null: the workspace chose nothing */
export function maskedAnswer<A extends { comment: string | null }>(answer: A, masking: Masking | null): A {
  if (answer.comment === null) return answer;
  return { ...answer, comment: mask(answer.comment, masking ?? USUAL_MASKING).text };
}

/** How many placeholders of each kind stand in a text: what was masked when it came. */
export function maskedIn(text: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const kind of MASK_KINDS) {
    const n = text.split(PLACEHOLDERS[kind]).length - 1;
    if (n > 0) counts[kind] = n;
  }
  return counts;
}

/** What holds others goes first: an address may stand in a query, digits of an IBAN look like a phone. */
const IN_ORDER: readonly MaskKind[] = ['key', 'query', 'email', 'iban', 'card', 'ssn', 'ip', 'phone', 'name'];

type Pattern = {
  pattern: RegExp;
  /** Whether it is what it looks like. */
  fits?: (found: string, text: string, at: number) => boolean;
  /** The part it begins with that really is one; what follows it stays. null: none is. */
  start?: (found: string) => string | null;
  keep?: (match: readonly string[]) => string;
};

function replaceAll(text: string, { pattern, fits, start, keep }: Pattern, placeholder: string) {
  let replaced = '';
  let done = 0;
  let n = 0;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [found] = match;
    const own = start ? start(found) : found;
    if (own === null) {
      // What it begins with is none; what follows may be one.
      pattern.lastIndex = match.index + found.search(/[ -]|$/) + 1;
      continue;
    }
    if (fits && !fits(found, text, match.index)) continue;
    replaced += text.slice(done, match.index) + (keep ? keep(match) : placeholder);
    done = match.index + own.length;
    pattern.lastIndex = done;
    n += 1;
  }
  return { text: replaced + text.slice(done), n };
}

const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';

const PATTERNS: Record<Exclude<MaskKind, 'name'>, readonly Pattern[]> = {
  key: [
    // What follows the word "password" and the like, wherever it is said to be one.
    {
      pattern:
        /\b(pass(?:word|code|phrase)|passwort|pin|api[ _-]?key|secret|token)(\s*(?:is|ist|was|war|[:=])\s*)(["'“]?)([^\s"'”,;]{3,})/giu,
      fits: (found) => /[\d\p{P}\p{S}\p{Lu}]/u.test(found.replace(/^.*?(?:is|ist|was|war|[:=])\s*/isu, '')),
      keep: ([, word, between, quote]) => `${word}${between}${quote}${PLACEHOLDERS.key}`,
    },
    {
      pattern: /\b(?:sk|pk|rk|ghp|gho|xox[abp]|mp|AKIA|eyJ)[-_A-Za-z0-9.]{16,}/g,
      fits: (found) => /\d/.test(found) && /[A-Za-z]/.test(found),
    },
    {
      pattern: /(?<![\w/.-])[A-Za-z0-9_-]{32,}(?![\w/])/g,
      fits: (found) => /\d/.test(found) && /[A-Za-z]/.test(found) && !UUID.test(found),
    },
  ],
  query: [{ pattern: /\b(https?:\/\/[^\s?#]+)\?[^\s)\]>"']+/gi, keep: ([, page]) => `${page}?[query]` }],
  email: [
    {
      pattern:
        /[\p{L}\p{N}._%+'-]{1,64}(?:@|\s?[([]\s?(?:at|ät)\s?[)\]]\s?)[\p{L}\p{N}-]{1,63}(?:(?:\.|\s?[([]\s?(?:dot|punkt)\s?[)\]]\s?)[\p{L}\p{N}-]{1,63})+/giu,
    },
  ],
  iban: [
    {
      pattern: /\b[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]){11,30}\b/gi,
      start: (found) => longestStart(found.toUpperCase(), { least: 15, most: 34, passes: isIban }),
    },
  ],
  card: [
    {
      pattern: /(?<![\d.,-])\d(?:[ -]?\d){12,22}(?![\d-])/g,
      start: (found) => longestStart(found, { least: 13, most: 19, passes: passesLuhn }),
    },
  ],
  ssn: [{ pattern: /(?<![\d-])(?!000|666|9\d\d)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g }],
  ip: [
    {
      pattern: new RegExp(`(?<![\\d.])(?:${OCTET}\\.){3}${OCTET}(?![\\d.]*\\d)`, 'g'),
      // Four numbers with points after "version" name a release.
      fits: (_found, text, at) => !/(?:version|release|firmware|v)\s*$/i.test(text.slice(0, at)),
    },
    {
      pattern:
        /(?<![\w:.])(?:(?:[0-9a-f]{1,4}:){7}[0-9a-f]{1,4}|(?:[0-9a-f]{1,4}:){1,7}:(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5})?|::(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})(?![\w:])/gi,
      // 4::3 is a ratio, 10:20:: a slip: an address has letters or more parts.
      fits: (found) =>
        /[a-f]/i.test(found) || found.split(':').filter(Boolean).length >= 3 || found === '::1',
    },
  ],
  phone: [
    {
      pattern: /(?<![\w.,/#€$£-])(?:\+|00|\(?0|\(?\d)[\d\s()./-]{5,22}\d(?![\w/€$£%]|[.,-]\d)/g,
      fits: isPhone,
    },
  ],
};

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * A phone number has 7 to 15 digits. One without a country code or a leading 0 has to be written in groups, because a
 * plain run of digits is as well an order's number.
 */
function isPhone(found: string, text: string, at: number): boolean {
  const digits = found.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15) return false;
  if (ISO_DATE.test(found) || LOCAL_DATE.test(found) || TIMES.test(found)) return false;
  if (!/^[+(]/.test(found) && NUMBER_OF.test(text.slice(Math.max(0, at - 40), at))) return false;
  if (/^(?:\+|00)/.test(found)) return true;
  const groups = found.split(/[\s()./-]+/).filter(Boolean);
  // Whole thousands with spaces are an amount: 1 250 000.
  if (
    !found.startsWith('0') &&
    groups.slice(1).every((group) => group.length === 3) &&
    (groups[0] ?? '').length <= 3 &&
    !/[()-]/.test(found)
  ) {
    return false;
  }
  if (/^\(?0[1-9]/.test(found)) return true;
  return groups.length >= 3 && groups.every((group) => group.length >= 2) && digits.length >= 9;
}

/** What is numbered without being called. */
const NUMBER_OF =
  /\b(?:order|ticket|case|invoice|tracking|booking|reference|ref|bestell|auftrags?|rechnungs?)[ -]?(?:number|no|nummer|nr)?\.?\W{0,3}(?:(?:is|was|ist|war)\W)?\W{0,2}$/i;
const ISO_DATE = /^(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])(?:[\sT]+\d\d?)?$/;
const LOCAL_DATE =
  /^(?:0?[1-9]|[12]\d|3[01])[-/. ](?:0?[1-9]|[12]\d|3[01])[-/. ](?:19|20)?\d\d(?:\s+\d\d?)?$/;
const TIMES = /^\d\d?[.:]\d\d\s*-\s*\d\d?[.:]\d\d$/;

/** The longest part, up to the end of one of its groups, that passes without its spaces and dashes. */
function longestStart(
  found: string,
  { least, most, passes }: { least: number; most: number; passes: (plain: string) => boolean },
): string | null {
  const ends: { at: number; signs: number }[] = [];
  let signs = 0;
  for (let at = 0; at < found.length; at += 1) {
    if (found[at] !== ' ' && found[at] !== '-') signs += 1;
    const next = found[at + 1];
    if (signs >= least && signs <= most && (next === undefined || next === ' ' || next === '-')) {
      ends.push({ at: at + 1, signs });
    }
  }
  const plain = found.replace(/[ -]/g, '');
  const end = ends.reverse().find((one) => passes(plain.slice(0, one.signs)));
  return end ? found.slice(0, end.at) : null;
}

/** ISO/IEC 7812-1, annex B: from the right every second digit is doubled; the sum of all digits ends in 0. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  let alike = true;
  for (let back = 1; back <= digits.length; back += 1) {
    const digit = digits.charCodeAt(digits.length - back) - 48;
    const value = back % 2 === 0 ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
    if (digits[digits.length - back] !== digits[0]) alike = false;
  }
  return sum % 10 === 0 && !alike;
}

/** ISO 13616: the first four characters at the end, letters as 10…35, is 1 modulo 97. */
function isIban(plain: string): boolean {
  let rest = 0;
  for (let at = 0; at < plain.length; at += 1) {
    const code = plain.charCodeAt((at + 4) % plain.length);
    const value = code < 58 ? code - 48 : code - 55;
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}

function namePatterns(names: readonly string[]): Pattern[] {
  const written = names.map((name) => name.trim()).filter((name) => name.length >= 2);
  if (written.length === 0) return [];
  const listed = written
    .sort((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
  return [{ pattern: new RegExp(`(?<![\\p{L}\\p{N}])(?:${listed.join('|')})(?![\\p{L}\\p{N}])`, 'giu') }];
}
