import { ChangeList } from '@/components/survey/change-list';
import { afterSentence, followUpName, pathName } from '@/components/survey/survey-words';
import { formatInstant } from '@/lib/format';
import { type Metric, metricOf } from '@/lib/scoring/metrics';
import type { SurveyView } from '@/lib/survey/model';
import { baseLanguage, type SurveyContent } from '@/lib/survey/model/content';
import type { ReasonId } from '@/lib/survey/model/follow-up';
import type { Language } from '@/lib/survey/model/language';
import { changesOf, textAt, textPaths } from '@/lib/survey/rules/changes';
import type { LanguageName, StockTexts } from '@/lib/survey/rules/stock-texts';
import type { Translate } from '@/lib/translate';

/** What was published when, and what each version changed; each stays as it was. */
export function Versions({
  versions,
  metric: metricId,
  names,
  stock,
  t,
  timeZone,
}: Pick<SurveyView, 'versions' | 'metric'> & {
  names: readonly LanguageName[];
  /** Of one language, for the names of reasons. */
  stock: StockTexts;
  t: Translate;
  timeZone: string;
}) {
  const metric = metricOf(metricId);
  const nameOf = (tag: Language) => names.find((one) => one.tag === tag)?.name ?? tag;
  return (
    <section aria-labelledby="versions" className="rounded-xl border border-line bg-panel p-4 sm:p-5">
      <h2 id="versions" className="text-base font-semibold">
        {t('Published versions')}
      </h2>
      <ol className="mt-2 divide-y divide-line">
        {versions.map(({ version, content, formula, wording, publishedAt }, index) => {
          const before = versions[index + 1];
          const reasonOf = (id: string) =>
            stock.reasons.labels[id as ReasonId] ??
            (textAt(content.texts[baseLanguage(content)], `reasons.${id}`) ||
              textAt(before?.content.texts[baseLanguage(content)], `reasons.${id}`) ||
              id);
          return (
            <li key={version} className="py-3">
              <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-medium">{t('Version {version}', { version })}</span>
                <span className="text-sm text-soft">{formatInstant(publishedAt, timeZone, t.tongue)}</span>
                {index === 0 ? (
                  <span className="text-sm text-good">{t('What customers see now')}</span>
                ) : null}
                {before && before.wording !== wording ? (
                  <span className="text-sm text-soft">{t('Begins a new series of scores')}</span>
                ) : null}
              </p>
              {before ? (
                <div className="mt-2">
                  <ChangeList
                    {...{ t, metric, nameOf, reasonOf }}
                    changes={changesOf(before.content, content)}
                  />
                </div>
              ) : null}
              <details className="mt-2">
                <summary className="min-h-7 text-sm text-accent underline underline-offset-2">
                  {t('Show all of version {version}', { version })}
                </summary>
                <Whole {...{ t, metric, content, nameOf, reasonOf }} formula={formula} />
              </details>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** All that was asked, in each language that the author wrote something in. */
function Whole({
  t,
  metric,
  content,
  formula,
  nameOf,
  reasonOf,
}: {
  t: Translate;
  metric: Metric;
  content: SurveyContent;
  formula: string;
  nameOf: (tag: Language) => string;
  reasonOf: (id: string) => string;
}) {
  const written = content.languages
    .map((tag) => ({
      tag,
      texts: textPaths(content).flatMap((path) => {
        const text = textAt(content.texts[tag], path);
        return text === '' ? [] : [{ path, text }];
      }),
    }))
    .filter(({ texts }) => texts.length > 0);
  return (
    <div className="mt-2 flex flex-col gap-3 rounded-lg bg-sunk p-3.5 text-sm">
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[9rem_1fr]">
        <dt className="text-soft">{t('Scored as')}</dt>
        <dd>{formula}</dd>
        <dt className="text-soft">{t('Languages')}</dt>
        <dd>{content.languages.map(nameOf).join(', ')}</dd>
        {content.followUps.map((one) => (
          <div key={one.kind} className="contents">
            <dt className="text-soft">{followUpName(t, one.kind)}</dt>
            <dd>
              {afterSentence(t, metric, one.after)}{' '}
              {one.kind === 'reasons'
                ? [...new Set([...one.frictions, ...one.strengths])].map(reasonOf).join(', ')
                : null}
            </dd>
          </div>
        ))}
      </dl>
      {written.map(({ tag, texts }) => (
        <div key={tag}>
          <h3 className="font-medium">{nameOf(tag)}</h3>
          <dl className="mt-1 grid gap-x-4 gap-y-1 sm:grid-cols-[minmax(9rem,14rem)_1fr]">
            {texts.map(({ path, text }) => (
              <div key={path} className="contents">
                <dt className="text-soft">
                  {pathName(t, metric, path, reasonOf(path.slice('reasons.'.length)))}
                </dt>
                <dd lang={tag} className="break-words">
                  {text}
                </dd>
              </div>
            ))}
          </dl>
        </div>
      ))}
    </div>
  );
}
