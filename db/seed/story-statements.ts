import type { Effect, EvidenceKind, StatementKind, StatementState } from '@/lib/journey/model/statement';
import type { PersonaName } from './story';

/** Evidence from elsewhere; `day` counts back from the day of seeding. */
type StoryEvidence = {
  kind: EvidenceKind;
  day: number;
  method?: string;
  n?: number;
  quote?: string;
  link?: string;
  contradicts?: true;
  /** The last day on which it counts. */
  until?: number;
};

export type StoryStatement = {
  kind: StatementKind;
  text: string;
  state?: StatementState;
  effect?: Effect;
  persona?: PersonaName;
  /** The last day on which the statement is as sure as it is. */
  until?: number;
  evidence?: readonly StoryEvidence[];
  /** The newest answers of the touchpoint that say so become evidence. */
  answers?: { saying: RegExp; most: number };
};

export type StorySubject = { touchpoint: string } | { stage: string } | 'journey';

const MOVER_INTERVIEWS = {
  kind: 'interview',
  day: -55,
  method: 'Phone interviews with movers',
  n: 9,
} as const;
const VISITS = { kind: 'observation', day: -48, method: 'Ride-along on technician visits', n: 14 } as const;
const CALL_TICKETS = { kind: 'ticket', day: -30, method: 'Tagged calls of one month', n: 212 } as const;

/** What Lumen's team says about its customers, and why it believes it. */
export const STORY_STATEMENTS: readonly { about: StorySubject; says: readonly StoryStatement[] }[] = [
  {
    about: 'journey',
    says: [
      {
        kind: 'need',
        text: 'To be online on the day they move in',
        state: 'validated',
        persona: 'Mover',
        evidence: [{ ...MOVER_INTERVIEWS, quote: 'The boxes can wait, the line cannot.' }],
      },
      { kind: 'expectation', text: 'One company means one memory: nobody should have to say anything twice' },
    ],
  },
  {
    about: { touchpoint: 'Search & ads' },
    says: [
      { kind: 'thought', text: 'Customers compare us on price first' },
      { kind: 'question', text: 'Is this the price after the first year, too?', persona: 'Renter' },
    ],
  },
  {
    about: { touchpoint: 'Coverage check' },
    says: [
      {
        kind: 'action',
        text: 'They try their new address before they have signed for the flat',
        state: 'validated',
        persona: 'Mover',
        evidence: [{ kind: 'analytics', day: -20, method: 'Sessions that check two addresses', n: 3400 }],
      },
      {
        kind: 'gain',
        text: 'An answer in seconds, without giving a phone number',
        state: 'validated',
        answers: { saying: /ten seconds|no sign-up|clear yes/i, most: 3 },
      },
    ],
  },
  {
    about: { touchpoint: 'Compare plans' },
    says: [
      {
        kind: 'pain',
        text: 'Two plans can no longer be seen side by side',
        state: 'validated',
        answers: { saying: /side by side|comparison table|compare anything/i, most: 3 },
        evidence: [
          { kind: 'analytics', day: -18, method: 'Back and forth between plan pages, per visit', n: 5200 },
        ],
      },
      {
        kind: 'action',
        text: 'They write the prices down on paper',
        state: 'partly',
        evidence: [
          { kind: 'interview', day: -35, n: 6, quote: 'I made my own table on the back of a letter.' },
        ],
      },
      {
        kind: 'expectation',
        text: 'The new cards make choosing quicker',
        state: 'refuted',
        evidence: [
          { kind: 'expert', day: -90, method: 'Design review before the release' },
          {
            kind: 'observation',
            day: -22,
            method: 'Moderated test of the new page',
            n: 8,
            contradicts: true,
            quote: 'I scroll and forget what I read.',
          },
        ],
      },
    ],
  },
  {
    about: { touchpoint: 'Talk to an advisor' },
    says: [
      {
        kind: 'gain',
        text: 'Somebody who advises against the bigger plan',
        state: 'validated',
        answers: { saying: /bigger plan|no sales talk|listened first/i, most: 2 },
      },
      {
        kind: 'people',
        text: 'Advisors may leave the script',
        effect: 'supports',
        state: 'partly',
        evidence: [{ kind: 'expert', day: -60, method: 'Head of Sales' }],
      },
    ],
  },
  {
    about: { touchpoint: 'Checkout' },
    says: [
      {
        kind: 'feeling',
        text: 'Confident: every cost is seen before paying',
        state: 'validated',
        answers: { saying: /every cost|exactly what i had chosen/i, most: 2 },
      },
      {
        kind: 'question',
        text: 'Why is a date of birth needed for broadband?',
        state: 'partly',
        // Counted for one campaign only, and has run out since.
        evidence: [{ kind: 'chat', day: -140, method: 'Chat transcripts', n: 31, until: -20 }],
      },
    ],
  },
  {
    about: { touchpoint: 'Welcome email' },
    says: [
      {
        kind: 'need',
        text: 'A date, or at least the day on which they will hear one',
        state: 'validated',
        evidence: [
          {
            kind: 'focus_group',
            day: -430,
            method: 'Two groups in Leeds',
            n: 12,
            quote: 'When? That is all I want.',
          },
        ],
      },
      {
        kind: 'thought',
        text: 'They feel looked after once they get the mail',
        state: 'partly',
        until: -10,
        evidence: [{ kind: 'expert', day: -210, method: 'Workshop of Marketing' }],
      },
    ],
  },
  {
    about: { stage: 'Get connected' },
    says: [
      {
        kind: 'gap',
        text: 'Nobody owns the customer between the order and the visit',
        state: 'partly',
        evidence: [{ kind: 'expert', day: -41, method: 'Workshop of Sales and Field ops', n: 7 }],
      },
    ],
  },
  {
    about: { touchpoint: 'Book a visit' },
    says: [
      {
        kind: 'pain',
        text: 'They tell the whole order again: what Sales knows does not reach Field ops',
        state: 'validated',
        answers: {
          saying: /had my order|tell it all again|never heard of my order|every single call/i,
          most: 4,
        },
        evidence: [{ ...CALL_TICKETS, link: 'https://wiki.lumen.example.com/calls' }],
      },
      {
        kind: 'feeling',
        text: 'Frustrated and ignored',
        state: 'validated',
        evidence: [{ ...MOVER_INTERVIEWS, quote: 'I felt like a stranger to my own provider.' }],
      },
      {
        kind: 'system',
        text: 'Two calendars that do not know of each other',
        effect: 'hinders',
        state: 'partly',
        evidence: [{ kind: 'expert', day: -41, method: 'Workshop of Sales and Field ops', n: 7 }],
      },
      {
        kind: 'process',
        text: 'Orders are handed over once a day, as a spreadsheet',
        effect: 'hinders',
        state: 'validated',
        evidence: [{ kind: 'observation', day: -37, method: 'A day at the booking desk', n: 46 }],
      },
      {
        kind: 'need',
        text: 'A slot outside working hours',
        persona: 'Renter',
        state: 'partly',
        answers: { saying: /weekday mornings|saturday/i, most: 2 },
      },
    ],
  },
  {
    about: { touchpoint: 'Technician visit' },
    says: [
      {
        kind: 'action',
        text: 'They take a day off and wait in',
        state: 'validated',
        evidence: [VISITS],
      },
      {
        kind: 'expectation',
        text: 'The line is tested in every room before the engineer leaves',
        state: 'validated',
        answers: { saying: /tested every room|without testing/i, most: 2 },
      },
      {
        kind: 'people',
        text: 'Engineers are paid per visit, not per working line',
        effect: 'hinders',
      },
    ],
  },
  {
    about: { touchpoint: 'Set up the router' },
    says: [
      {
        kind: 'gain',
        text: 'Three pictures instead of a booklet',
        state: 'validated',
        evidence: [
          { kind: 'mystery_shop', day: -75, n: 5 },
          { ...VISITS, n: 11 },
        ],
      },
      { kind: 'question', text: 'What does the red light mean?' },
    ],
  },
  {
    about: { touchpoint: 'Call for help' },
    says: [
      {
        kind: 'pain',
        text: 'The next colleague cannot see what the last one did',
        state: 'partly',
        evidence: [{ kind: 'ticket', day: -64, method: 'Repeat calls within a week', n: 88 }],
      },
    ],
  },
  {
    about: { touchpoint: 'First bill' },
    says: [
      {
        kind: 'question',
        text: 'Why is the first month more than I signed up for?',
        state: 'validated',
        evidence: [{ kind: 'ticket', day: -100, method: 'Billing tickets of one quarter', n: 540 }],
      },
      {
        kind: 'gain',
        text: 'A first page in plain English',
        state: 'validated',
        answers: { saying: /plain english|one sentence|explains it all/i, most: 3 },
      },
    ],
  },
  {
    about: { touchpoint: 'Renew or move out' },
    says: [
      { kind: 'thought', text: 'Moving the contract must be as easy as signing it', persona: 'Mover' },
      {
        kind: 'gap',
        text: 'There is no page for taking the contract along',
        state: 'partly',
        evidence: [{ kind: 'review', day: -150, n: 17, link: 'https://reviews.example.com/lumen' }],
      },
    ],
  },
];
