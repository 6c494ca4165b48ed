'use client';

import { Lock } from 'lucide-react';
import { textsOf, withText } from '@/components/survey/content-edits';
import { METRIC_PURPOSES } from '@/components/survey/metric-purposes';
import { PipeField } from '@/components/survey/pipe-field';
import { TextField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import type { SurveyMetricId } from '@/lib/scoring/metrics';
import type { Editing } from './editing';

/** The locked question, what it is about, and what the team calls the survey. */
export function QuestionCard({
  editing,
  brand,
  title,
  rename,
  breaks,
}: {
  editing: Editing;
  brand: string;
  title: string;
  rename: (title: string) => void;
  /** Whether people have answered it while it was about something else. */
  breaks: boolean;
}) {
  const t = useText();
  const { content, change, first, fields, canEdit, errorOf } = editing;
  const { topic } = first;
  const path = `content.texts.${first.tag}.topic`;
  return (
    <section aria-labelledby="question" className="rounded-xl border border-line bg-panel p-4 sm:p-5">
      <h2 id="question" className="text-base font-semibold">
        {t('The question')}
      </h2>
      <div className="mt-4 flex flex-col gap-5">
        <Locked editing={editing} brand={brand} />
        {topic ? (
          <div className="flex flex-col gap-2">
            <PipeField
              label={t('What it is about')}
              name={path}
              value={textsOf(content, first.tag).topic}
              placeholder={topic.example}
              hint={`${topic.form}: “${topic.example}”.`}
              error={errorOf(path)}
              maxLength={120}
              lang={first.tag}
              dir={first.dir}
              disabled={!canEdit}
              fields={fields}
              onChange={(value) => change(withText(content, first.tag, 'topic', value))}
            />
            {breaks ? (
              <Notice tone="warn">
                {t(
                  'This changes the question that people have answered. When you publish it, you say whether it still means the same, or whether a new series of scores begins.',
                )}
              </Notice>
            ) : null}
          </div>
        ) : null}
        <TextField
          label={t('Name of the survey')}
          name="title"
          value={title}
          hint={t('Only your team sees it.')}
          error={errorOf('title')}
          maxLength={80}
          disabled={!canEdit}
          onChange={(event) => rename(event.target.value)}
        />
      </div>
    </section>
  );
}

/** What the author cannot change, and why. */
function Locked({ editing, brand }: { editing: Editing; brand: string }) {
  const t = useText();
  const { metric, first } = editing;
  const { min, max } = metric.scale;
  const [before = '', after] = first.question
    .split('{topic}')
    .map((part) => part.split('{name}').join(brand));
  return (
    <div className="rounded-lg bg-sunk p-3.5 text-sm">
      <p className="flex items-start gap-2 text-xs font-medium text-soft">
        <Lock aria-hidden="true" className="mt-px size-3.5 shrink-0" />
        {t('Locked: {metric}, wording {wording}, scored as {formula}', {
          metric: metric.name,
          wording: metric.wordingId,
          formula: metric.formula,
        })}
      </p>
      <p lang={first.tag} dir={first.dir} className="mt-2 font-medium break-words">
        {before}
        {after === undefined ? null : (
          <>
            <span className="rounded-sm border-b-2 border-dashed border-field px-1 text-soft">
              {t('what it is about')}
            </span>
            {after}
          </>
        )}
      </p>
      <p lang={first.tag} dir={first.dir} className="mt-1 text-soft">
        {metric.faces ? first.points.join(' · ') : `${min} ${first.low} … ${max} ${first.high}`}
      </p>
      <p className="mt-2 text-xs text-soft">
        {t(METRIC_PURPOSES[metric.id as SurveyMetricId])}{' '}
        {t(
          'Wording and scale stay as they are, so that answers can be compared over time, between touchpoints and with others.',
        )}
      </p>
    </div>
  );
}
