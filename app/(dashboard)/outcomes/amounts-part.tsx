import { ChartTools } from '@/components/charts/chart-tools';
import { Table, Td, Th } from '@/components/ui/table';
import type { GroupAmounts } from '@/lib/outcomes/rules/group-amounts';
import type { OutcomesView } from '@/lib/outcomes/views/load-outcomes';
import type { Translate } from '@/lib/translate';
import { Part } from './part';
import { groupName, numberInterval, numberText, shareInterval, shareText, wordName } from './words';

type Asked = NonNullable<OutcomesView['asked']>;

/** The outcome by the word that went with the answer. */
export function WordsPart({ t, words, asked }: { t: Translate; words: OutcomesView['words']; asked: Asked }) {
  if (words.length === 0) return null;
  return (
    <Part id="words" title={asked.kind === 'churned' ? t('Who left, by word') : t('Who renewed, by word')}>
      <ChartTools
        id="words-table"
        title={asked.kind === 'churned' ? t('Who left, by word') : t('Who renewed, by word')}
        note={t('Wilson’s 95 % intervals')}
      >
        <Table
          label={t('By chosen word')}
          head={
            <tr>
              <Th>{t('Word')}</Th>
              <Th className="text-right">{t('People')}</Th>
              <Th className="text-right">{t('Share##of people')}</Th>
              <Th className="text-right">{t('95 % interval')}</Th>
            </tr>
          }
        >
          {words.map(({ word, n, share, interval }) => (
            <tr key={word} className="tabular">
              <Td>{wordName(t, word)}</Td>
              <Td className="text-right">{n.toLocaleString(t.tongue)}</Td>
              <Td className="text-right font-semibold">{shareText(t, share)}</Td>
              <Td className="text-right whitespace-nowrap">{shareInterval(t, interval)}</Td>
            </tr>
          ))}
        </Table>
      </ChartTools>
    </Part>
  );
}

/** What people spent and how often they called within the horizon, by group of answers. */
export function AmountsPart({ t, view, asked }: { t: Translate; view: OutcomesView; asked: Asked }) {
  const parts: [string, string, GroupAmounts[], number][] = [
    ['spent', t('Spent per person'), view.spent, 0],
    ['contacts', t('Contacts per person'), view.contacts, 2],
  ];
  const known = parts.filter(([, , amounts]) => amounts.length > 0);
  if (known.length === 0) return null;
  return (
    <Part id="amounts" title={t('What they spent, how often they called')}>
      {known.map(([kind, label, amounts, digits]) => (
        <ChartTools
          key={label}
          id={`amounts-${kind}`}
          title={label}
          note={t('Within {days} days after the answer; mean with its normal interval.', {
            days: asked.horizon,
          })}
        >
          <Table
            label={label}
            head={
              <tr>
                <Th>{t('Answers##in a group')}</Th>
                <Th className="text-right">{t('People')}</Th>
                <Th className="text-right">{label}</Th>
                <Th className="text-right">{t('95 % interval')}</Th>
              </tr>
            }
          >
            {amounts.map(({ group, n, mean, interval }) => (
              <tr key={group} className="tabular">
                <Td className="whitespace-nowrap">{groupName(t, asked.metric, group)}</Td>
                <Td className="text-right">{n.toLocaleString(t.tongue)}</Td>
                <Td className="text-right font-semibold">{numberText(t, mean, digits)}</Td>
                <Td className="text-right whitespace-nowrap">{numberInterval(t, interval, digits)}</Td>
              </tr>
            ))}
          </Table>
        </ChartTools>
      ))}
      <p className="text-xs text-soft">
        {t('Within {days} days after the answer; mean with its normal interval.', { days: asked.horizon })}
      </p>
    </Part>
  );
}
