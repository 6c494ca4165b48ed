'use client';

import { useForm } from '@/app/use-form';
import { CustomerFrame } from '@/components/survey/customer-frame';
import { METRIC_PURPOSES } from '@/components/survey/metric-purposes';
import { Button } from '@/components/ui/button';
import { Chip } from '@/components/ui/chip';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import type { SurveyMetricId } from '@/lib/scoring/metrics';
import { startSurvey } from '../actions';

type Choice = { id: SurveyMetricId; name: string; question: string };

/** Four metrics as customers would meet them; one is suggested. */
export function MetricForm({
  lineageId,
  suggested,
  choices,
}: {
  lineageId: string;
  suggested: SurveyMetricId;
  choices: Choice[];
}) {
  const t = useText();
  const { form, pending, refusal, error, value } = useForm(startSurvey);
  const fault = refusal ?? error('metric') ?? error('lineageId');
  return (
    <form {...form} className="flex flex-col gap-5">
      <input type="hidden" name="lineageId" value={lineageId} />
      <fieldset className="grid gap-4 sm:grid-cols-2 2xl:grid-cols-4">
        <legend className="sr-only">{t('What to measure')}</legend>
        {choices.map(({ id, name, question }) => (
          <label
            key={id}
            className="flex flex-col overflow-hidden rounded-xl border border-line bg-panel shadow-card has-checked:border-ink has-checked:ring-1 has-checked:ring-ink has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <span className="flex gap-3 p-4">
              <input
                type="radio"
                name="metric"
                value={id}
                required
                defaultChecked={id === value('metric', suggested)}
                className="mt-0.5 size-4.5 shrink-0 accent-accent outline-none"
              />
              <span className="flex flex-col gap-1">
                <span className="flex flex-wrap items-center gap-2 font-semibold">
                  {name}
                  {id === suggested ? <Chip tone="good">{t('Suggested here')}</Chip> : null}
                </span>
                <span className="text-sm text-soft">{t(METRIC_PURPOSES[id])}</span>
                <span className="sr-only">{t('Asks: {question}', { question })}</span>
              </span>
            </span>
            {/* A picture of the question: the card itself is what one chooses. */}
            <span inert className="pointer-events-none mt-auto block border-t border-line">
              <CustomerFrame
                src={`/preview/metrics/${id}`}
                title={t('{place}, as customers see it', { place: name })}
                className="h-[22rem] w-full"
              />
            </span>
          </label>
        ))}
      </fieldset>
      {fault ? (
        <Notice tone="bad" live>
          {fault}
        </Notice>
      ) : null}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" size="large" disabled={pending} aria-busy={pending}>
          {pending ? t('Creating…') : t('Create the survey')}
        </Button>
        <p className="text-sm text-soft">{t('Nobody is asked before you publish it.')}</p>
      </div>
    </form>
  );
}
