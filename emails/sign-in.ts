import { type Letter, systemLetter } from './system-letter';

/** The letter with a one-time link. */
export function signInLetter({ url, minutes }: { url: string; minutes: number }): Letter {
  return systemLetter({
    subject: 'Your link to sign in to Milepost',
    sentences: [`Somebody, hopefully you, asked to sign in. The link works once, within ${minutes} minutes.`],
    link: { label: 'Sign in', url },
    closing: 'If it was not you, ignore this mail: without the link nobody gets in.',
  });
}
