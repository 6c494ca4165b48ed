import { METRICS } from '@/lib/scoring/metrics';
import type { QuestionView } from '@/lib/survey/model';
import { NO_TEXTS } from '@/lib/survey/model/content';
import { type FollowUp, GROUPS } from '@/lib/survey/model/follow-up';
import type { Language } from '@/lib/survey/model/language';
import { questionView } from '@/lib/survey/rules/question-view';
import { drawn } from './dom';
import type { AskingForm, Status } from './form';
import type { Card } from './shown';
import type { Variant } from './variant';
import { type CardOptions, literal, widgetTrees } from './widget-module';

export const FIXTURE_METRICS = ['nps', 'ces', 'csat', 'emotion'] as const;
export type FixtureMetric = (typeof FIXTURE_METRICS)[number];

const OPEN: FollowUp = { kind: 'text', after: [...GROUPS] };

/** The largest survey that an author can make: three questions after the score, the open one among them. */
export const FULL_FOLLOW_UPS: FollowUp[] = [
  {
    kind: 'reasons',
    after: [...GROUPS],
    frictions: ['unclear', 'too_many_steps', 'waited', 'repeated_myself', 'no_help', 'did_not_work'],
    strengths: ['clear', 'easy', 'quick', 'friendly'],
  },
  { kind: 'expectation', after: [...GROUPS] },
  OPEN,
];

/** A question of one metric in one language, as the product makes it; its topic is the wording's own example. */
export function fixtureQuestion(
  metric: FixtureMetric,
  language: Language = 'en',
  followUps: FollowUp[] = [OPEN],
): QuestionView {
  const topic = METRICS[metric].wording[language === 'de' ? 'de' : 'en'].topic?.example ?? '';
  return questionView({
    key: 'Lm7Q2xKp9abcdefg',
    metric: METRICS[metric],
    content: {
      languages: [language],
      followUps,
      links: { low: '', middle: '', high: '' },
      texts: language === 'en' || language === 'de' ? { [language]: { ...NO_TEXTS, topic } } : {},
    },
    brand: 'Lumen Broadband',
    privacyUrl: 'https://lumen.example/privacy',
    language,
  });
}

/** Puts the build's flags in the place where the build would replace them. */
export function chooseVariant(chosen: Partial<Variant> = {}): void {
  const whole: Variant = {
    mode: 'popover',
    quiet: false,
    emotion: true,
    pipes: true,
    preview: false,
    framed: false,
    look: 'page',
  };
  Object.assign(globalThis, { variant: { ...whole, ...chosen } });
}

/** The card of a question as the widget's own code makes it, with what the server sends for it. */
export function drawCard(
  question: QuestionView,
  options: CardOptions = { mode: 'popover', wordSeed: 'seed' },
  known?: Record<string, string>,
): { root: HTMLElement; form: AskingForm; status: Status } {
  chooseVariant({ mode: options.mode, emotion: question.words !== null });
  const tree = widgetTrees(question, options).at(-1);
  if (!tree) throw new Error('There is no card.');
  const card = new Function('h', 'c', `let f,s;return['',${literal(tree)},f,s]`);
  const [, root, form, status] = drawn(card as Card, known);
  return { root, form, status };
}
