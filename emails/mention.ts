import type { Translate } from '@/lib/translate';
import { type Letter, systemLetter, unlinked } from './system-letter';

/** How much of a remark a mail repeats. */
const MOST_CHARACTERS = 300;

/** The letter to a member whom a colleague named in a discussion. */
export function mentionLetter(
  mention: {
    url: string;
    author: string;
    journeyTitle: string;
    /** null: about the journey as a whole. */
    touchpointTitle: string | null;
    text: string;
  },
  t: Translate,
): Letter {
  const who = unlinked(mention.author) || t('A colleague');
  const journey = unlinked(mention.journeyTitle) || t('a journey');
  const touchpoint = unlinked(mention.touchpointTitle ?? '');
  const short = [...mention.text];
  const said = short.length > MOST_CHARACTERS ? `${short.slice(0, MOST_CHARACTERS).join('')}…` : mention.text;
  return systemLetter(
    {
      subject: t('{who} named you in a discussion', { who }),
      sentences: [
        touchpoint
          ? t('{who} named you in the discussion of {journey} at {touchpoint}:', { who, journey, touchpoint })
          : t('{who} named you in the discussion of {journey}:', { who, journey }),
        t('“{text}”', { text: said }),
      ],
      link: { label: t('Go to the discussion'), url: mention.url },
      closing: t('You get this mail because you are a member of the workspace and were named.'),
    },
    t,
  );
}
