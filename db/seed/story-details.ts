import type { Channel } from '@/lib/journey/model';
import type { Outcome } from '@/lib/journey/model/journey';
import type { TouchpointFields } from '@/lib/journey/model/touchpoint';
import type { MetricId } from '@/lib/scoring/metrics';
import type { PlacementKind } from '@/lib/survey/model';
import type { TeamName } from './story';

export type StageDetails = {
  successCriterion: string;
  /** In the metric's own units. */
  target: { metric: MetricId; value: number };
  contributors?: readonly TeamName[];
};

export type TouchpointDetails = Partial<
  Pick<
    TouchpointFields,
    | 'kind'
    | 'visibility'
    | 'trigger'
    | 'delayMinutes'
    | 'durationMinutes'
    | 'motivation'
    | 'promise'
    | 'toldNext'
    | 'contactRole'
    | 'information'
    | 'playbook'
    | 'decision'
    | 'decisionReason'
    | 'reviewCadenceDays'
  >
> & {
  /** Where it is more than the one of the story. */
  channels?: readonly Channel[];
  /** In which of them each kind of place asks, so that its answers are told apart. */
  askedIn?: Partial<Record<PlacementKind, Channel>>;
  importance?: { customer?: number; business?: number; source: 'assumed' | 'customers'; reason: string };
  contributors?: readonly TeamName[];
  /** Whether the member who tells the story answers for it. */
  ownedByFounder?: boolean;
};

/** What the journey of the story is to achieve, and how often it is looked at. */
export const JOURNEY_DETAILS: { reviewCadenceDays: number; outcomes: Outcome[] } = {
  reviewCadenceDays: 90,
  outcomes: [
    { name: 'Online on the promised day', unit: '%', baseline: 71, target: 90 },
    { name: 'Cancelled before the first bill', unit: '%', baseline: 6, target: 3 },
    { name: 'Still with us after a year', unit: '%', baseline: 84, target: 88 },
  ],
};

/** What each stage has to reach, by its name; targets in the metric's own units. */
export const STAGE_DETAILS: Readonly<Record<string, StageDetails>> = {
  Discover: {
    successCriterion: 'Seven of ten who check their address go on to the plans.',
    target: { metric: 'ces', value: 6 },
  },
  Choose: {
    successCriterion: 'Nine of ten pick a plan without calling twice.',
    target: { metric: 'nps', value: 0.4 },
    contributors: ['Marketing'],
  },
  Join: {
    successCriterion: 'The order goes through at the first try.',
    target: { metric: 'ces', value: 6 },
    contributors: ['Billing'],
  },
  'Get connected': {
    successCriterion: 'Online on the day that was promised when they signed up.',
    target: { metric: 'nps', value: 0.2 },
    contributors: ['Sales', 'Care'],
  },
  'Settle in': {
    successCriterion: 'No second call about the same question.',
    target: { metric: 'csat', value: 0.75 },
  },
  Stay: {
    successCriterion: 'The first bill is paid without a question.',
    target: { metric: 'csat', value: 0.7 },
    contributors: ['Care'],
  },
};

const DAY = 1_440;

/** What the team says of each touchpoint, by its name. */
export const TOUCHPOINT_DETAILS: Readonly<Record<string, TouchpointDetails>> = {
  'Search & ads': {
    channels: ['search', 'social'],
    kind: 'message',
    trigger: 'A move is planned, or the old contract gets dearer.',
    promise: 'Fast, and from a provider that answers the phone.',
    motivation: 'Find out who serves the new address.',
  },
  'Coverage check': {
    trigger: 'A click on an advert or a search result.',
    durationMinutes: 3,
    promise: 'Ten seconds to see what your address can get.',
    contactRole: 'Your advisor',
    toldNext: 'Which plans run at this address.',
    information: [
      { text: 'Speeds at this address', state: 'provided' },
      { text: 'The earliest day it can work', state: 'missing' },
    ],
    reviewCadenceDays: 90,
  },
  'Compare plans': {
    channels: ['website', 'app'],
    askedIn: { widget: 'website', link: 'app' },
    durationMinutes: 15,
    motivation: 'Be sure not to pay for what nobody needs.',
    promise: 'The right plan in three questions.',
    contactRole: 'Your advisor',
    toldNext: 'How long signing up takes and what has to be at hand.',
    information: [
      { text: 'The price after the first year', state: 'missing' },
      { text: 'Which plan suits how many people', state: 'needed' },
      { text: 'Length of the contract', state: 'provided' },
    ],
    decision: 'simplify',
    decisionReason: 'Since the new page there are four plans that nobody can tell apart; two would do.',
    reviewCadenceDays: 30,
    contributors: ['Marketing'],
  },
  'Talk to an advisor': {
    channels: ['phone', 'chat'],
    askedIn: { email: 'phone', link: 'chat' },
    durationMinutes: 12,
    promise: 'An answer within two minutes of waiting.',
    toldNext: 'The offer comes by e-mail and holds for 14 days.',
    contactRole: 'Your advisor',
    playbook:
      'Ask for the address first: it decides which plans there are.\nOffer at most two plans and say what tells them apart.\nSend the offer before hanging up, with your name on it.',
    importance: { business: 4, source: 'assumed', reason: 'Half of all orders go through a call.' },
    reviewCadenceDays: 90,
  },
  Checkout: {
    kind: 'action',
    durationMinutes: 8,
    trigger: 'A plan is chosen.',
    promise: 'One page, no account needed.',
    toldNext: 'A confirmation at once, a date for the visit within two days.',
    contactRole: 'Our order desk',
    information: [
      { text: 'Everything it costs, also once', state: 'provided' },
      { text: 'What happens if the date is missed', state: 'missing' },
    ],
    importance: { customer: 4, business: 5, source: 'customers', reason: '' },
    reviewCadenceDays: 90,
    contributors: ['Billing'],
  },
  'Welcome email': {
    kind: 'message',
    trigger: 'The order is accepted.',
    delayMinutes: 5,
    promise: 'All that is needed, in one mail.',
    toldNext: 'We call to book the visit.',
    contactRole: 'Our order desk',
    reviewCadenceDays: 182,
  },
  'Book a visit': {
    channels: ['phone', 'website', 'sms'],
    askedIn: { email: 'phone', link: 'website' },
    trigger: 'The welcome e-mail says that a visit is needed.',
    delayMinutes: 2 * DAY,
    durationMinutes: 25,
    motivation: 'Know on which day somebody has to be at home.',
    promise: 'A date within two days, at the first call.',
    toldNext: 'The technician calls half an hour before arriving.',
    contactRole: 'Your installation team',
    information: [
      { text: 'Which day and which two hours', state: 'provided' },
      { text: 'Who has to be there, and what has to be free', state: 'missing' },
      { text: 'What the order says, without being asked again', state: 'missing' },
    ],
    importance: {
      customer: 5,
      business: 4,
      source: 'customers',
      reason: 'Those who struggle here are the ones who cancel.',
    },
    playbook:
      'Open the order before answering: nobody should have to repeat it.\nOffer the three next dates, not a week.\nSay what has to be free on the day, and send it as a text message.\nIf no date fits within two days, call back the same day.',
    reviewCadenceDays: 30,
    contributors: ['Sales'],
    ownedByFounder: true,
  },
  'Technician visit': {
    trigger: 'The day that was booked.',
    delayMinutes: 5 * DAY,
    durationMinutes: 90,
    promise: 'Within the two hours, and the line tested before we leave.',
    toldNext: 'How to connect the router, and whom to call.',
    contactRole: 'Your installation team',
    information: [{ text: 'The technician’s arrival, half an hour before', state: 'provided' }],
    playbook: 'Test the line on the customer’s own device.\nLeave the card with the number of the help line.',
    importance: { customer: 5, source: 'customers', reason: '' },
    reviewCadenceDays: 90,
    contributors: ['Care'],
  },
  'Set up the router': {
    kind: 'use',
    visibility: 'customer_only',
    trigger: 'The technician has left.',
    delayMinutes: 60,
    durationMinutes: 30,
    motivation: 'Get the household online tonight.',
    promise: 'Three steps, ten minutes.',
    contactRole: 'The help line',
    information: [{ text: 'Name and password of the network', state: 'provided' }],
  },
  'Call for help': {
    channels: ['phone', 'chat'],
    askedIn: { email: 'phone', link: 'chat' },
    trigger: 'Something does not work.',
    durationMinutes: 14,
    promise: 'One call, one person, until it works.',
    toldNext: 'What was done, by text message.',
    contactRole: 'The help line',
    playbook: 'Read the last contact first.\nStay on the line until it works.',
    reviewCadenceDays: 90,
    contributors: ['Field ops'],
  },
  'First bill': {
    channels: ['email', 'post'],
    kind: 'message',
    trigger: 'The first month is over.',
    delayMinutes: 28 * DAY,
    promise: 'What was said at checkout, and nothing else.',
    contactRole: 'Our billing team',
    information: [{ text: 'Why the first bill differs from the next', state: 'provided' }],
    reviewCadenceDays: 182,
    contributors: ['Care'],
  },
  'Renew or move out': {
    channels: ['app', 'phone'],
    kind: 'action',
    trigger: 'The contract ends in six weeks.',
    delayMinutes: 320 * DAY,
    promise: 'No worse price than a new customer gets.',
    toldNext: 'The day on which the new terms begin.',
    contactRole: 'The help line',
  },
};
