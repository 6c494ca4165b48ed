import { msg } from '../../translate';
/** The steps of setting a journey up, 1 first. */
export const SETUP_STEPS = [
  msg('Objective'),
  msg('Personas'),
  msg('Touchpoints'),
  msg('Plot the journey'),
  msg('Take the journey'),
] as const;

/** Where touchpoints wait that nobody has placed yet. */
export const UNPLACED_STAGE = 'Not placed yet';

/** Where a step of the wizard is done: the first three on their own page, the others on the map and on a walk. */
export function setupHref(journeyId: string, step: number): string {
  return step >= 4 ? `/journeys/${journeyId}` : `/journeys/${journeyId}/setup?step=${step}`;
}

/**
 * The texts of a list that was typed or pasted, one a line; bullets and numbers before them, empty lines and repetitions
 * are left out.
 * @example linesOf('- Why do they leave?\n\n2. When?') // ['Why do they leave?', 'When?']
 */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/^\s*(?:[-*•]|\d{1,3}[.)])\s+/, '').trim());
  return [...new Set(lines.filter((line) => line !== ''))];
}
