import { formatEmotion } from '@/lib/format';
import type { JourneyMapView, TouchpointView } from '@/lib/insights/model';
import {
  DECISION_LABELS,
  IMPORTANCE_SOURCE_LABELS,
  INFORMATION_STATE_LABELS,
  TOUCHPOINT_KIND_LABELS,
  VISIBILITY_LABELS,
} from '@/lib/journey/model/touchpoint';
import { channelLabel } from '@/lib/journey/rules/channels';
import { durationText } from '@/lib/journey/rules/duration';
import { momentText } from '@/lib/journey/rules/moment';
import { cadenceText } from './cadence-field';

/** The parts in which a touchpoint is told, in their order. */
export const FACT_GROUPS = [
  'Basics',
  'Who',
  'When',
  'What the customer gets',
  'Moment that matters',
  'Importance',
  'Decision',
  'Review',
  'Playbook',
] as const;
export type FactGroup = (typeof FACT_GROUPS)[number];

/** One thing that is said about a touchpoint; `short` is for a single line. */
export type Fact = { name: string; text: string; short?: string };

const NEUTRAL = 'As important as any other';

/** All that is said about a touchpoint, in words. What nobody said is missing; who owns it and its weight never are. */
export function touchpointFacts(
  touchpoint: TouchpointView,
  map: Pick<JourneyMapView, 'channels'>,
): Record<FactGroup, Fact[]> {
  const { owner, contributors, moment, expectedEmotion } = touchpoint;
  const helpers = contributors.filter(({ id }) => id !== owner?.id).map(({ name }) => name);
  const weight = importanceText(touchpoint);
  return {
    Basics: said(
      fact('Channels', touchpoint.channels.map((key) => channelLabel(key, map.channels)).join(', ')),
      fact('Kind', TOUCHPOINT_KIND_LABELS[touchpoint.kind]),
      fact('Visibility', VISIBILITY_LABELS[touchpoint.visibility]),
    ),
    Who: said(
      fact('Owner team', owner?.name ?? 'Nobody'),
      fact('Owner person', touchpoint.ownerPerson?.name ?? ''),
      fact('Contributing teams', helpers.join(', ')),
    ),
    When: said(
      fact('What sets it off', touchpoint.trigger),
      fact('After the touchpoint before', durationText(touchpoint.delayMinutes)),
      fact('How long it takes', durationText(touchpoint.durationMinutes)),
      fact('Why the customer does it', touchpoint.motivation),
    ),
    'What the customer gets': said(
      fact('What we promise', touchpoint.promise),
      fact('What they are told happens next', touchpoint.toldNext),
      fact('Whom they can turn to', touchpoint.contactRole),
      ...touchpoint.information.map(({ text, state }) => fact(INFORMATION_STATE_LABELS[state], text)),
    ),
    'Moment that matters': said(
      fact('Moment that matters', momentText({ moment })),
      ...(expectedEmotion === null ? [] : [expected(formatEmotion(expectedEmotion))]),
    ),
    Importance: said(
      { name: 'Weight', text: weight },
      fact(
        'Where it comes from',
        touchpoint.importanceSource ? IMPORTANCE_SOURCE_LABELS[touchpoint.importanceSource] : '',
      ),
      fact('Why', touchpoint.importanceReason),
    ),
    Decision: said(
      fact('Decision', touchpoint.decision ? DECISION_LABELS[touchpoint.decision] : ''),
      fact('Why', touchpoint.decisionReason),
    ),
    Review: said(
      fact('Looked at again', cadenceText(touchpoint.reviewCadenceDays)),
      fact('Last signed off', touchpoint.reviewedOn ?? ''),
    ),
    Playbook: said({ name: 'Playbook', text: touchpoint.playbook, short: 'Written' }),
  };
}

/** The facts in one line; what to expect where there are none. */
export function summaryOf(facts: readonly Fact[]): string {
  return facts.map(({ text, short }) => short ?? text).join(' · ') || 'Nothing said yet';
}

/** How much a touchpoint weighs, 'Customer 5 of 5, business 3 of 5'. */
export function importanceText({
  importanceCustomer: customer,
  importanceBusiness: business,
}: Pick<TouchpointView, 'importanceCustomer' | 'importanceBusiness'>): string {
  const weights = [
    ...(customer === null ? [] : [`customer ${customer} of 5`]),
    ...(business === null ? [] : [`business ${business} of 5`]),
  ].join(', ');
  return weights === '' ? NEUTRAL : weights.charAt(0).toUpperCase() + weights.slice(1);
}

const expected = (text: string): Fact => ({ name: 'Expected emotion', text, short: `expected ${text}` });

const fact = (name: string, text: string): Fact => ({ name, text });

const said = (...facts: Fact[]): Fact[] => facts.filter(({ text }) => text !== '');
