import { LANE_LABELS, LANES, LAYER_LABELS, LAYERS } from '@/lib/journey/model/lanes';
import { CUSTOMER_EVIDENCE, EVIDENCE_KIND_LABELS, EVIDENCE_MONTHS } from '@/lib/journey/model/statement';
import { FIRM_FROM_N } from '@/lib/scoring/display';
import { msg, type Translate, type Values } from '@/lib/translate';

/** One word of the product; `id` is its place on the page, which other pages link to. `means` may have places to fill. */
export type Word = { id: string; word: string; means: string };

/** What fills the places of the explanations. */
export function wordValues(t: Translate): Values {
  // A German noun keeps its capital within a sentence.
  const low = (text: string) =>
    t.tongue === 'de' ? text : `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  const listed = (labels: readonly string[]) => labels.map((label) => low(t(label))).join(', ');
  return {
    lanes: listed(LANES.map((lane) => LANE_LABELS[lane])),
    layers: listed(LAYERS.map((layer) => LAYER_LABELS[layer])),
    kinds: listed(CUSTOMER_EVIDENCE.map((kind) => EVIDENCE_KIND_LABELS[kind])),
    months: EVIDENCE_MONTHS,
    firm: FIRM_FROM_N,
  };
}

/** The words that members meet, in the order in which they meet them. */
export const WORDS: readonly { title: string; words: readonly Word[] }[] = [
  {
    title: msg('The map'),
    words: [
      {
        id: 'journey',
        word: msg('Journey'),
        means: msg('A map of what a kind of customer goes through, from what starts it to how it ends.'),
      },
      {
        id: 'persona',
        word: msg('Persona'),
        means: msg(
          'Whose journey it is: their needs, goals and expectations. A rule on contacts may say whose answers count for a persona.',
        ),
      },
      {
        id: 'stage',
        word: msg('Stage'),
        means: msg('A part of a journey; the touchpoints below it belong to it.'),
      },
      {
        id: 'touchpoint',
        word: msg('Touchpoint'),
        means: msg('One meeting of customer and company; a column of the map.'),
      },
      {
        id: 'channel',
        word: msg('Channel'),
        means: msg('Where a touchpoint happens: website, phone, shop and so on. Not the same as a source.'),
      },
      {
        id: 'lane',
        word: msg('Lane'),
        means: msg('A row of the map: {lanes}. Choose which ones you see.'),
      },
      {
        id: 'layer',
        word: msg('Layer'),
        means: msg('What the touchpoints are coloured by, one at a time: {layers}.'),
      },
      {
        id: 'moment-that-matters',
        word: msg('Moment that matters'),
        means: msg('A touchpoint that builds or breaks trust, with the reason why.'),
      },
      {
        id: 'path',
        word: msg('Path'),
        means: msg(
          'How customers leave the plain order from left to right: an alternative, a loop back, a skip ahead, an exit or a re-entry.',
        ),
      },
      {
        id: 'handoff',
        word: msg('Handoff'),
        means: msg(
          'A place where the owner changes from one touchpoint to the next. Here customers often repeat themselves.',
        ),
      },
      {
        id: 'visibility',
        word: msg('Visible, backstage, customer only'),
        means: msg(
          'Whether customers and company both see a touchpoint, only the company does, or only the customer.',
        ),
      },
      {
        id: 'importance',
        word: msg('Importance'),
        means: msg('From 1 to 5, to the customer and to the business; assumed, or said by customers.'),
      },
      {
        id: 'retired',
        word: msg('Retired##a word'),
        means: msg('Taken off the map. Its answers are kept, and it can be restored.'),
      },
      {
        id: 'one-and-the-same',
        word: msg('One and the same touchpoint'),
        means: msg(
          'Answers stay with their touchpoint when it is renamed, moved or shown in a copy of the journey. After a merge it shows the answers of both; what is split off begins without any.',
        ),
      },
    ],
  },
  {
    title: msg('What the team says, and why'),
    words: [
      {
        id: 'statement',
        word: msg('Statement'),
        means: msg(
          'Whatever the team says about a journey, stage or touchpoint: an action, thought, feeling, pain, gain, need and so on, or what is behind it.',
        ),
      },
      {
        id: 'assumption',
        word: msg('Assumption'),
        means: msg(
          'A statement that nothing supports yet. Every statement begins as one. It has a dashed border.',
        ),
      },
      {
        id: 'partly-validated',
        word: msg('Partly validated'),
        means: msg(
          'Something supports it, but not enough: an expert’s opinion, or customers long ago. It has a thin border.',
        ),
      },
      {
        id: 'validated',
        word: msg('Validated'),
        means: msg(
          'Customers’ own words or acts of the last {months} months support it; an action, only what they were seen to do. It has a strong border.',
        ),
      },
      {
        id: 'refuted',
        word: msg('Refuted'),
        means: msg('Evidence contradicts it. It is struck through and kept.'),
      },
      {
        id: 'claimed',
        word: msg('Claimed##a word'),
        means: msg(
          'How sure the team says it is. A statement is never shown as surer than its evidence carries today.',
        ),
      },
      {
        id: 'evidence',
        word: msg('Evidence'),
        means: msg(
          'Why a statement is believed or not: its kind, method, day, number of people and quote, or one of your own answers. It supports or contradicts. From customers are: {kinds}.',
        ),
      },
      {
        id: 'expired',
        word: msg('Old, expired'),
        means: msg(
          'Evidence of more than {months} months counts one step less; what has passed the last day you gave it no longer counts.',
        ),
      },
      {
        id: 'research-question',
        word: msg('Research question'),
        means: msg('What the team wants to learn from a journey; open or answered.'),
      },
    ],
  },
  {
    title: msg('What customers answer'),
    words: [
      {
        id: 'survey',
        word: msg('Survey'),
        means: msg('One short question about a touchpoint or the whole journey, with a question why.'),
      },
      {
        id: 'source',
        word: msg('Source'),
        means: msg('How an answer came in: e-mail, link, widget, API or import. Not the same as a channel.'),
      },
      {
        id: 'metric',
        word: msg('Metric'),
        means: msg('Scale, question and formula together. Scores of different metrics are never mixed.'),
      },
      {
        id: 'score',
        word: msg('Score'),
        means: msg('The number made of all answers to one question in the period. Its formula is below.'),
      },
      { id: 'n', word: msg('n'), means: msg('The number of answers, or of people, that a number rests on.') },
      {
        id: 'minimum-n',
        word: msg('Too few to score'),
        means: msg(
          'Below the workspace’s minimum of answers no number is shown, so that nobody can be singled out.',
        ),
      },
      {
        id: 'interval',
        word: msg('Interval'),
        means: msg(
          'low … high: where the score would most likely lie if every customer had answered (95 %). Wide means few answers or mixed ones. It is not the same distance to both sides.',
        ),
      },
      {
        id: 'early-signal',
        word: msg('Early signal'),
        means: msg(
          'A score of fewer than {firm} answers or with a wide interval. Look at it, but do not decide by it alone.',
        ),
      },
      {
        id: 'change',
        word: msg('Change##a word'),
        means: msg(
          'The difference to the period before. An arrow is shown only where chance alone would hardly explain it; else it is “unclear”, which does not mean that nothing changed.',
        ),
      },
      {
        id: 'expected-emotion',
        word: msg('Expected emotion'),
        means: msg('The team’s guess of how customers feel, from −2 to +2; the dashed line.'),
      },
      {
        id: 'measured-emotion',
        word: msg('Measured emotion'),
        means: msg(
          'What customers answered, with its interval; the solid line. It breaks where nobody was asked.',
        ),
      },
      {
        id: 'coverage',
        word: msg('Coverage'),
        means: msg('How many of the touchpoints have enough answers in the period.'),
      },
      {
        id: 'freshness',
        word: msg('Freshness'),
        means: msg(
          'How long ago the newest answer came, against how often the touchpoint is to be reviewed.',
        ),
      },
    ],
  },
  {
    title: msg('Working with the map'),
    words: [
      {
        id: 'version',
        word: msg('Version'),
        means: msg(
          'The map as it was on a day. Kept by itself after a pause, before a restore or import, and whenever you name one. Answers are not part of it.',
        ),
      },
      {
        id: 'to-be',
        word: msg('As is, to be'),
        means: msg(
          'A journey as it is today, and a copy of it as it is meant to become. Both show the same answers.',
        ),
      },
      {
        id: 'change-marker',
        word: msg('Change marker'),
        means: msg(
          'Something that was changed for customers on a day; drawn on the time axis of the scores.',
        ),
      },
      {
        id: 'decision',
        word: msg('Decision'),
        means: msg('What was decided, why, when, and on which version of the map.'),
      },
      {
        id: 'walk',
        word: msg('Walk'),
        means: msg(
          'A member’s own way through the journey as a customer, with ratings, notes and pictures. Never mixed with customers’ answers.',
        ),
      },
      {
        id: 'sign-off',
        word: msg('Sign-off'),
        means: msg('A member’s word that a journey or touchpoint is still true on that day.'),
      },
      {
        id: 'finding',
        word: msg('Finding'),
        means: msg('One thing that is missing from a map or out of date. It goes away when its cause does.'),
      },
      {
        id: 'remark',
        word: msg('Remark'),
        means: msg('What a member says to others about a map. A customer’s words are a comment.'),
      },
      {
        id: 'share',
        word: msg('Share##a word'),
        means: msg('A link with which somebody without an account can look at one map, and at nothing else.'),
      },
    ],
  },
];
