import type { ReactNode } from 'react';
import type { Metric } from '@/lib/scoring/metrics';
import type { Language } from '@/lib/survey/model/language';
import type { Change } from '@/lib/survey/rules/changes';
import type { Translate } from '@/lib/translate';
import { afterSentence, followUpName, groupName, pathName } from './survey-words';

type Names = {
  t: Translate;
  metric: Metric;
  nameOf: (tag: Language) => string;
  /** A reason by its id, in the survey's first language. */
  reasonOf: (id: string) => string;
};

/** What customers meet differently, one line for each thing. */
export function ChangeList({ changes, ...names }: Names & { changes: readonly Change[] }) {
  return (
    <ul className="flex list-disc flex-col gap-2 pl-5 text-sm">
      {changes.map((change) => (
        <li key={JSON.stringify(change)} className="break-words">
          {sentence(change, names)}
        </li>
      ))}
    </ul>
  );
}

function sentence(change: Change, { t, metric, nameOf, reasonOf }: Names): ReactNode {
  const list = (all: readonly string[]) =>
    new Intl.ListFormat(t.tongue, { style: 'long', type: 'conjunction' }).format(all);
  switch (change.kind) {
    case 'language added':
      return t('It is also offered in {language}.', { language: nameOf(change.tag) });
    case 'language removed':
      return t('It is no longer offered in {language}.', { language: nameOf(change.tag) });
    case 'first language':
      return t('{language} is asked where nothing fits the customer better.', {
        language: nameOf(change.tag),
      });
    case 'question added':
      return t('“{name}” is asked after the score.', { name: followUpName(t, change.which) });
    case 'question removed':
      return t('“{name}” is no longer asked.', { name: followUpName(t, change.which) });
    case 'order':
      return t('The questions come in another order: {list}.', {
        list: list(change.to.map((kind) => followUpName(t, kind))),
      });
    case 'groups':
      return t('“{name}” is asked after other scores. {after}', {
        name: followUpName(t, change.which),
        after: afterSentence(t, metric, change.to),
      });
    case 'reasons': {
      const added = change.to.filter((id) => !change.from.includes(id)).map(reasonOf);
      const gone = change.from.filter((id) => !change.to.includes(id)).map(reasonOf);
      return [
        ...(added.length > 0 ? [t('New reasons to tap: {list}.', { list: list(added) })] : []),
        ...(gone.length > 0 ? [t('Reasons no longer offered: {list}.', { list: list(gone) })] : []),
        ...(added.length + gone.length === 0 ? [t('The reasons come in another order.')] : []),
      ].join(' ');
    }
    case 'link': {
      const group = groupName(t, metric, change.group);
      if (change.to === '') return t('No link any more after {group}.', { group });
      return t('The link after {group} leads to {address}.', { group, address: change.to });
    }
    case 'text':
      return (
        <>
          <span className="text-soft">
            {t('{language}, {text}:', {
              language: nameOf(change.tag),
              text: pathName(t, metric, change.path, reasonOf(change.path.slice('reasons.'.length))),
            })}
          </span>{' '}
          {change.from === '' ? null : <del className="text-soft">{change.from}</del>}{' '}
          {change.to === '' ? (
            <span className="text-soft">{t('the stock text')}</span>
          ) : (
            <ins className="font-medium no-underline">{change.to}</ins>
          )}
        </>
      );
  }
}
