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
import { msg, type Translate } from '@/lib/translate';
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

/** What they are called. */
export const FACT_GROUP_NAMES: Readonly<Record<FactGroup, string>> = {
  Basics: msg('Basics'),
  Who: msg('Who'),
  When: msg('When'),
  'What the customer gets': msg('What the customer gets'),
  'Moment that matters': msg('Moment that matters'),
  Importance: msg('Importance'),
  Decision: msg('Decision'),
  Review: msg('Review'),
  Playbook: msg('Playbook'),
};

/** One thing that is said about a touchpoint; `short` is for a single line. */
export type Fact = { name: string; text: string; short?: string };

const NEUTRAL = msg('As important as any other');

/** All that is said about a touchpoint, in words. What nobody said is missing; who owns it and its weight never are. */
export function touchpointFacts(
  touchpoint: TouchpointView,
  map: Pick<JourneyMapView, 'channels'>,
  t: Translate,
): Record<FactGroup, Fact[]> {
  const { owner, contributors, moment, expectedEmotion } = touchpoint;
  const helpers = contributors.filter(({ id }) => id !== owner?.id).map(({ name }) => name);
  const weight = importanceText(touchpoint, t);
  return {
    Basics: said(
      fact(t('Channels'), touchpoint.channels.map((key) => channelLabel(key, map.channels, t)).join(', ')),
      fact(t('Kind'), t(TOUCHPOINT_KIND_LABELS[touchpoint.kind])),
      fact(t('Visibility'), t(VISIBILITY_LABELS[touchpoint.visibility])),
    ),
    Who: said(
      fact(t('Owner team'), owner?.name ?? t('Nobody')),
      fact(t('Owner person'), touchpoint.ownerPerson?.name ?? ''),
      fact(t('Contributing teams'), helpers.join(', ')),
    ),
    When: said(
      fact(t('What sets it off'), touchpoint.trigger),
      fact(t('After the touchpoint before'), durationText(touchpoint.delayMinutes, t)),
      fact(t('How long it takes'), durationText(touchpoint.durationMinutes, t)),
      fact(t('Why the customer does it'), touchpoint.motivation),
    ),
    'What the customer gets': said(
      fact(t('What we promise'), touchpoint.promise),
      fact(t('What they are told happens next'), touchpoint.toldNext),
      fact(t('Whom they can turn to'), touchpoint.contactRole),
      ...touchpoint.information.map(({ text, state }) => fact(t(INFORMATION_STATE_LABELS[state]), text)),
    ),
    'Moment that matters': said(
      fact(t('Moment that matters'), momentText({ moment }, t)),
      ...(expectedEmotion === null ? [] : [expected(formatEmotion(expectedEmotion, t.tongue), t)]),
    ),
    Importance: said(
      { name: t('Weight'), text: weight },
      fact(
        t('Where it comes from'),
        touchpoint.importanceSource ? t(IMPORTANCE_SOURCE_LABELS[touchpoint.importanceSource]) : '',
      ),
      fact(t('Why'), touchpoint.importanceReason),
    ),
    Decision: said(
      fact(t('Decision'), touchpoint.decision ? t(DECISION_LABELS[touchpoint.decision]) : ''),
      fact(t('Why'), touchpoint.decisionReason),
    ),
    Review: said(
      fact(t('Looked at again'), cadenceText(touchpoint.reviewCadenceDays, t)),
      fact(t('Last signed off'), touchpoint.reviewedOn ?? ''),
    ),
    Playbook: said({ name: t('Playbook'), text: touchpoint.playbook, short: t('Written') }),
  };
}

/** The facts in one line; what to expect where there are none. */
export function summaryOf(facts: readonly Fact[], t: Translate): string {
  return facts.map(({ text, short }) => short ?? text).join(' · ') || t('Nothing said yet');
}

/** How much a touchpoint weighs, 'Customer 5 of 5, business 3 of 5'. */
export function importanceText(
  {
    importanceCustomer: customer,
    importanceBusiness: business,
  }: Pick<TouchpointView, 'importanceCustomer' | 'importanceBusiness'>,
  t: Translate,
): string {
  if (customer === null) return business === null ? t(NEUTRAL) : t('Business {business} of 5', { business });
  return business === null
    ? t('Customer {customer} of 5', { customer })
    : t('Customer {customer} of 5, business {business} of 5', { customer, business });
}

const expected = (text: string, t: Translate): Fact => ({
  name: t('Expected emotion'),
  text,
  short: t('expected {score}', { score: text }),
});

const fact = (name: string, text: string): Fact => ({ name, text });

const said = (...facts: Fact[]): Fact[] => facts.filter(({ text }) => text !== '');
