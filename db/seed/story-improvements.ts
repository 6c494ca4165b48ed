import type { ImprovementFields } from '@/lib/improvements/model';
import { PLAIN_BILL_DAY, RELEASE_DAY } from './story';

/** An improvement of the story; days count back from the day of seeding. */
export type StoryImprovement = Partial<Omit<ImprovementFields, 'ownerUserId' | 'title'>> & {
  title: string;
  touchpoint: string;
  /** Begins the statements at the touchpoint that it answers. */
  answers?: readonly string[];
  /** The newest comments of before that say so, with a low score, are linked. */
  saying?: RegExp;
  /** Why it was planned without evidence. */
  override?: string;
  /** How far it has come: nothing is an idea, `planned` alone is planned. */
  planned?: true;
  startedOn?: number;
  /** Taken from the changes that are marked already. */
  marker?: string;
  doneOn?: number;
  dropped?: string;
};

/** What Lumen's team wants to change, from what worked to what did not. */
export const STORY_IMPROVEMENTS: readonly StoryImprovement[] = [
  {
    title: 'Write bills in plain language',
    touchpoint: 'First bill',
    kind: 'fix',
    problem: 'Customers cannot tell what the first bill is made of, and call to ask.',
    hypothesis: 'If every line says in one sentence what it is for, customers understand the bill at once.',
    successCriterion: 'Three of four are satisfied with their first bill.',
    outcome: 'Calls about the bill',
    metric: 'csat',
    targetValue: 0.65,
    targetBadShare: 0.15,
    effort: 2,
    cost: 18_000,
    reach: 1,
    saying: /understand|calculator|never mentioned|first month/i,
    startedOn: PLAIN_BILL_DAY,
    marker: 'Bills are written in plain language',
    doneOn: PLAIN_BILL_DAY + 5,
  },
  {
    title: 'Show plans as cards on a new page',
    touchpoint: 'Compare plans',
    kind: 'improve',
    problem: 'The table of plans looks dated and is hard to read on a phone.',
    hypothesis: 'If plans are cards, customers on phones compare more easily.',
    successCriterion: 'Effort does not get worse on any device.',
    outcome: 'Orders online',
    metric: 'ces',
    effort: 4,
    cost: 60_000,
    reach: 0.8,
    override: 'Part of the new design of the website.',
    startedOn: RELEASE_DAY,
    marker: 'New page to compare plans',
    doneOn: RELEASE_DAY,
  },
  {
    title: 'Ask for less at checkout',
    touchpoint: 'Checkout',
    kind: 'improve',
    problem: 'The form asks for things that nobody needs before the line works.',
    hypothesis: 'If four fields go, signing up takes less effort.',
    successCriterion: 'Signing up is as easy as it can be: close to 7.',
    outcome: 'Orders online',
    metric: 'ces',
    targetValue: 6.9,
    effort: 1,
    cost: 4_000,
    reach: 0.7,
    override: 'Asked for by the lawyers: data that is not needed may not be kept.',
    startedOn: -62,
    doneOn: -60,
  },
  {
    title: 'Put back the table of plans beside the cards',
    touchpoint: 'Compare plans',
    kind: 'fix',
    problem: 'Since the new page, two plans can no longer be seen side by side.',
    hypothesis: 'If the table is back, comparing is as easy as before the release.',
    successCriterion: 'Effort is back where it was before the release.',
    outcome: 'Orders online',
    metric: 'ces',
    targetValue: 5.1,
    targetBadShare: 0.12,
    effort: 1,
    cost: 6_000,
    reach: 0.8,
    answers: ['Two plans can no longer be seen side by side'],
    saying: /side by side|comparison table|compare anything/i,
    planned: true,
  },
  {
    title: 'Let customers choose the hour of the visit themselves',
    touchpoint: 'Book a visit',
    kind: 'create',
    problem: 'Booking means a call, a queue, and telling the whole order again.',
    hypothesis: 'If the order is known and hours can be chosen online, nobody has to call.',
    successCriterion: 'At most one of five finds booking hard.',
    outcome: 'Visits kept on the promised day',
    metric: 'ces',
    targetValue: 5,
    targetBadShare: 0.2,
    effort: 4,
    cost: 85_000,
    reach: 0.9,
    answers: ['They tell the whole order again'],
    saying: /again|repeated|tell it all|never heard/i,
    planned: true,
  },
  {
    title: 'Three pictures instead of the router booklet',
    touchpoint: 'Set up the router',
    kind: 'fix',
    problem: 'The booklet has 40 pages, and the first one is about safety.',
    hypothesis:
      'If three pictures show the cables, most are online in ten minutes. Every other box had them first, by its serial number.',
    outcome: 'Calls in the first week',
    metric: 'emotion',
    targetValue: 0.9,
    effort: 2,
    cost: 9_000,
    reach: 0.95,
    saying: /booklet|sticker|code|light/i,
    startedOn: -6,
  },
  {
    title: 'Call back who compares for long',
    touchpoint: 'Talk to an advisor',
    kind: 'amplify',
    problem: 'Who talks to an advisor leaves confident, but few find the number.',
    hypothesis: 'If undecided visitors are offered a call back, more of them talk to an advisor.',
    outcome: 'Orders online',
    effort: 3,
    reach: 0.35,
  },
  {
    title: 'A welcome video',
    touchpoint: 'Welcome email',
    kind: 'create',
    hypothesis: 'A face makes the welcome warmer.',
    effort: 3,
    cost: 22_000,
    dropped: 'Nobody asked for it, and the mail does well without.',
  },
];
