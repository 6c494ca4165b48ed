import { scoreRange } from '@/components/survey/score-range';
import { formatInstant } from '@/lib/format';
import type { Tongue } from '@/lib/identity/model';
import { metricOf } from '@/lib/scoring/metrics';
import type { SurveyView } from '@/lib/survey/model';
import { baseLanguage, NO_TEXTS } from '@/lib/survey/model/content';

/** What was published when; each version stays as it was. */
export function Versions({
  versions,
  metric: metricId,
  language,
  timeZone,
}: Pick<SurveyView, 'versions' | 'metric'> & { language: Tongue; timeZone: string }) {
  if (versions.length === 0) return null;
  const metric = metricOf(metricId);
  const wording = metric.wording[language];
  return (
    <section aria-labelledby="versions" className="rounded-xl border border-line bg-panel p-4 sm:p-5">
      <h2 id="versions" className="text-base font-semibold">
        Published versions
      </h2>
      <ul className="mt-2 divide-y divide-line">
        {versions.map(({ version, content, formula, publishedAt }, index) => (
          <li key={version}>
            <details className="py-2.5">
              <summary className="flex min-h-7 flex-wrap items-center gap-x-3 gap-y-1">
                <span className="font-medium">Version {version}</span>
                <span className="text-sm text-soft">{formatInstant(publishedAt, timeZone, language)}</span>
                {index === 0 ? <span className="text-sm text-good">What customers see now</span> : null}
                <span className="ml-auto text-sm text-accent underline underline-offset-2">Show</span>
              </summary>
              <dl className="mt-2 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[9rem_1fr]">
                <dt className="text-soft">Scored as</dt>
                <dd>{formula}</dd>
                {wording.topic ? (
                  <>
                    <dt className="text-soft">About</dt>
                    <dd className="break-words">
                      {(content.texts[baseLanguage(content)] ?? NO_TEXTS).topic}
                    </dd>
                  </>
                ) : null}
                {metric.groups.map(({ id }, place) => (
                  <div key={id} className="contents">
                    <dt className="text-soft">After {scoreRange(metric, place, language)}</dt>
                    <dd className="break-words">
                      {(content.texts[baseLanguage(content)] ?? NO_TEXTS).why[id] || wording.why[id]}
                    </dd>
                  </div>
                ))}
              </dl>
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}
