import type { Metadata } from 'next';
import { methodName } from '@/components/journey/interval-methods';
import { Page, PageHeader } from '@/components/ui/page-header';
import { Table, Td, Th } from '@/components/ui/table';
import { readText } from '@/lib/gates/language';
import { requireMember } from '@/lib/gates/member';
import { formulaText } from '@/lib/insights/rules/formula-texts';
import type { Measure } from '@/lib/scoring/measure';
import { METRIC_IDS, METRICS, type Metric, SURVEY_METRICS } from '@/lib/scoring/metrics';
import { emptyTally } from '@/lib/scoring/tally';
import type { Translate } from '@/lib/translate';
import { msg } from '@/lib/translate';
import { WORDS, wordValues } from './words';

export async function generateMetadata(): Promise<Metadata> {
  const t = await readText();
  return { title: t('Glossary') };
}

const HOW_SCORES = msg('How scores are made');

/** What the product's words mean, and how its numbers are made. */
export default async function Glossary() {
  const t = await readText();
  const { workspace } = await requireMember();
  const values = wordValues(t);
  return (
    <Page>
      <PageHeader title={t('Glossary')}>
        {t('What the words on the map mean, and how its numbers are made.')}
      </PageHeader>
      <nav aria-label={t('On this page')} className="mb-7">
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {[...WORDS.map(({ title }) => title), HOW_SCORES].map((title) => (
            <li key={title}>
              <a
                href={`#${anchorOf(title)}`}
                className="inline-flex min-h-6 items-center underline underline-offset-2"
              >
                {t(title)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="flex flex-col gap-9">
        {WORDS.map(({ title, words }) => (
          <section key={title} aria-labelledby={anchorOf(title)}>
            <h2 id={anchorOf(title)} className="mb-2 scroll-mt-16 text-lg font-semibold tracking-tight">
              {t(title)}
            </h2>
            <dl className="divide-y divide-line rounded-xl border border-line bg-panel">
              {words.map(({ id, word, means }) => (
                <div
                  key={id}
                  id={id}
                  className="grid scroll-mt-16 gap-x-6 gap-y-0.5 px-4 py-2.5 target:bg-sunk sm:grid-cols-[13rem_1fr]"
                >
                  <dt className="font-semibold">{t(word)}</dt>
                  <dd className="max-w-prose break-words">{t(means, values)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section aria-labelledby="how-scores-are-made">
          <h2 id="how-scores-are-made" className="scroll-mt-16 text-lg font-semibold tracking-tight">
            {t(HOW_SCORES)}
          </h2>
          <p className="mb-3 max-w-prose text-soft">
            {t(
              'Each metric has one formula, with a name and a version. Numbers of different versions are never joined. All intervals are of 95 %; below {n} answers no number is shown.',
              { n: workspace.minimumN },
            )}
          </p>
          <Table
            label={t('Metrics and their formulas')}
            head={
              <tr>
                <Th>{t('Metric')}</Th>
                <Th>{t('Question')}</Th>
                <Th>{t('Scale')}</Th>
                <Th>{t('Formula')}</Th>
                <Th>{t('Interval')}</Th>
              </tr>
            }
          >
            {METRIC_IDS.map((id) => (
              <MetricRow key={id} metric={METRICS[id]} />
            ))}
          </Table>
          <p className="mt-3 max-w-prose text-xs text-soft">{METRICS.nps.wording[t.tongue].notice}</p>
        </section>
      </div>
    </Page>
  );
}

async function MetricRow({ metric }: { metric: Metric }) {
  const t = await readText();
  const { id, name, label, scale, secondary, wording, wordingId } = metric;
  const { question, topic, points } = wording[t.tongue];
  const asked = (SURVEY_METRICS as readonly string[]).includes(id);
  return (
    <tr id={`metric-${id}`} className="scroll-mt-16 target:bg-sunk">
      <Td className="align-top!">
        <span className="font-semibold">{name}</span>
        {label === name ? null : (
          <span className="block text-xs text-soft">{t('{label} on the map', { label })}</span>
        )}
        {asked ? null : <span className="block text-xs text-soft">{t('by import only')}</span>}
      </Td>
      <Td className="min-w-56 align-top!">
        {asked
          ? question.replace('{topic}', topic?.example ?? '').replace('{name}', t('Your company'))
          : t('For example: {example}', { example: topic?.example ?? '' })}
        <span className="block text-xs text-soft">{wordingId}</span>
      </Td>
      <Td className="tabular min-w-40 align-top!">
        {`${scale.min} … ${scale.max}`.replace('-', '−')}
        <span className="block text-xs text-soft">
          {points[0]} … {points.at(-1)}
        </span>
      </Td>
      <Td className="min-w-52 align-top!">
        <Formula measure={metric} t={t} />
        {secondary ? (
          <span className="mt-1.5 block">
            {t('Beside it:')} <Formula measure={secondary} t={t} />
          </span>
        ) : null}
      </Td>
      <Td className="align-top!">{t(methodName(metric.score(emptyTally(scale)).method))}</Td>
    </tr>
  );
}

function Formula({ measure, t }: { measure: Measure; t: Translate }) {
  return (
    <>
      {formulaText(measure, t)} <span className="text-xs whitespace-nowrap text-soft">{measure.formula}</span>
    </>
  );
}

const anchorOf = (title: string) => title.toLowerCase().replace(/[^a-z]+/g, '-');
