import type { Digest } from '@/lib/insights/model/digest';
import type { Translate } from '@/lib/translate';
import { type Letter, systemLetter, unlinked } from './system-letter';

/** The letter that tells an owner what got worse and what is due at what they answer for. */
export function digestLetter(
  letter: { digest: Digest; workspaceName: string; url: string },
  t: Translate,
): Letter {
  const { worse, findings, more } = letter.digest;
  const where = unlinked(letter.workspaceName);
  return systemLetter(
    {
      subject: t(
        'Your touchpoints: {worse, plural, =0 {no scores fell} one {# score fell} other {# scores fell}}, {things, plural, =0 {no things to look at} one {# thing to look at} other {# things to look at}}',
        { worse: worse.length, things: findings.length + more },
      ),
      sentences: [
        where
          ? t('This is what you answer for in {workspace}.', { workspace: where })
          : t('This is what you answer for in your workspace.'),
        ...(worse.length > 0 ? [t('Fell beyond chance:'), ...worse] : []),
        ...(findings.length > 0
          ? [t('To look at:'), ...findings, ...(more > 0 ? [t('and {n} more.', { n: more })] : [])]
          : []),
      ],
      link: { label: t('See my touchpoints'), url: letter.url },
      closing: t(
        'You get this mail because you own a touchpoint or a journey. An owner of the workspace sets its day, or ends it, in the settings.',
      ),
    },
    t,
  );
}
