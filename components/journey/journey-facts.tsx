import { Chip } from '@/components/ui/chip';
import type { JourneyMapView } from '@/lib/insights/model';
import { JOURNEY_STATE_LABELS, type Outcome } from '@/lib/journey/model/journey';
import type { Translate } from '@/lib/translate';
import { cadenceInSentence } from './cadence-field';

/** What the map shows: the world as it is, as it is to be, or a competitor's. */
export function StateChip({ state, t }: Pick<JourneyMapView, 'state'> & { t: Translate }) {
  return <Chip tone={state === 'as_is' ? 'quiet' : 'warn'}>{t(JOURNEY_STATE_LABELS[state])}</Chip>;
}

/** Where the journey starts and ends, who answers for it, and what it is to achieve, if anybody said. */
export function JourneyEnds({
  map: { startTrigger, endOutcome, owner, reviewCadenceDays, outcomes },
  t,
}: {
  map: Pick<JourneyMapView, 'startTrigger' | 'endOutcome' | 'owner' | 'reviewCadenceDays' | 'outcomes'>;
  t: Translate;
}) {
  const facts = [
    { name: t('Owner'), text: owner?.name ?? '' },
    { name: t('Reviewed'), text: cadenceInSentence(reviewCadenceDays, t) },
    { name: t('Starts'), text: startTrigger },
    { name: t('Ends'), text: endOutcome },
    ...outcomes.map((outcome) => ({ name: outcome.name, text: outcomeText(outcome, t) })),
  ].filter(({ text }) => text !== '');
  if (facts.length === 0) return null;
  return (
    <dl className="-mt-1 flex max-w-5xl flex-wrap gap-x-5 text-xs leading-5 text-soft">
      {facts.map(({ name, text }) => (
        <div key={name} className="flex min-w-0 gap-1.5">
          <dt className="font-semibold">{name}</dt>
          <dd className="min-w-0 break-words">{text}</dd>
        </div>
      ))}
    </dl>
  );
}

/**
 * From where to where an outcome is to go.
 *
 * @example outcomeText({ name: 'On time', unit: '%', baseline: 71, target: 90 }, ENGLISH) // '71 % → 90 %'
 */
export function outcomeText({ unit, baseline, target }: Outcome, t: Translate): string {
  const amount = (value: number) => `${value}${unit ? `\u00a0${unit}` : ''}`.replace('-', '−');
  if (baseline !== null && target !== null) return `${amount(baseline)} → ${amount(target)}`;
  if (target !== null) return t('target {amount}', { amount: amount(target) });
  if (baseline !== null) return t('now {amount}', { amount: amount(baseline) });
  return t('no target yet');
}
