import type { Digest } from '@/lib/insights/model/digest';
import type { Translate } from '@/lib/translate';
import { type Letter, systemLetter, unlinked } from './system-letter';

/** Kinds of news that a subject has room for. */
const MOST_HEADS = 3;

/** The letter that tells an owner what changed, who waits and what is due at what they answer for. */
export function digestLetter(
  letter: { digest: Digest; workspaceName: string; url: string },
  t: Translate,
): Letter {
  const { sections, heads } = letter.digest;
  const where = unlinked(letter.workspaceName);
  return systemLetter(
    {
      subject: t('Your touchpoints: {what}', { what: heads.slice(0, MOST_HEADS).join(', ') }),
      sentences: [
        where
          ? t('This is what you answer for in {workspace}.', { workspace: where })
          : t('This is what you answer for in your workspace.'),
      ],
      sections: sections.map(({ title, lines }) => ({ title, lines: lines.map(unlinkedLine) })),
      link: { label: t('See my touchpoints'), url: letter.url },
      closing: t(
        'You get this mail because you own a touchpoint or a journey. An owner of the workspace sets its day, or ends it, in the settings.',
      ),
    },
    t,
  );
}

/** What people named may look like an address, which a mail program would make into a link. */
const unlinkedLine = (line: string): string => line.replace(/(?<=\w)\.(?=[a-z])|:\/\/|@/gi, ' ');
