import { formatEmotion, inTongue } from '../../format';
import { inSentence, msg, type Translate } from '../../translate';
import { CHANNEL_LABELS, MOMENT_POLARITY_LABELS, MOMENT_REASON_LABELS } from '../model';
import { JOURNEY_STATE_LABELS } from '../model/journey';
import { LINK_KIND_LABELS } from '../model/path';
import {
  EFFECT_LABELS,
  EVIDENCE_KIND_LABELS,
  STATEMENT_KIND_LABELS,
  STATEMENT_STATE_LABELS,
} from '../model/statement';
import {
  DECISION_LABELS,
  IMPORTANCE_SOURCE_LABELS,
  INFORMATION_STATE_LABELS,
  TOUCHPOINT_KIND_LABELS,
  VISIBILITY_LABELS,
} from '../model/touchpoint';
import { durationText } from './duration';

/** What the fields of a map are called in a sentence: 'changed the owner'. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  about: msg('what it is about##a field'),
  absorbed: msg('merged touchpoints##a field'),
  answer: msg('answer##a field'),
  answered: msg('whether it is answered##a field'),
  changedOn: msg('day##a field'),
  channels: msg('channels##a field'),
  contactRole: msg('whom to turn to##a field'),
  contributorTeamIds: msg('contributing teams##a field'),
  decidedOn: msg('day##a field'),
  decision: msg('decision##a field'),
  decisionReason: msg('reason of the decision##a field'),
  delayMinutes: msg('delay##a field'),
  durationMinutes: msg('duration##a field'),
  effect: msg('effect##a field'),
  endOutcome: msg('end outcome##a field'),
  ends: msg('ends##a field'),
  evidence: msg('evidence##a field'),
  expectations: msg('expectations##a field'),
  expectedEmotion: msg('expected emotion##a field'),
  expiresOn: msg('expiry##a field'),
  gatheredOn: msg('day##a field'),
  goal: msg('goal##a field'),
  goals: msg('goals##a field'),
  importanceBusiness: msg('importance for us##a field'),
  importanceCustomer: msg('importance for customers##a field'),
  importanceReason: msg('reason of the importance##a field'),
  importanceSource: msg('source of the importance##a field'),
  information: msg('information##a field'),
  kind: msg('kind##a field'),
  label: msg('label##a field'),
  lineageId: msg('question##a field'),
  link: msg('link##a field'),
  method: msg('method##a field'),
  moment: msg('moment that matters##a field'),
  motivation: msg('motivation##a field'),
  n: msg('number of people##a field'),
  name: msg('name##a field'),
  needs: msg('needs##a field'),
  note: msg('note##a field'),
  objective: msg('objective##a field'),
  outcome: msg('outcome##a field'),
  outcomes: msg('outcomes##a field'),
  ownerTeamId: msg('owner##a field'),
  ownerUserId: msg('responsible person##a field'),
  passes: msg('what passes##a field'),
  personaId: msg('persona##a field'),
  personaIds: msg('personas##a field'),
  playbook: msg('playbook##a field'),
  preferences: msg('preferences##a field'),
  promise: msg('promise##a field'),
  promisedMinutes: msg('promised time##a field'),
  quote: msg('quote##a field'),
  reason: msg('reason##a field'),
  recovery: msg('recovery##a field'),
  reviewCadenceDays: msg('review cadence##a field'),
  role: msg('role##a field'),
  setupStep: msg('step of the set-up##a field'),
  shareRatio: msg('share##a field'),
  stage: msg('stage##a field'),
  stance: msg('stance##a field'),
  startTrigger: msg('start trigger##a field'),
  state: msg('state##a field'),
  subJourneyId: msg('journey in full##a field'),
  successCriterion: msg('success criterion##a field'),
  summary: msg('summary##a field'),
  targetMetric: msg('target##a field'),
  targetValue: msg('target value##a field'),
  text: msg('text##a field'),
  title: msg('name##a field'),
  toldNext: msg('what happens next##a field'),
  trigger: msg('trigger##a field'),
  visibility: msg('visibility##a field'),
};

/** What a field of a map is called in a sentence; its own name in plain words where it is not in the list. */
export function fieldName(field: string, t: Translate): string {
  const known = FIELD_NAMES[field];
  return known ? t(known) : field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** The names of what a map refers to by id or key. */
export type Names = {
  teams: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
  personas: ReadonlyMap<string, string>;
  journeys: ReadonlyMap<string, string>;
  channels: ReadonlyMap<string, string>;
};

/** The value of a field in words; 'not said' where it is empty. Ids are named, as far as the workspace still has them. */
export function valueText(field: string, value: unknown, names: Names, t: Translate): string {
  if (value === null || value === undefined || value === '') return t('not said');
  if (Array.isArray(value)) {
    return value.length === 0 ? t('not said') : value.map((one) => itemText(field, one, names, t)).join(', ');
  }
  return itemText(field, value, names, t);
}

function itemText(field: string, value: unknown, names: Names, t: Translate): string {
  if (typeof value === 'boolean') return value ? t('yes##a value') : t('no##a value');
  if (typeof value === 'number') return numberText(field, value, t);
  if (typeof value === 'object' && value !== null)
    return objectText(field, value as Record<string, unknown>, t);
  const text = String(value);
  const named = NAMED[field]?.(names, t);
  if (named) return named.get(text) ?? t('gone##a value');
  const label = LABELS[field]?.[text];
  return label ? t(label) : text;
}

function numberText(field: string, value: number, t: Translate): string {
  if (field === 'shareRatio') return `${Math.round(value * 100)} %`;
  if (field.endsWith('Minutes')) return durationText(value, t);
  if (field === 'reviewCadenceDays')
    return t('{n, plural, one {every day} other {every {days} days}}', { n: value, days: String(value) });
  if (field === 'expectedEmotion') return formatEmotion(value, t.tongue);
  return inTongue(String(value).replace('-', '−'), t.tongue);
}

function objectText(field: string, value: Record<string, unknown>, t: Translate): string {
  const of = (key: string) => (value[key] === null || value[key] === undefined ? '' : String(value[key]));
  const label = (labels: Readonly<Record<string, string>>, key: string) => {
    const known = labels[of(key)];
    return known ? t(known) : of(key);
  };
  if (field === 'moment') {
    const reason = label(MOMENT_REASON_LABELS, 'reason');
    return `${label(MOMENT_POLARITY_LABELS, 'polarity')}${reason ? ` (${inSentence(reason, t)})` : ''}`;
  }
  if (field === 'information')
    return `${of('text')} (${inSentence(label(INFORMATION_STATE_LABELS, 'state'), t)})`;
  if (field === 'outcomes') {
    const unit = of('unit') && ` ${of('unit')}`;
    return `${of('name')} (${of('baseline') || '–'} → ${of('target') || '–'}${unit})`;
  }
  if (field === 'evidence') {
    return t('{kind} of {day}##evidence', {
      kind: label(EVIDENCE_KIND_LABELS, 'kind'),
      day: of('gatheredOn'),
    });
  }
  if (field === 'absorbed') return of('title') || t('a touchpoint');
  return of('title') || of('name') || of('text') || t('something else');
}

const NAMED: Readonly<Record<string, (names: Names, t: Translate) => ReadonlyMap<string, string>>> = {
  ownerTeamId: ({ teams }) => teams,
  contributorTeamIds: ({ teams }) => teams,
  ownerUserId: ({ people }) => people,
  personaId: ({ personas }) => personas,
  personaIds: ({ personas }) => personas,
  subJourneyId: ({ journeys }) => journeys,
  channels: ({ channels }, t) =>
    new Map([...Object.entries(CHANNEL_LABELS).map(([key, label]) => [key, t(label)] as const), ...channels]),
};

const LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  state: { ...JOURNEY_STATE_LABELS, ...STATEMENT_STATE_LABELS },
  kind: { ...TOUCHPOINT_KIND_LABELS, ...STATEMENT_KIND_LABELS, ...LINK_KIND_LABELS },
  effect: EFFECT_LABELS,
  visibility: VISIBILITY_LABELS,
  decision: DECISION_LABELS,
  importanceSource: IMPORTANCE_SOURCE_LABELS,
};
