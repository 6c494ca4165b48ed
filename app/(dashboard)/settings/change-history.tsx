import { Disclosure } from '@/components/ui/disclosure';
import { formatInstant } from '@/lib/format';
import type { Translate } from '@/lib/translate';

/** What a rule or a hook was before each change, and who changed it when; nothing where nobody did. */
export function ChangeHistory({
  changes,
  timeZone,
  t,
}: {
  changes: readonly { name: string | null; changedAt: Date; before: string }[];
  timeZone: string;
  t: Translate;
}) {
  if (changes.length === 0) return null;
  return (
    <Disclosure
      title={t('{n, plural, one {Changed once} other {Changed # times}}##a rule', { n: changes.length })}
    >
      <ol className="flex flex-col gap-1.5 text-sm">
        {changes.map(({ name, changedAt, before }) => (
          <li key={changedAt.getTime()} className="break-words">
            <span className="text-soft">
              {t('{name}, {when}. Before:', {
                name: name ?? t('somebody who left'),
                when: formatInstant(changedAt, timeZone, t.tongue),
              })}
            </span>{' '}
            {before}
          </li>
        ))}
      </ol>
    </Disclosure>
  );
}
