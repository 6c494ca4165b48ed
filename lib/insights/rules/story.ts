import {
  formatChange,
  formatCount,
  formatEmotion,
  formatInterval,
  formatList,
  formatPercent,
  formatScore,
} from '../../format';
import { STATEMENT_STATE_LABELS, type StatementKind } from '../../journey/model/statement';
import { DECISION_LABELS } from '../../journey/model/touchpoint';
import { channelLabel } from '../../journey/rules/channels';
import { durationText } from '../../journey/rules/duration';
import { momentText } from '../../journey/rules/moment';
import { EMOTION_WORDS } from '../../scoring/emotion-words';
import type { JourneyMapView, LinkView, MeasureView, StatementView, TouchpointView } from '../model';
import { expectationGap, gapText } from './emotion';

/** One touchpoint told as text. */
export type Paragraph = {
  touchpointId: string;
  title: string;
  /** Whole sentences, in the order in which they are read. */
  sentences: string[];
  /** A customer's own words, if somebody wrote any in the period. */
  quote: string | null;
};

/** A journey told as text, stage by stage. */
export type Story = {
  opening: string[];
  stages: { id: string; title: string; sentences: string[]; paragraphs: Paragraph[] }[];
  closing: string[];
};

/**
 * The journey as a narrative: the same facts and numbers as the map, one paragraph per touchpoint. What nobody knows is
 * said to be unknown, and what nobody proved is called an assumption.
 */
export function storyOf(map: JourneyMapView): Story {
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints.map((one) => ({ stage, one })));
  const titles = new Map(touchpoints.map(({ one }) => [one.id, one.title]));
  return {
    opening: [
      map.personas.length > 0
        ? `This is the journey of ${formatList(map.personas.map(({ name }) => name))}.`
        : '',
      map.startTrigger ? `It starts when this happens: ${sentence(map.startTrigger)}` : '',
      map.objective ? `The team wants to know: ${sentence(map.objective)}` : '',
      ...map.statements
        .filter((one) => one.touchpointId === null && one.stageId === null)
        .map((one) => stated(one, map)),
      ...map.measures.flatMap((measure) => measured(measure, map.minimumN)),
    ].filter(Boolean),
    stages: map.stages.map((stage) => ({
      id: stage.id,
      title: stage.title,
      sentences: [
        stage.goal ? `What customers want here: ${sentence(stage.goal)}` : '',
        stage.successCriterion ? `It has gone well when: ${sentence(stage.successCriterion)}` : '',
        stage.owner ? `${stage.owner.name} owns this stage.` : 'Nobody owns this stage.',
        ...map.statements
          .filter((one) => one.touchpointId === null && one.stageId === stage.id)
          .map((one) => stated(one, map)),
      ].filter(Boolean),
      paragraphs: stage.touchpoints.map((one) => {
        const place = touchpoints.findIndex((other) => other.one.id === one.id);
        return paragraphOf(map, one, touchpoints[place - 1]?.one ?? null, titles);
      }),
    })),
    closing: [map.endOutcome ? `It ends when this is reached: ${sentence(map.endOutcome)}` : ''].filter(
      Boolean,
    ),
  };
}

function paragraphOf(
  map: JourneyMapView,
  touchpoint: TouchpointView,
  before: TouchpointView | null,
  titles: ReadonlyMap<string, string>,
): Paragraph {
  const own = map.statements.filter((one) => one.touchpointId === touchpoint.id);
  return {
    touchpointId: touchpoint.id,
    title: touchpoint.title,
    sentences: [
      setting(map, touchpoint, before),
      touchpoint.visibility === 'backstage' ? 'Customers do not see it.' : '',
      touchpoint.visibility === 'customer_only' ? 'It is out of our control.' : '',
      touchpoint.trigger ? `It begins with this: ${sentence(touchpoint.trigger)}` : '',
      moment(touchpoint),
      touchpoint.promise ? `The promise: ${sentence(touchpoint.promise)}` : '',
      ...own.map((one) => stated(one, map)),
      ...scores(touchpoint, map.minimumN),
      gap(touchpoint),
      touchpoint.topWord
        ? `The word chosen most often is “${wordOf(touchpoint.topWord.id)}” (${formatPercent(touchpoint.topWord.share)}).`
        : '',
      touchpoint.toldNext ? `Customers are told what happens next: ${sentence(touchpoint.toldNext)}` : '',
      ...map.links.filter(({ fromId }) => fromId === touchpoint.id).map((link) => left(link, titles)),
      touchpoint.decision
        ? `Decided: ${DECISION_LABELS[touchpoint.decision].toLowerCase()}${touchpoint.decisionReason ? `, because ${sentence(lowered(touchpoint.decisionReason))}` : '.'}`
        : '',
    ].filter(Boolean),
    quote: touchpoint.quote?.comment ?? null,
  };
}

function setting(map: JourneyMapView, touchpoint: TouchpointView, before: TouchpointView | null): string {
  const places = formatList(touchpoint.channels.map((key) => channelLabel(key, map.channels).toLowerCase()));
  const delay =
    touchpoint.delayMinutes === null || before === null
      ? ''
      : touchpoint.delayMinutes === 0
        ? `, right after “${before.title}”`
        : `, ${durationText(touchpoint.delayMinutes)} after “${before.title}”`;
  const length =
    touchpoint.durationMinutes === null
      ? ''
      : `, and takes about ${durationText(touchpoint.durationMinutes)}`;
  const owner = touchpoint.owner ? ` ${touchpoint.owner.name} is responsible.` : '';
  return `Channel: ${places}${delay}${length}.${owner}`;
}

function moment(touchpoint: TouchpointView): string {
  if (!touchpoint.moment) return '';
  const text = momentText(touchpoint);
  return `It is a moment that matters: ${lowered(text)}.`;
}

const LEAD: Readonly<Record<StatementKind, string>> = {
  action: 'What they do',
  thought: 'What they think',
  feeling: 'What they feel',
  question: 'What they ask',
  pain: 'What hurts',
  gain: 'What helps',
  need: 'What they need',
  expectation: 'What they expect',
  gap: 'What is missing',
  people: 'Who works on it backstage',
  process: 'The process behind it',
  system: 'The system behind it',
};

function stated(one: StatementView, map: JourneyMapView): string {
  const persona = map.personas.find(({ id }) => id === one.personaId);
  const marks = [
    persona?.name,
    one.effect === 'hinders' ? 'hinders' : null,
    STATEMENT_STATE_LABELS[one.state].toLowerCase(),
  ].filter(Boolean);
  return `${LEAD[one.kind]}: ${bare(one.text)} (${marks.join(', ')}).`;
}

function scores(touchpoint: TouchpointView, minimumN: number): string[] {
  if (touchpoint.measures.length === 0) {
    return [
      touchpoint.asking
        ? 'Customers are being asked; nobody has answered yet.'
        : 'Nobody has asked customers here, so all of this is what the team believes.',
    ];
  }
  return touchpoint.measures.flatMap((measure) => measured(measure, minimumN));
}

/** One score as a sentence, with interval, n and what changed; too few answers are said to be too few. */
function measured({ metric, title, score, change, shown }: MeasureView, minimumN: number): string[] {
  if (score.n === 0) return [`${title}: nobody answered in this period.`];
  if (!shown || score.value === null)
    return [`${title}: ${score.n} of the ${minimumN} answers that a score needs.`];
  const interval = formatInterval(metric, score.low, score.high);
  const changed = change?.significant ? `, ${formatChange(metric, change.delta)} on the period before` : '';
  return [
    `${title} is ${formatScore(metric, score.value)} (${interval}, n ${formatCount(score.n)})${changed}.`,
  ];
}

function gap(touchpoint: TouchpointView): string {
  if (touchpoint.expectedEmotion === null) return '';
  const expected = formatEmotion(touchpoint.expectedEmotion);
  const found = expectationGap(touchpoint);
  if (!found) return `The team expects customers to feel ${expected}.`;
  return found.clear
    ? `The ${gapText(found)}.`
    : `The team expected ${expected}, which fits what customers say.`;
}

function left(link: LinkView, titles: ReadonlyMap<string, string>): string {
  const who = link.shareRatio === null ? 'Some' : formatPercent(link.shareRatio);
  const to = link.toId === null ? null : (titles.get(link.toId) ?? null);
  const label = link.label ? ` (${link.label})` : '';
  if (link.kind === 'exit' || to === null) return `${who} leave the journey here${label}.`;
  const verb = { loop: 'go back to', skip: 'skip ahead to' }[link.kind as 'loop' | 'skip'] ?? 'go on to';
  return `${who} ${verb} “${to}”${label}.`;
}

const wordOf = (id: string): string =>
  (EMOTION_WORDS.find((word) => word.id === id)?.label.en ?? id).toLowerCase();

/** A text of the team's as the end of a sentence. */
const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
const bare = (text: string): string => text.replace(/\.$/, '');
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
