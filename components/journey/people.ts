/** The colours in which people are told apart; each has its own ink. Never without initials or a name. */
const COLOURS = [
  { fill: 'bg-person-1 text-on-person', line: 'outline-person-1' },
  { fill: 'bg-person-2 text-on-person', line: 'outline-person-2' },
  { fill: 'bg-person-3 text-on-person', line: 'outline-person-3' },
  { fill: 'bg-person-4 text-on-person', line: 'outline-person-4' },
  { fill: 'bg-person-5 text-on-person', line: 'outline-person-5' },
  { fill: 'bg-person-6 text-on-person', line: 'outline-person-6' },
] as const;

/** The person's colour, the same for everybody who looks. */
export function colourOf(userId: string): (typeof COLOURS)[number] {
  let sum = 0;
  for (const character of userId) sum = (sum * 31 + character.charCodeAt(0)) % 9973;
  return COLOURS[sum % COLOURS.length] ?? COLOURS[0];
}

/**
 * One or two letters for a name.
 *
 * @example initialsOf('Ines de la Cruz') // 'IC'
 */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = letterOf(words[0] ?? '');
  const last = words.length > 1 ? letterOf(words.at(-1) ?? '') : '';
  return (first + last).toUpperCase() || '?';
}

const letterOf = (word: string) => [...word].find((character) => /[\p{L}\p{N}]/u.test(character)) ?? '';
