import type { Translate } from '@/lib/translate';
import { type Letter, systemLetter } from './system-letter';

/** The letter with a one-time link. */
export function signInLetter({ url, minutes }: { url: string; minutes: number }, t: Translate): Letter {
  return systemLetter(
    {
      subject: t('Your link to sign in to Milepost'),
      sentences: [
        t('Somebody, hopefully you, asked to sign in. The link works once, within {minutes} minutes.', {
          minutes,
        }),
      ],
      link: { label: t('Sign in'), url },
      closing: t('If it was not you, ignore this mail: without the link nobody gets in.'),
    },
    t,
  );
}
