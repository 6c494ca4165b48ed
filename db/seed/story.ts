import type { Channel, Moment } from '@/lib/journey/model';
import type { EmotionWordId } from '@/lib/scoring/emotion-words';
import type { SurveyMetricId } from '@/lib/scoring/metrics';
import type { PlacementKind } from '@/lib/survey/model';
import { HANDOFF_SURVEY } from './story-paths';
import type { Voice } from './voices';

/** How many days the story tells; the last one is the day of seeding. */
export const STORY_DAYS = 200;
/** Day of the release that made comparing plans harder; 0 is the day of seeding. */
export const RELEASE_DAY = -40;
/** Day from which bills are written in plain language. */
export const PLAIN_BILL_DAY = -75;

/** From when on the `since` sentences of a voice make sense. */
export const CHANGE_DAY: Partial<Record<Voice, number>> = { plans: RELEASE_DAY, bill: PLAIN_BILL_DAY };

export type PersonaName = 'Mover' | 'Renter';
export type TeamName = 'Marketing' | 'Sales' | 'Field ops' | 'Care' | 'Billing';

/** Chances of each point of the scale, lowest first, from a day on. */
type Phase = { from: number; chances: readonly number[] };

type WordChances = Partial<Record<EmotionWordId, number>>;

export type StorySurvey = {
  metric: SurveyMetricId;
  topic: string;
  /** Answers over the whole story. */
  answers: number;
  /** Days on which the survey begins and ends; the whole story where missing. */
  from?: number;
  to?: number;
  /** Where it is asked, and each place's share of the answers. */
  places: Partial<Record<PlacementKind, number>>;
  phases: readonly Phase[];
  /** −1…1 per persona and per place, added up: how much worse or better than the chances say. */
  tilt?: Partial<Record<PersonaName | PlacementKind, number>>;
  /** Which words come with a bad, a middling and a good face. */
  words?: { low: WordChances; middle: WordChances; high: WordChances };
};

export type StoryTouchpoint = {
  title: string;
  channel: Channel;
  owner: TeamName;
  moment: Moment | null;
  expectedEmotion: number;
  surveys: readonly StorySurvey[];
  /** Whose sentences its comments are made of. */
  voice: Voice | null;
};

export type StoryStage = {
  title: string;
  goal: string;
  owner: TeamName;
  touchpoints: readonly StoryTouchpoint[];
};

export const WORKSPACE = {
  name: 'Lumen Broadband',
  brand: 'Lumen',
  timeZone: 'Europe/London',
  language: 'en',
  postalAddress: 'Lumen Broadband, 12 Canal Street, Leeds LS1 4DT',
  senderAddress: 'hello@lumen.example.com',
  privacyUrl: 'https://lumen.example.com/privacy',
} as const;

export const TEAMS: readonly TeamName[] = ['Marketing', 'Sales', 'Field ops', 'Care', 'Billing'];

export const PERSONAS: readonly { name: PersonaName; summary: string }[] = [
  { name: 'Mover', summary: 'Moves house with a family. The line has to work on the day of the move.' },
  {
    name: 'Renter',
    summary: 'First flat of their own. Compares prices, and has never dealt with a provider.',
  },
];

export const JOURNEY = {
  title: 'Becoming a customer',
  objective: 'Get a new household online on the promised day, and still glad about it at the first bill.',
  startTrigger: 'A new address, or a contract that runs out.',
  endOutcome: 'Three months online, the bill understood, no thought of leaving.',
} as const;

const always = (...chances: number[]): Phase[] => [{ from: -STORY_DAYS, chances }];

const UNSURE: WordChances = { uncertain: 4, confused: 2, reassured: 2, overwhelmed: 1, confident: 1 };

export const STAGES: readonly StoryStage[] = [
  {
    title: 'Discover',
    goal: 'Find out whether Lumen can help',
    owner: 'Marketing',
    touchpoints: [
      {
        title: 'Search & ads',
        channel: 'search',
        owner: 'Marketing',
        moment: null,
        expectedEmotion: 0.6,
        surveys: [],
        voice: null,
      },
      {
        title: 'Coverage check',
        channel: 'website',
        owner: 'Marketing',
        moment: { polarity: 'both', reason: 'decision' },
        expectedEmotion: 0.7,
        voice: 'coverage',
        surveys: [
          {
            metric: 'ces',
            topic: 'see what is available at my address',
            answers: 1800,
            places: { link: 1, widget: 4 },
            phases: always(1, 2, 4, 6, 18, 36, 33),
          },
          {
            metric: 'emotion',
            topic: 'checking your address',
            answers: 1500,
            places: { widget: 1 },
            phases: always(2, 6, 22, 46, 24),
            words: {
              low: { uncertain: 4, frustrated: 3, confused: 2 },
              middle: UNSURE,
              high: { relieved: 4, confident: 4, reassured: 3, empowered: 1 },
            },
          },
        ],
      },
    ],
  },
  {
    title: 'Choose',
    goal: 'Pick a plan without regret',
    owner: 'Sales',
    touchpoints: [
      {
        title: 'Compare plans',
        channel: 'website',
        owner: 'Sales',
        moment: { polarity: 'both', reason: 'decision' },
        expectedEmotion: 0.6,
        voice: 'plans',
        surveys: [
          {
            metric: 'ces',
            topic: 'compare the plans',
            answers: 1900,
            places: { widget: 3, link: 1 },
            phases: [
              { from: -STORY_DAYS, chances: [2, 3, 6, 10, 22, 33, 24] },
              { from: RELEASE_DAY, chances: [10, 14, 18, 16, 20, 15, 7] },
            ],
          },
          {
            metric: 'emotion',
            topic: 'comparing our plans',
            answers: 1200,
            places: { widget: 1 },
            phases: [
              { from: -STORY_DAYS, chances: [4, 12, 32, 38, 14] },
              { from: RELEASE_DAY, chances: [13, 29, 33, 19, 6] },
            ],
            words: {
              low: { confused: 6, overwhelmed: 4, frustrated: 2, uncertain: 2 },
              middle: { confused: 3, uncertain: 3, overwhelmed: 2, confident: 1 },
              high: { confident: 5, empowered: 4, reassured: 2 },
            },
          },
        ],
      },
      {
        title: 'Talk to an advisor',
        channel: 'phone',
        owner: 'Sales',
        moment: { polarity: 'build', reason: 'decision' },
        expectedEmotion: 0.5,
        voice: 'advisor',
        surveys: [
          {
            metric: 'nps',
            topic: '',
            answers: 1100,
            places: { email: 3, link: 1 },
            phases: always(1, 1, 1, 2, 2, 5, 6, 14, 20, 22, 26),
          },
          {
            metric: 'emotion',
            topic: 'talking to our advisor',
            answers: 700,
            places: { email: 1 },
            phases: always(2, 6, 16, 42, 34),
            words: {
              low: { ignored: 3, frustrated: 3, uncertain: 2 },
              middle: UNSURE,
              high: { understood: 6, reassured: 4, confident: 3, relieved: 1 },
            },
          },
        ],
      },
    ],
  },
  {
    title: 'Join',
    goal: 'Sign up in one go',
    owner: 'Sales',
    touchpoints: [
      {
        title: 'Checkout',
        channel: 'website',
        owner: 'Sales',
        moment: { polarity: 'build', reason: 'sensitive_data' },
        expectedEmotion: 0.8,
        voice: 'checkout',
        surveys: [
          {
            metric: 'ces',
            topic: 'sign up',
            answers: 2000,
            places: { widget: 3, link: 1 },
            phases: always(1, 1, 2, 3, 12, 36, 45),
          },
          {
            metric: 'emotion',
            topic: 'signing up',
            answers: 1600,
            places: { widget: 1, link: 1 },
            phases: always(1, 2, 13, 44, 40),
            words: {
              low: { frustrated: 3, uncertain: 3, confused: 1 },
              middle: UNSURE,
              high: { confident: 7, relieved: 3, reassured: 3, empowered: 2 },
            },
          },
        ],
      },
      {
        title: 'Welcome email',
        channel: 'email',
        owner: 'Sales',
        moment: null,
        expectedEmotion: 1.1,
        voice: 'welcome',
        surveys: [
          {
            metric: 'emotion',
            topic: 'our welcome e-mail',
            answers: 2040,
            places: { email: 1 },
            phases: always(2, 6, 24, 42, 26),
            words: {
              low: { confused: 3, uncertain: 3, ignored: 2 },
              middle: UNSURE,
              high: { reassured: 5, understood: 2, confident: 3, relieved: 1 },
            },
          },
        ],
      },
    ],
  },
  {
    title: 'Get connected',
    goal: 'Be online on the promised day',
    owner: 'Field ops',
    touchpoints: [
      {
        title: 'Book a visit',
        channel: 'phone',
        owner: 'Field ops',
        moment: { polarity: 'break', reason: 'handoff' },
        expectedEmotion: 0.4,
        voice: 'booking',
        surveys: [
          {
            metric: 'emotion',
            topic: 'booking your visit',
            answers: 1200,
            places: { link: 2, email: 3 },
            phases: always(27, 36, 21, 12, 4),
            tilt: { Mover: -0.25, link: 0.3, email: -0.2 },
            words: {
              low: { frustrated: 8, ignored: 6, uncertain: 2, overwhelmed: 1 },
              middle: { uncertain: 3, frustrated: 2, ignored: 2, relieved: 1 },
              high: { relieved: 5, reassured: 2, understood: 1 },
            },
          },
          {
            metric: 'ces',
            topic: 'book a visit',
            answers: 1700,
            places: { email: 3, link: 2 },
            phases: always(17, 18, 19, 14, 15, 11, 6),
            tilt: { Mover: -0.2 },
          },
        ],
      },
      {
        title: 'Technician visit',
        channel: 'visit',
        owner: 'Field ops',
        moment: { polarity: 'both', reason: 'value' },
        expectedEmotion: 1.2,
        voice: 'technician',
        surveys: [
          {
            metric: 'nps',
            topic: '',
            answers: 1200,
            places: { email: 1 },
            phases: always(4, 3, 4, 5, 6, 9, 9, 16, 17, 14, 13),
          },
          {
            metric: 'emotion',
            topic: "the technician's visit",
            answers: 900,
            places: { email: 2, link: 1 },
            phases: always(8, 17, 27, 32, 16),
            words: {
              low: { uncertain: 5, frustrated: 4, ignored: 1 },
              middle: { uncertain: 4, reassured: 1, relieved: 1 },
              high: { relieved: 6, reassured: 4, confident: 2 },
            },
          },
        ],
      },
    ],
  },
  {
    title: 'Settle in',
    goal: 'Use it without thinking about it',
    owner: 'Care',
    touchpoints: [
      {
        title: 'Set up the router',
        channel: 'product',
        owner: 'Care',
        moment: { polarity: 'both', reason: 'first_use' },
        expectedEmotion: 0.6,
        voice: 'router',
        surveys: [
          {
            metric: 'emotion',
            topic: 'setting up the router',
            answers: 900,
            places: { email: 1, link: 1 },
            phases: always(4, 10, 26, 40, 20),
            words: {
              low: { overwhelmed: 4, confused: 3, frustrated: 3 },
              middle: UNSURE,
              high: { empowered: 6, confident: 3, relieved: 3 },
            },
          },
          {
            metric: 'ces',
            topic: 'set up the router',
            answers: 22,
            from: -24,
            places: { link: 1 },
            phases: always(4, 5, 9, 10, 22, 30, 20),
          },
        ],
      },
      {
        title: 'Call for help',
        channel: 'phone',
        owner: 'Care',
        moment: { polarity: 'both', reason: 'recovery' },
        expectedEmotion: -0.3,
        voice: 'help',
        surveys: [
          {
            metric: 'csat',
            topic: 'your call to our help line',
            answers: 1000,
            places: { email: 2, link: 1 },
            phases: always(7, 9, 16, 38, 30),
          },
        ],
      },
    ],
  },
  {
    title: 'Stay',
    goal: 'See a reason to stay',
    owner: 'Billing',
    touchpoints: [
      {
        title: 'First bill',
        channel: 'email',
        owner: 'Billing',
        moment: { polarity: 'break', reason: 'sensitive_data' },
        expectedEmotion: -0.1,
        voice: 'bill',
        surveys: [
          {
            metric: 'csat',
            topic: 'your first bill',
            answers: 1500,
            places: { email: 1 },
            phases: [
              { from: -STORY_DAYS, chances: [13, 18, 24, 31, 14] },
              { from: PLAIN_BILL_DAY, chances: [5, 9, 18, 42, 26] },
            ],
            tilt: { Renter: -0.15 },
          },
          {
            metric: 'emotion',
            topic: 'your first bill',
            answers: 1100,
            places: { email: 1 },
            phases: [
              { from: -STORY_DAYS, chances: [12, 25, 37, 20, 6] },
              { from: PLAIN_BILL_DAY, chances: [5, 14, 38, 32, 11] },
            ],
            tilt: { Renter: -0.15 },
            words: {
              low: { confused: 6, frustrated: 3, uncertain: 2, overwhelmed: 2 },
              middle: UNSURE,
              high: { reassured: 5, confident: 3, understood: 2 },
            },
          },
        ],
      },
      {
        title: 'Renew or move out',
        channel: 'app',
        owner: 'Care',
        moment: { polarity: 'both', reason: 'end' },
        expectedEmotion: 0.2,
        voice: 'renew',
        surveys: [
          {
            metric: 'csat',
            topic: 'renewing your contract',
            answers: 3,
            from: -60,
            to: -4,
            places: { link: 1 },
            phases: always(0, 1, 2, 3, 1),
          },
        ],
      },
    ],
  },
];

/** Asked about the journey as a whole. */
export const RELATIONSHIP: StorySurvey & { voice: Voice } = {
  metric: 'nps',
  topic: '',
  answers: 1575,
  places: { email: 4, link: 1 },
  phases: always(2, 1, 2, 2, 3, 7, 7, 15, 20, 21, 20),
  voice: 'lumen',
};

export const STORY_ANSWERS = [
  RELATIONSHIP,
  HANDOFF_SURVEY,
  ...STAGES.flatMap((stage) => stage.touchpoints.flatMap((touchpoint) => touchpoint.surveys)),
].reduce((sum, survey) => sum + survey.answers, 0);
