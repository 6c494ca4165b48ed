import {
  formatChange,
  formatCount,
  formatEmotion,
  formatInterval,
  formatList,
  formatPercent,
  formatScore,
} from '../../format';
import { STATES_IN_SENTENCE, type StatementKind } from '../../journey/model/statement';
import { DECISION_LABELS } from '../../journey/model/touchpoint';
import { channelLabel } from '../../journey/rules/channels';
import { durationText } from '../../journey/rules/duration';
import { momentText } from '../../journey/rules/moment';
import { EMOTION_WORDS } from '../../scoring/emotion-words';
import { inSentence, msg, type Translate } from '../../translate';
import type {
  JourneyMapView,
  LinkView,
  MeasureView,
  QuoteView,
  StatementView,
  TouchpointView,
} from '../model';
import { expectationGap } from './emotion';

/** One touchpoint told as text. */
export type Paragraph = {
  touchpointId: string;
  title: string;
  /** Whole sentences, in the order in which they are read. */
  sentences: string[];
  /** A customer's own words that a member chose; null where none were. */
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
 *
 * @param quotes the words that members chose, by touchpoint: the first of each is told
 */
export function storyOf(
  map: JourneyMapView,
  t: Translate,
  quotes: ReadonlyMap<string, readonly QuoteView[]> = new Map(),
): Story {
  const touchpoints = map.stages.flatMap((stage) => stage.touchpoints.map((one) => ({ stage, one })));
  const titles = new Map(touchpoints.map(({ one }) => [one.id, one.title]));
  return {
    opening: [
      map.personas.length > 0
        ? t('This is the journey of {personas}.', {
            personas: formatList(
              map.personas.map(({ name }) => name),
              t.tongue,
            ),
          })
        : '',
      map.startTrigger ? t('It starts when this happens: {text}', { text: sentence(map.startTrigger) }) : '',
      map.objective ? t('The team wants to know: {text}', { text: sentence(map.objective) }) : '',
      ...map.statements
        .filter((one) => one.touchpointId === null && one.stageId === null)
        .map((one) => stated(one, map, t)),
      ...map.measures.flatMap((measure) => measured(measure, map.minimumN, t)),
    ].filter(Boolean),
    stages: map.stages.map((stage) => ({
      id: stage.id,
      title: stage.title,
      sentences: [
        stage.goal ? t('What customers want here: {text}', { text: sentence(stage.goal) }) : '',
        stage.successCriterion
          ? t('It has gone well when: {text}', { text: sentence(stage.successCriterion) })
          : '',
        stage.owner ? t('{team} owns this stage.', { team: stage.owner.name }) : t('Nobody owns this stage.'),
        ...map.statements
          .filter((one) => one.touchpointId === null && one.stageId === stage.id)
          .map((one) => stated(one, map, t)),
      ].filter(Boolean),
      paragraphs: stage.touchpoints.map((one) => {
        const place = touchpoints.findIndex((other) => other.one.id === one.id);
        const quote = quotes.get(one.id)?.[0]?.comment ?? null;
        return { ...paragraphOf(map, one, touchpoints[place - 1]?.one ?? null, titles, t), quote };
      }),
    })),
    closing: [
      map.endOutcome ? t('It ends when this is reached: {text}', { text: sentence(map.endOutcome) }) : '',
    ].filter(Boolean),
  };
}

function paragraphOf(
  map: JourneyMapView,
  touchpoint: TouchpointView,
  before: TouchpointView | null,
  titles: ReadonlyMap<string, string>,
  t: Translate,
): Omit<Paragraph, 'quote'> {
  const own = map.statements.filter((one) => one.touchpointId === touchpoint.id);
  return {
    touchpointId: touchpoint.id,
    title: touchpoint.title,
    sentences: [
      setting(map, touchpoint, before, t),
      touchpoint.visibility === 'backstage' ? t('Customers do not see it.') : '',
      touchpoint.visibility === 'customer_only' ? t('It is out of our control.') : '',
      touchpoint.trigger ? t('It begins with this: {text}', { text: sentence(touchpoint.trigger) }) : '',
      moment(touchpoint, t),
      touchpoint.promise ? t('The promise: {text}', { text: sentence(touchpoint.promise) }) : '',
      ...own.map((one) => stated(one, map, t)),
      ...scores(touchpoint, map.minimumN, t),
      gap(touchpoint, t),
      touchpoint.topWord
        ? t('The word chosen most often is “{word}” ({share}).', {
            word: wordOf(touchpoint.topWord.id, t),
            share: formatPercent(touchpoint.topWord.share),
          })
        : '',
      touchpoint.toldNext
        ? t('Customers are told what happens next: {text}', { text: sentence(touchpoint.toldNext) })
        : '',
      ...map.links.filter(({ fromId }) => fromId === touchpoint.id).map((link) => left(link, titles, t)),
      decided(touchpoint, t),
    ].filter(Boolean),
  };
}

function setting(
  map: JourneyMapView,
  { channels, delayMinutes, durationMinutes, owner }: TouchpointView,
  before: TouchpointView | null,
  t: Translate,
): string {
  const places = formatList(
    channels.map((key) => inSentence(channelLabel(key, map.channels, t), t)),
    t.tongue,
  );
  const first = t(
    'Channel: {places}{delay, select, none {} right {, right after “{before}”} other {, {wait} after “{before}”}}{length, select, none {} other {, and takes about {minutes}}}.',
    {
      places,
      delay: delayMinutes === null || before === null ? 'none' : delayMinutes === 0 ? 'right' : 'later',
      before: before?.title ?? '',
      wait: durationText(delayMinutes, t),
      length: durationMinutes === null ? 'none' : 'known',
      minutes: durationText(durationMinutes, t),
    },
  );
  return owner ? `${first} ${t('{team} is responsible.', { team: owner.name })}` : first;
}

function moment(touchpoint: TouchpointView, t: Translate): string {
  if (!touchpoint.moment) return '';
  return t('It is a moment that matters: {text}.', { text: lowered(momentText(touchpoint, t)) });
}

function decided({ decision, decisionReason }: TouchpointView, t: Translate): string {
  if (!decision) return '';
  const what = inSentence(t(DECISION_LABELS[decision]), t);
  if (!decisionReason) return t('Decided: {decision}.', { decision: what });
  const reason = sentence(t.tongue === 'de' ? decisionReason : lowered(decisionReason));
  return t('Decided: {decision}, because {reason}', { decision: what, reason });
}

const LEAD: Readonly<Record<StatementKind, string>> = {
  action: msg('What they do'),
  thought: msg('What they think'),
  feeling: msg('What they feel'),
  question: msg('What they ask'),
  pain: msg('What hurts'),
  gain: msg('What helps'),
  need: msg('What they need'),
  expectation: msg('What they expect'),
  gap: msg('What is missing'),
  people: msg('Who works on it backstage'),
  process: msg('The process behind it'),
  system: msg('The system behind it'),
};

function stated(one: StatementView, map: JourneyMapView, t: Translate): string {
  const persona = map.personas.find(({ id }) => id === one.personaId);
  const marks = [
    persona?.name,
    one.effect === 'hinders' ? t('hinders##a value') : null,
    t(STATES_IN_SENTENCE[one.state]),
  ].filter(Boolean);
  return `${t(LEAD[one.kind])}: ${bare(one.text)} (${marks.join(', ')}).`;
}

function scores(touchpoint: TouchpointView, minimumN: number, t: Translate): string[] {
  if (touchpoint.measures.length === 0) {
    return [
      touchpoint.asking
        ? t('Customers are being asked; nobody has answered yet.')
        : t('Nobody has asked customers here, so all of this is what the team believes.'),
    ];
  }
  return touchpoint.measures.flatMap((measure) => measured(measure, minimumN, t));
}

/** One score as a sentence, with interval, n and what changed; too few answers are said to be too few. */
function measured(
  { metric, title, score, change, shown }: MeasureView,
  minimumN: number,
  t: Translate,
): string[] {
  if (score.n === 0) return [t('{title}: nobody answered in this period.', { title })];
  if (!shown || score.value === null)
    return [
      t('{title}: {n} of the {minimum} answers that a score needs.', {
        title,
        n: score.n,
        minimum: minimumN,
      }),
    ];
  const said = {
    title,
    score: formatScore(metric, score.value, t.tongue),
    interval: formatInterval(metric, score.low, score.high, t.tongue),
    n: formatCount(score.n, t.tongue),
  };
  if (!change?.significant) return [t('{title} is {score} ({interval}, n {n}).', said)];
  return [
    t('{title} is {score} ({interval}, n {n}), {change} on the period before.', {
      ...said,
      change: formatChange(metric, change.delta, t.tongue),
    }),
  ];
}

function gap(touchpoint: TouchpointView, t: Translate): string {
  if (touchpoint.expectedEmotion === null) return '';
  const expected = formatEmotion(touchpoint.expectedEmotion, t.tongue);
  const found = expectationGap(touchpoint);
  if (!found) return t('The team expects customers to feel {expected}.', { expected });
  if (!found.clear) return t('The team expected {expected}, which fits what customers say.', { expected });
  return t('The team thought {expected}, customers {measured} (n {n}).', {
    expected,
    measured: formatEmotion(found.measured, t.tongue),
    n: formatCount(found.n, t.tongue),
  });
}

const LEFT: Readonly<Record<LinkView['kind'], string>> = {
  exit: msg('{known, select, no {Some} other {{share}}} leave the journey here{label}.'),
  loop: msg('{known, select, no {Some} other {{share}}} go back to “{to}”{label}.'),
  skip: msg('{known, select, no {Some} other {{share}}} skip ahead to “{to}”{label}.'),
  next: msg('{known, select, no {Some} other {{share}}} go on to “{to}”{label}.'),
  alternative: msg('{known, select, no {Some} other {{share}}} go on to “{to}”{label}.'),
  re_entry: msg('{known, select, no {Some} other {{share}}} go on to “{to}”{label}.'),
};

function left(link: LinkView, titles: ReadonlyMap<string, string>, t: Translate): string {
  const to = link.toId === null ? null : (titles.get(link.toId) ?? null);
  return t(LEFT[to === null ? 'exit' : link.kind], {
    known: link.shareRatio === null ? 'no' : 'yes',
    share: formatPercent(link.shareRatio ?? 0),
    to: to ?? '',
    label: link.label ? ` (${link.label})` : '',
  });
}

const wordOf = (id: string, { tongue }: Translate): string =>
  (EMOTION_WORDS.find((word) => word.id === id)?.label[tongue] ?? id).toLowerCase();

/** A text of the team's as the end of a sentence. */
const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
const bare = (text: string): string => text.replace(/\.$/, '');
const lowered = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1);
