import { LANE_LABELS, LANES, LAYER_LABELS, LAYERS } from '@/lib/journey/model/lanes';
import { CUSTOMER_EVIDENCE, EVIDENCE_KIND_LABELS, EVIDENCE_MONTHS } from '@/lib/journey/model/statement';
import { FIRM_FROM_N } from '@/lib/scoring/display';

/** One word of the product; `id` is its place on the page, which other pages link to. */
export type Word = { id: string; word: string; means: string };

const low = (text: string) => `${text.charAt(0).toLowerCase()}${text.slice(1)}`;

/** The words that members meet, in the order in which they meet them. */
export const WORDS: readonly { title: string; words: readonly Word[] }[] = [
  {
    title: 'The map',
    words: [
      {
        id: 'journey',
        word: 'Journey',
        means: 'A map of what a kind of customer goes through, from what starts it to how it ends.',
      },
      {
        id: 'persona',
        word: 'Persona',
        means:
          'Whose journey it is: their needs, goals and expectations. A rule on contacts may say whose answers count for a persona.',
      },
      { id: 'stage', word: 'Stage', means: 'A part of a journey; the touchpoints below it belong to it.' },
      {
        id: 'touchpoint',
        word: 'Touchpoint',
        means: 'One meeting of customer and company; a column of the map.',
      },
      {
        id: 'channel',
        word: 'Channel',
        means: 'Where a touchpoint happens: website, phone, shop and so on. Not the same as a source.',
      },
      {
        id: 'lane',
        word: 'Lane',
        means: `A row of the map: ${LANES.map((lane) => low(LANE_LABELS[lane])).join(', ')}. Choose which ones you see.`,
      },
      {
        id: 'layer',
        word: 'Layer',
        means: `What the touchpoints are coloured by, one at a time: ${LAYERS.map((layer) => low(LAYER_LABELS[layer])).join(', ')}.`,
      },
      {
        id: 'moment-that-matters',
        word: 'Moment that matters',
        means: 'A touchpoint that builds or breaks trust, with the reason why.',
      },
      {
        id: 'path',
        word: 'Path',
        means:
          'How customers leave the plain order from left to right: an alternative, a loop back, a skip ahead, an exit or a re-entry.',
      },
      {
        id: 'handoff',
        word: 'Handoff',
        means:
          'A place where the owner changes from one touchpoint to the next. Here customers often repeat themselves.',
      },
      {
        id: 'visibility',
        word: 'Visible, backstage, customer only',
        means:
          'Whether customers and company both see a touchpoint, only the company does, or only the customer.',
      },
      {
        id: 'importance',
        word: 'Importance',
        means: 'From 1 to 5, to the customer and to the business; assumed, or said by customers.',
      },
      {
        id: 'retired',
        word: 'Retired',
        means: 'Taken off the map. Its answers are kept, and it can be restored.',
      },
      {
        id: 'one-and-the-same',
        word: 'One and the same touchpoint',
        means:
          'Answers stay with their touchpoint when it is renamed, moved or shown in a copy of the journey. After a merge it shows the answers of both; what is split off begins without any.',
      },
    ],
  },
  {
    title: 'What the team says, and why',
    words: [
      {
        id: 'statement',
        word: 'Statement',
        means:
          'Whatever the team says about a journey, stage or touchpoint: an action, thought, feeling, pain, gain, need and so on, or what is behind it.',
      },
      {
        id: 'assumption',
        word: 'Assumption',
        means:
          'A statement that nothing supports yet. Every statement begins as one. It has a dashed border.',
      },
      {
        id: 'partly-validated',
        word: 'Partly validated',
        means:
          'Something supports it, but not enough: an expert’s opinion, or customers long ago. It has a thin border.',
      },
      {
        id: 'validated',
        word: 'Validated',
        means: `Customers’ own words or acts of the last ${EVIDENCE_MONTHS} months support it; an action, only what they were seen to do. It has a strong border.`,
      },
      { id: 'refuted', word: 'Refuted', means: 'Evidence contradicts it. It is struck through and kept.' },
      {
        id: 'claimed',
        word: 'Claimed',
        means:
          'How sure the team says it is. A statement is never shown as surer than its evidence carries today.',
      },
      {
        id: 'evidence',
        word: 'Evidence',
        means: `Why a statement is believed or not: its kind, method, day, number of people and quote, or one of your own answers. It supports or contradicts. From customers are: ${CUSTOMER_EVIDENCE.map((kind) => low(EVIDENCE_KIND_LABELS[kind])).join(', ')}.`,
      },
      {
        id: 'expired',
        word: 'Old, expired',
        means: `Evidence of more than ${EVIDENCE_MONTHS} months counts one step less; what has passed the last day you gave it no longer counts.`,
      },
      {
        id: 'research-question',
        word: 'Research question',
        means: 'What the team wants to learn from a journey; open or answered.',
      },
    ],
  },
  {
    title: 'What customers answer',
    words: [
      {
        id: 'survey',
        word: 'Survey',
        means: 'One short question about a touchpoint or the whole journey, with a question why.',
      },
      {
        id: 'source',
        word: 'Source',
        means: 'How an answer came in: e-mail, link, widget, API or import. Not the same as a channel.',
      },
      {
        id: 'metric',
        word: 'Metric',
        means: 'Scale, question and formula together. Scores of different metrics are never mixed.',
      },
      {
        id: 'score',
        word: 'Score',
        means: 'The number made of all answers to one question in the period. Its formula is below.',
      },
      { id: 'n', word: 'n', means: 'The number of answers, or of people, that a number rests on.' },
      {
        id: 'minimum-n',
        word: 'Too few to score',
        means:
          'Below the workspace’s minimum of answers no number is shown, so that nobody can be singled out.',
      },
      {
        id: 'interval',
        word: 'Interval',
        means:
          'low … high: where the score would most likely lie if every customer had answered (95 %). Wide means few answers or mixed ones. It is not the same distance to both sides.',
      },
      {
        id: 'early-signal',
        word: 'Early signal',
        means: `A score of fewer than ${FIRM_FROM_N} answers or with a wide interval. Look at it, but do not decide by it alone.`,
      },
      {
        id: 'change',
        word: 'Change',
        means:
          'The difference to the period before. An arrow is shown only where chance alone would hardly explain it; else it is “unclear”, which does not mean that nothing changed.',
      },
      {
        id: 'expected-emotion',
        word: 'Expected emotion',
        means: 'The team’s guess of how customers feel, from −2 to +2; the dashed line.',
      },
      {
        id: 'measured-emotion',
        word: 'Measured emotion',
        means:
          'What customers answered, with its interval; the solid line. It breaks where nobody was asked.',
      },
      {
        id: 'coverage',
        word: 'Coverage',
        means: 'How many of the touchpoints have enough answers in the period.',
      },
      {
        id: 'freshness',
        word: 'Freshness',
        means: 'How long ago the newest answer came, against how often the touchpoint is to be reviewed.',
      },
    ],
  },
  {
    title: 'Working with the map',
    words: [
      {
        id: 'version',
        word: 'Version',
        means:
          'The map as it was on a day. Kept by itself after a pause, before a restore or import, and whenever you name one. Answers are not part of it.',
      },
      {
        id: 'to-be',
        word: 'As is, to be',
        means:
          'A journey as it is today, and a copy of it as it is meant to become. Both show the same answers.',
      },
      {
        id: 'change-marker',
        word: 'Change marker',
        means: 'Something that was changed for customers on a day; drawn on the time axis of the scores.',
      },
      {
        id: 'decision',
        word: 'Decision',
        means: 'What was decided, why, when, and on which version of the map.',
      },
      {
        id: 'walk',
        word: 'Walk',
        means:
          'A member’s own way through the journey as a customer, with ratings, notes and pictures. Never mixed with customers’ answers.',
      },
      {
        id: 'sign-off',
        word: 'Sign-off',
        means: 'A member’s word that a journey or touchpoint is still true on that day.',
      },
      {
        id: 'finding',
        word: 'Finding',
        means: 'One thing that is missing from a map or out of date. It goes away when its cause does.',
      },
      {
        id: 'remark',
        word: 'Remark',
        means: 'What a member says to others about a map. A customer’s words are a comment.',
      },
      {
        id: 'share',
        word: 'Share',
        means: 'A link with which somebody without an account can look at one map, and at nothing else.',
      },
    ],
  },
];
