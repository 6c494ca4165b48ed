import type { Translate } from '@/lib/translate';
import { type Letter, systemLetter, unlinked } from './system-letter';

/** The letter that tells an owner what the alert rules found at what they answer for. */
export function alertLetter(
  letter: { alerts: { title: string | null; text: string }[]; workspaceName: string; url: string },
  t: Translate,
): Letter {
  const { alerts, url } = letter;
  const where = unlinked(letter.workspaceName);
  const first = alerts[0];
  const lineOf = ({ title, text }: { title: string | null; text: string }) =>
    title === null ? text : t('{title}: {text}', { title: unlinked(title), text });
  return systemLetter(
    {
      subject:
        alerts.length === 1 && first
          ? first.title === null
            ? t('Alert about your mail')
            : t('Alert: {title}', { title: unlinked(first.title) })
          : t('{n} alerts', { n: alerts.length }),
      sentences: [
        where ? t('Found in {workspace}:', { workspace: where }) : t('Found in your workspace:'),
        ...alerts.map(lineOf),
      ],
      link: { label: t('See the alerts'), url },
      closing: t(
        'You get this mail because you own what it is about, or the workspace. Who may edit sets the alerts in the settings.',
      ),
    },
    t,
  );
}
