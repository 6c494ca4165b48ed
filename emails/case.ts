import type { Translate } from '@/lib/translate';
import { type Letter, systemLetter, unlinked } from './system-letter';

/** The letter that tells a member which cases are theirs now. The customer's words stay behind the link. */
export function caseLetter(
  letter: { cases: { title: string; point: string; due: string }[]; workspaceName: string; url: string },
  t: Translate,
): Letter {
  const { cases, url } = letter;
  const where = unlinked(letter.workspaceName);
  const first = cases[0];
  return systemLetter(
    {
      subject:
        cases.length === 1 && first
          ? t('A case for you: {title}', { title: unlinked(first.title) })
          : t('{n} cases for you', { n: cases.length }),
      sentences: [
        where
          ? t('Customers wait for you in {workspace}:', { workspace: where })
          : t('Customers wait for you:'),
        ...cases.map(({ title, point, due }) =>
          t('{title}: {point}, due {due}', { title: unlinked(title), point, due }),
        ),
      ],
      link: { label: cases.length === 1 ? t('Open the case') : t('Open my cases'), url },
      closing: t('You get this mail because these cases were given to you.'),
    },
    t,
  );
}
