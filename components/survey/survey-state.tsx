import { Chip } from '@/components/ui/chip';
import { formatInstant } from '@/lib/format';
import type { SurveyView } from '@/lib/survey/model';
import type { Translate } from '@/lib/translate';

type Stated = Pick<SurveyView, 'state' | 'version' | 'times'>;

/** Whether a survey takes answers now, in a word or two. */
export function SurveyStateChip({ survey, t, timeZone }: { survey: Stated; t: Translate; timeZone: string }) {
  const { state, version, times } = survey;
  const on = (instant: Date | null) => (instant ? formatInstant(instant, timeZone, t.tongue) : '');
  if (version === null) return <Chip tone="warn">{t('Draft: nobody is asked yet')}</Chip>;
  if (state === 'open') return <Chip tone="good">{t('Open##of a survey')}</Chip>;
  if (state === 'paused') return <Chip tone="warn">{t('Paused')}</Chip>;
  if (state === 'closed') return <Chip tone="quiet">{t('Closed##of a survey')}</Chip>;
  if (state === 'early') return <Chip tone="warn">{t('Opens on {day}', { day: on(times.opensAt) })}</Chip>;
  if (state === 'over') return <Chip tone="quiet">{t('Ended on {day}', { day: on(times.closesAt) })}</Chip>;
  return <Chip tone="quiet">{t('Full: all answers are in')}</Chip>;
}
