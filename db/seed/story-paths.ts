import type { Scope } from '@/db/scope';
import { askAboutHandoff, recordHandoff } from '@/lib/journey/commands/handoff';
import { addLink } from '@/lib/journey/commands/link';
import type { LinkKind } from '@/lib/journey/model/path';
import type { StorySurvey } from './story';

/** The ways beside the plain order, by the titles of their touchpoints. */
const LINKS: readonly {
  kind: LinkKind;
  from: string | null;
  to: string | null;
  label: string;
  shareRatio: number | null;
}[] = [
  {
    kind: 'skip',
    from: 'Coverage check',
    to: 'Checkout',
    label: 'Already knows the plan',
    shareRatio: 0.22,
  },
  { kind: 'alternative', from: 'Compare plans', to: 'Checkout', label: 'Buys online', shareRatio: 0.55 },
  { kind: 'exit', from: 'Compare plans', to: null, label: 'Gives up', shareRatio: 0.14 },
  { kind: 're_entry', from: null, to: 'Talk to an advisor', label: 'Calls weeks later', shareRatio: null },
  {
    kind: 'loop',
    from: 'Technician visit',
    to: 'Book a visit',
    label: 'Second visit needed',
    shareRatio: 0.18,
  },
];

const HANDOFFS = [
  {
    from: 'Welcome email',
    to: 'Book a visit',
    passes: 'The address and the plan. Not what the customer said about access or timing.',
    promisedMinutes: 2_880,
    recovery: 'Field ops calls back the same day; Sales tells the customer who will call.',
    asked: true,
  },
  {
    from: 'Technician visit',
    to: 'Set up the router',
    passes: 'The line test and what was left to do.',
    promisedMinutes: 60,
    recovery: 'Care opens the technician’s note and rings back with a fixed time.',
    asked: false,
  },
] as const;

/** What customers say about the one handoff that they are asked about: they repeat themselves. */
export const HANDOFF_SURVEY: StorySurvey = {
  metric: 'ces',
  topic: '',
  answers: 60,
  from: -80,
  places: { link: 1 },
  phases: [{ from: -80, chances: [26, 24, 20, 13, 9, 5, 3] }],
};

/**
 * Draws the ways beside the plain order, and what two of the handoffs pass.
 *
 * @param idOf the id of the touchpoint of a title
 * @returns the survey that asks about a handoff, drafted
 */
export async function drawPaths(
  scope: Scope,
  journeyId: string,
  idOf: (title: string) => string,
): Promise<{ surveyId: string }> {
  for (const { from, to, ...link } of LINKS) {
    const ends = { fromId: from && idOf(from), toId: to && idOf(to) };
    await addLink(scope, { journeyId, ...link, ...ends });
  }
  let surveyId: string | null = null;
  for (const { from, to, asked, ...agreed } of HANDOFFS) {
    const ends = { fromId: idOf(from), toId: idOf(to) };
    await recordHandoff(scope, { ...ends, ...agreed });
    if (asked) surveyId = (await askAboutHandoff(scope, ends)).surveyId;
  }
  if (surveyId === null) throw new Error('The story asks about no handoff.');
  return { surveyId };
}
