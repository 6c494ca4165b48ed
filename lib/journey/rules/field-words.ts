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
  about: 'what it is about',
  absorbed: 'merged touchpoints',
  answer: 'answer',
  answered: 'whether it is answered',
  changedOn: 'day',
  channels: 'channels',
  contactRole: 'whom to turn to',
  contributorTeamIds: 'contributing teams',
  decidedOn: 'day',
  decision: 'decision',
  decisionReason: 'reason of the decision',
  delayMinutes: 'delay',
  durationMinutes: 'duration',
  effect: 'effect',
  endOutcome: 'end outcome',
  ends: 'ends',
  evidence: 'evidence',
  expectations: 'expectations',
  expectedEmotion: 'expected emotion',
  expiresOn: 'expiry',
  gatheredOn: 'day',
  goal: 'goal',
  goals: 'goals',
  importanceBusiness: 'importance for us',
  importanceCustomer: 'importance for customers',
  importanceReason: 'reason of the importance',
  importanceSource: 'source of the importance',
  information: 'information',
  kind: 'kind',
  label: 'label',
  lineageId: 'question',
  link: 'link',
  method: 'method',
  moment: 'moment that matters',
  motivation: 'motivation',
  n: 'number of people',
  name: 'name',
  needs: 'needs',
  note: 'note',
  objective: 'objective',
  outcome: 'outcome',
  outcomes: 'outcomes',
  ownerTeamId: 'owner',
  ownerUserId: 'responsible person',
  passes: 'what passes',
  personaId: 'persona',
  personaIds: 'personas',
  playbook: 'playbook',
  preferences: 'preferences',
  promise: 'promise',
  promisedMinutes: 'promised time',
  quote: 'quote',
  reason: 'reason',
  recovery: 'recovery',
  reviewCadenceDays: 'review cadence',
  role: 'role',
  setupStep: 'step of the set-up',
  shareRatio: 'share',
  stage: 'stage',
  stance: 'stance',
  startTrigger: 'start trigger',
  state: 'state',
  subJourneyId: 'journey in full',
  successCriterion: 'success criterion',
  summary: 'summary',
  targetMetric: 'target',
  targetValue: 'target value',
  text: 'text',
  title: 'name',
  toldNext: 'what happens next',
  trigger: 'trigger',
  visibility: 'visibility',
};

/** What a field of a map is called in a sentence; its own name in plain words where it is not in the list. */
export function fieldName(field: string): string {
  return FIELD_NAMES[field] ?? field.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}

/** The names of what a map refers to by id or key. */
export type Names = {
  teams: ReadonlyMap<string, string>;
  people: ReadonlyMap<string, string>;
  personas: ReadonlyMap<string, string>;
  journeys: ReadonlyMap<string, string>;
  channels: ReadonlyMap<string, string>;
};

/** What stands where nothing was said. */
const EMPTY = 'not said';

/** The value of a field in words; 'not said' where it is empty. Ids are named, as far as the workspace still has them. */
export function valueText(field: string, value: unknown, names: Names): string {
  if (value === null || value === undefined || value === '') return EMPTY;
  if (Array.isArray(value)) {
    return value.length === 0 ? EMPTY : value.map((one) => itemText(field, one, names)).join(', ');
  }
  return itemText(field, value, names);
}

function itemText(field: string, value: unknown, names: Names): string {
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return numberText(field, value);
  if (typeof value === 'object' && value !== null) return objectText(field, value as Record<string, unknown>);
  const text = String(value);
  return NAMED[field]?.(names).get(text) ?? (NAMED[field] ? 'gone' : (LABELS[field]?.[text] ?? text));
}

function numberText(field: string, value: number): string {
  if (field === 'shareRatio') return `${Math.round(value * 100)} %`;
  if (field.endsWith('Minutes')) return durationText(value);
  if (field === 'reviewCadenceDays') return value === 1 ? 'every day' : `every ${value} days`;
  if (field === 'expectedEmotion')
    return `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(1)}`;
  return String(value).replace('-', '−');
}

function objectText(field: string, value: Record<string, unknown>): string {
  const of = (key: string) => (value[key] === null || value[key] === undefined ? '' : String(value[key]));
  const label = (labels: Readonly<Record<string, string>>, key: string) => labels[of(key)] ?? of(key);
  if (field === 'moment') {
    const reason = label(MOMENT_REASON_LABELS, 'reason');
    return `${label(MOMENT_POLARITY_LABELS, 'polarity')}${reason ? ` (${reason.toLowerCase()})` : ''}`;
  }
  if (field === 'information')
    return `${of('text')} (${label(INFORMATION_STATE_LABELS, 'state').toLowerCase()})`;
  if (field === 'outcomes') {
    const unit = of('unit') && ` ${of('unit')}`;
    return `${of('name')} (${of('baseline') || '–'} → ${of('target') || '–'}${unit})`;
  }
  if (field === 'evidence') return `${label(EVIDENCE_KIND_LABELS, 'kind')} of ${of('gatheredOn')}`;
  if (field === 'absorbed') return of('title') || 'a touchpoint';
  return of('title') || of('name') || of('text') || 'something else';
}

const NAMED: Readonly<Record<string, (names: Names) => ReadonlyMap<string, string>>> = {
  ownerTeamId: ({ teams }) => teams,
  contributorTeamIds: ({ teams }) => teams,
  ownerUserId: ({ people }) => people,
  personaId: ({ personas }) => personas,
  personaIds: ({ personas }) => personas,
  subJourneyId: ({ journeys }) => journeys,
  channels: ({ channels }) => new Map([...Object.entries(CHANNEL_LABELS), ...channels]),
};

const LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  state: { ...JOURNEY_STATE_LABELS, ...STATEMENT_STATE_LABELS },
  kind: { ...TOUCHPOINT_KIND_LABELS, ...STATEMENT_KIND_LABELS, ...LINK_KIND_LABELS },
  effect: EFFECT_LABELS,
  visibility: VISIBILITY_LABELS,
  decision: DECISION_LABELS,
  importanceSource: IMPORTANCE_SOURCE_LABELS,
};
