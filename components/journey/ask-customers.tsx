'use client';

import { useActionState } from 'react';
import { Refusal } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import { useText } from '@/components/ui/text';
import { METRICS, SURVEY_METRICS, type SurveyMetricId } from '@/lib/scoring/metrics';
import { msg } from '@/lib/translate';

const WHEN: Readonly<Record<SurveyMetricId, string>> = {
  nps: msg('Would they recommend us? 0–10. For the end of a journey.'),
  ces: msg('Was it easy? 1–7. Where customers have to do something.'),
  csat: msg('Were they satisfied? 1–5.'),
  emotion: msg('How did it leave them feeling? Five faces, then words. Draws the measured curve.'),
};

/** Starts a survey: choose what to ask, go on where it is written and published. */
export function AskCustomers({
  lineageId,
  suggested,
  ask,
  first,
}: {
  lineageId: string;
  suggested: SurveyMetricId;
  ask: (lineageId: string, metric: string) => Promise<string | null>;
  first: boolean;
}) {
  const t = useText();
  const [refusal, submit] = useActionState<string | null, FormData>(
    (_, data) => ask(lineageId, String(data.get('metric'))),
    null,
  );
  return (
    <form action={submit} className="flex flex-col gap-3 rounded-xl bg-sunk p-3">
      <fieldset className="flex flex-col gap-1">
        <legend className="mb-1 text-sm font-semibold">
          {first ? t('Ask customers') : t('Ask something else')}
        </legend>
        {SURVEY_METRICS.map((metric) => (
          <label key={metric} className="flex gap-2.5 rounded-lg px-1.5 py-1.5 hover:bg-panel">
            <input
              type="radio"
              name="metric"
              value={metric}
              defaultChecked={metric === suggested}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span>
              <span className="block text-sm font-medium">
                {METRICS[metric].name}
                {metric === suggested ? (
                  <span className="font-normal text-soft"> · {t('suggested here')}</span>
                ) : null}
              </span>
              <span className="block text-xs text-soft">{t(WHEN[metric])}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <Refusal>{refusal}</Refusal>
      <SubmitButton pendingText={t('Creating…')}>{t('Create the survey')}</SubmitButton>
    </form>
  );
}
