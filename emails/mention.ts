import { type Letter, systemLetter, unlinked } from './system-letter';

/** How much of a remark a mail repeats. */
const MOST_CHARACTERS = 300;

/** The letter to a member whom a colleague named in a discussion. */
export function mentionLetter(mention: {
  url: string;
  author: string;
  journeyTitle: string;
  /** null: about the journey as a whole. */
  touchpointTitle: string | null;
  text: string;
}): Letter {
  const who = unlinked(mention.author) || 'A colleague';
  const journey = unlinked(mention.journeyTitle) || 'a journey';
  const place = mention.touchpointTitle ? ` at ${unlinked(mention.touchpointTitle)}` : '';
  const short = [...mention.text];
  const said = short.length > MOST_CHARACTERS ? `${short.slice(0, MOST_CHARACTERS).join('')}…` : mention.text;
  return systemLetter({
    subject: `${who} named you in a discussion`,
    sentences: [`${who} named you in the discussion of ${journey}${place}:`, `“${said}”`],
    link: { label: 'Go to the discussion', url: mention.url },
    closing: 'You get this mail because you are a member of the workspace and were named.',
  });
}
