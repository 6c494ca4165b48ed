import type { Scope } from '@/db/scope';
import { addDays } from '@/lib/clock';
import { EVERYTHING } from '@/lib/insights/rules/filter';
import { chooseForPresentations } from '@/lib/voices/commands/choose';
import { importVoices } from '@/lib/voices/commands/import-voices';
import { addTheme } from '@/lib/voices/commands/theme';
import type { MaterialKind } from '@/lib/voices/model';
import { listNewestComments } from '../queries/comments';
import { findTree } from '../queries/journeys';

/** What the team of the story found that its customers talk about. */
const THEMES: readonly { name: string; phrases: string[]; exceptions?: string[] }[] = [
  {
    name: 'Telling it all again',
    phrases: [
      'again to',
      'all again',
      'repeat*',
      'explained',
      'explain it twice',
      'had my order',
      'heard of my order',
      'know my order',
      'started from the beginning',
    ],
    exceptions: ['explained the box', 'explains it all'],
  },
  {
    name: 'Waiting',
    phrases: ['wait', 'waited', 'on hold', 'minutes of music', 'late', 'slot', 'three weeks'],
    exceptions: ['ask me again'],
  },
  {
    name: 'Price and bill',
    phrases: ['price*', 'bill', 'fee', 'pay', 'paid', 'cost*', 'charged', 'discount', 'voucher'],
  },
  {
    name: 'The engineer',
    phrases: ['engineer', 'technician', 'he tested', 'drilled', 'van', 'ahead'],
    exceptions: ['the van is booked'],
  },
  {
    name: 'Comparing plans',
    phrases: ['plan', 'plans', 'compare', 'comparison', 'old table', 'new page', 'bundle'],
  },
  {
    name: 'Dropouts and speed',
    phrases: ['slow', 'slower', 'dropped', 'dropout', 'signal', 'red light', 'up to'],
  },
];

/** What customers said elsewhere, by how many days ago. */
const MATERIAL: readonly {
  about: string;
  kind: MaterialKind;
  origin: string;
  said: readonly [daysAgo: number, author: string, text: string][];
}[] = [
  {
    about: 'Book a visit',
    kind: 'interview',
    origin: 'Interviews with movers',
    said: [
      [
        34,
        'Mover, two children',
        'I had the order number in front of me. The lady on the booking line typed it in and said it does not exist. So I read her my whole address again, and the name, and the plan. That was the third time that day.',
      ],
      [
        34,
        'Mover, two children',
        'What I wanted was one date. I do not mind a late one, I mind not knowing it. We had nine days left and a van.',
      ],
      [
        31,
        'Mover, moves for work',
        'The second person was friendly and found a slot at once. If the first had been able to see my order, that is one call instead of three.',
      ],
      [
        27,
        'Renter, first flat',
        'I waited for a call back for two days and then did it all again on the website. Nobody told me that I could.',
      ],
    ],
  },
  {
    about: 'Set up the router',
    kind: 'ticket',
    origin: 'Help desk',
    said: [
      [
        19,
        'Ticket 20481',
        'Red light since this morning, the booklet shows another box than the one I got. Please call me back on my mobile.',
      ],
      [
        12,
        'Ticket 20733',
        'Setup worked with the app, the paper guide was no help. Signal in the bedroom is still weak.',
      ],
      [9, 'Ticket 20790', 'The app asks for a code that never came. I tried three times and gave up.'],
    ],
  },
  {
    about: 'Compare plans',
    kind: 'chat',
    origin: 'Web chat',
    said: [
      [
        23,
        'Visitor',
        'where did the comparison table go? i cannot see the upload speed of two plans side by side any more',
      ],
      [16, 'Visitor', 'Which plan is enough for two people who work at home? The page does not say.'],
    ],
  },
  {
    about: 'Technician visit',
    kind: 'review',
    origin: 'Review site',
    said: [
      [41, '5 stars', 'The engineer called ahead, came on time and tested every room. Wonderful service.'],
      [29, '1 star', 'Took a day off and nobody came. No call, no message, no apology. Terrible.'],
      [
        15,
        '4 stars',
        'Ein sehr netter Techniker, der alles gut erklärt hat. Nur der Termin hätte früher sein können.',
      ],
    ],
  },
];

/**
 * Names what the story's customers talk about, brings in what some of them said outside of any survey, and chooses what is
 * shown in presentations.
 */
export async function tellVoices(scope: Scope, journeyId: string, today: string): Promise<void> {
  const tree = await findTree(scope, journeyId);
  if (!tree) throw new Error('The story has no journey.');
  for (const theme of THEMES) await addTheme(scope, theme);
  for (const { about, kind, origin, said } of MATERIAL) {
    const touchpoint = tree.touchpoints.find(({ title }) => title === about);
    if (!touchpoint) throw new Error(`The story has no touchpoint ${about}.`);
    await importVoices(scope, {
      ...{ lineageId: touchpoint.lineageId, kind, origin },
      material: said.map(([daysAgo, author, text]) => ({ day: addDays(today, -daysAgo), author, text })),
    });
  }
  const period = { ...EVERYTHING, from: addDays(today, -29), to: today };
  const lineageIds = tree.touchpoints.map(({ lineageId }) => lineageId);
  const newest = await listNewestComments(scope, lineageIds, period, 30);
  for (const lineageId of lineageIds) {
    // Two for each slide: the longest of what customers wrote of late says most.
    const own = newest.filter((one) => one.lineageId === lineageId);
    own.sort((a, b) => b.comment.length - a.comment.length);
    for (const { placementId, responseId } of own.slice(0, 2)) {
      await chooseForPresentations(scope, { placementId, responseId, chosen: true });
    }
  }
}
