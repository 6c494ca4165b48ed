import { addDays } from '@/lib/clock';
import type { Device, Recording, SuspectReason } from '@/lib/response/model';
import { groupOf } from '@/lib/scoring/metric';
import { metricOf } from '@/lib/scoring/metrics';
import type { GroupId } from '@/lib/scoring/wording';
import type { SurveyContent } from '@/lib/survey/model/content';
import type { ChoiceKind, FollowUp, FollowUpAnswers } from '@/lib/survey/model/follow-up';
import { type Random, randomOf } from './random';
import { SITE_PAGES } from './story-content';
import type { ToldAnswer } from './tell';

/** What is known of an answer besides score, words and comment. */
export type ToldMore = Pick<Recording, 'followUps' | 'language' | 'device' | 'page'>;

/** Chances of each point of the follow-ups that are answered with one, lowest first, after a group of scores. */
const CHANCES: Record<ChoiceKind, Record<GroupId, readonly number[]>> = {
  expectation: { low: [5, 7, 3, 1, 0], middle: [1, 4, 7, 2, 1], high: [0, 1, 6, 7, 4] },
  information: { low: [6, 4, 1], middle: [2, 5, 3], high: [1, 2, 9] },
  handoff: { low: [1, 4, 7], middle: [3, 4, 3], high: [9, 2, 1] },
};

const LOWEST: Record<ChoiceKind, number> = { expectation: -2, information: 0, handoff: 0 };

/** Of the languages a survey is offered in, how many answer in each. */
const LANGUAGE_CHANCES = [88, 7, 3, 2];

const DEVICES: readonly Device[] = ['phone', 'tablet', 'desktop'];
const DEVICE_CHANCES: Record<ToldAnswer['place'], readonly number[]> = {
  email: [58, 8, 34],
  link: [76, 8, 16],
  widget: [44, 6, 50],
};

/**
 * Tells the rest of one survey's answers. It draws on its own, so that scores and comments are the same with and without
 * it; the same name gives the same.
 */
export function tellMore(
  name: string,
  subject: string,
  metric: string,
  content: SurveyContent,
): (told: ToldAnswer) => ToldMore {
  const random = randomOf(`${name} and more`);
  const groups = metricOf(metric);
  return ({ score, comment, complete, place }) => {
    const group = groupOf(groups, score);
    const asked = complete ? content.followUps.filter(({ after }) => after.includes(group)) : [];
    const followUps = Object.assign(
      {},
      ...asked.map((one) => answerTo(one, group, random)),
    ) as FollowUpAnswers;
    const language = content.languages[random.weighted(LANGUAGE_CHANCES.slice(0, content.languages.length))];
    const device = DEVICES[random.weighted(DEVICE_CHANCES[place])];
    return {
      followUps: Object.keys(followUps).length > 0 ? followUps : null,
      // The story's customers write English.
      language: comment === null ? (language ?? null) : (content.languages[0] ?? null),
      device: device ?? null,
      page: place === 'widget' ? (SITE_PAGES[subject] ?? '/') : null,
    };
  };
}

function answerTo(followUp: FollowUp, group: GroupId, random: Random): FollowUpAnswers {
  if (followUp.kind === 'text' || random.unit() < 0.28) return {};
  if (followUp.kind === 'reasons') {
    const left = [...(group === 'high' ? followUp.strengths : followUp.frictions)];
    const most = random.unit() < 0.35 ? 2 : 1;
    const reasons = Array.from({ length: Math.min(most, left.length) }, () => {
      // The first ones are what most people mean.
      const place = random.weighted(left.map((_, rank) => 1 / (rank + 1)));
      return left.splice(place, 1)[0] as string;
    });
    return { reasons };
  }
  const { kind } = followUp;
  return { [kind]: LOWEST[kind] + random.weighted(CHANCES[kind][group]) };
}

/** An answer that was held back, by how many days ago it came. */
type Suspect = { subject: string; metric: string; place: ToldAnswer['place']; daysAgo: number } & Pick<
  Recording,
  'page' | 'device' | 'language'
> & { reason: SuspectReason; score: number; words?: string[]; comment?: string };

/** What no person gave, and one test of a member's own. */
const SUSPECTS: readonly Suspect[] = [
  ...[1, 2, 2].map((daysAgo, place) => ({
    ...{ subject: 'Compare plans', metric: 'ces', place: 'widget' as const, daysAgo, page: '/plans' },
    ...{ device: 'desktop' as const, language: 'en', reason: 'no_hand' as const, score: 1 + 3 * place },
  })),
  {
    ...{ subject: 'Compare plans', metric: 'ces', place: 'widget', daysAgo: 3, page: '/plans' },
    ...{ device: 'desktop', language: 'en', reason: 'trap', score: 7 },
    comment: 'Best prices for routers, visit our shop today!',
  },
  {
    ...{ subject: 'Book a visit', metric: 'emotion', place: 'link', daysAgo: 4, page: null },
    ...{ device: 'phone', language: 'de', reason: 'flood', score: -2, words: ['frustrated'] },
  },
  {
    ...{ subject: 'Book a visit', metric: 'emotion', place: 'link', daysAgo: 6, page: null },
    ...{ device: 'desktop', language: 'en', reason: 'marked', score: 2, comment: 'Test, please ignore.' },
  },
];

/** Answers that are kept and counted nowhere. `placementOf` and `instantOf` say where and when one came. */
export function heldAnswers(
  today: string,
  placementOf: (suspect: Pick<Suspect, 'subject' | 'metric' | 'place'>) => string,
  instantOf: (day: number, moment: number) => Date,
): Recording[] {
  const random = randomOf('held answers');
  return SUSPECTS.map((suspect): Recording => {
    const { daysAgo, reason, score, words, comment, place, page, device, language } = suspect;
    return {
      placementId: placementOf(suspect),
      responseId: random.uuid(),
      seq: 1,
      state: 'complete',
      ...{ score, words: words ?? null, comment: comment ?? null, followUps: null },
      suspect: reason,
      ...{ page: page ?? null, device: device ?? null, language: language ?? null },
      ...{ keyHash: null, invitationId: null, contactId: null, respondentKey: null, attributes: null },
      persona: '',
      source: place,
      receivedAt: instantOf(-daysAgo, random.unit()),
      day: addDays(today, -daysAgo),
    };
  });
}
