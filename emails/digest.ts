import type { Digest } from '@/lib/insights/model/digest';
import { type Letter, systemLetter, unlinked } from './system-letter';

/** The letter that tells an owner what got worse and what is due at what they answer for. */
export function digestLetter(letter: { digest: Digest; workspaceName: string; url: string }): Letter {
  const { worse, findings, more } = letter.digest;
  const where = unlinked(letter.workspaceName) || 'your workspace';
  return systemLetter({
    subject: `Your touchpoints: ${counted(worse.length, 'score fell', 'scores fell')}, ${counted(findings.length + more, 'thing to look at', 'things to look at')}`,
    sentences: [
      `This is what you answer for in ${where}.`,
      ...(worse.length > 0 ? ['Fell beyond chance:', ...worse] : []),
      ...(findings.length > 0
        ? ['To look at:', ...findings, ...(more > 0 ? [`and ${more} more.`] : [])]
        : []),
    ],
    link: { label: 'See my touchpoints', url: letter.url },
    closing:
      'You get this mail because you own a touchpoint or a journey. An owner of the workspace sets its day, or ends it, in the settings.',
  });
}

const counted = (count: number, one: string, many: string): string =>
  count === 0 ? `no ${many}` : `${count} ${count === 1 ? one : many}`;
