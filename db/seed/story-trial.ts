import type { Scope } from '@/db/scope';
import { addChannel } from '@/lib/journey/commands/channel';
import { METRICS } from '@/lib/scoring/metrics';
import { openPlacement, placeInChannel } from '@/lib/survey/commands';
import { randomOf } from './random';
import type { ToldAnswer } from './tell';

/**
 * The comparison of the story: by its serial number, every other box with a router carried three pictures instead of the
 * booklet, each with a link of its own. From the day after the last one on, all boxes carry the pictures.
 */
export const STORY_TRIAL = {
  ...{ improvement: 'Three pictures instead of the router booklet', touchpoint: 'Set up the router' },
  ...{ metric: 'emotion' as const, from: -79, to: -7, margin: 0.25, share: 0.5 },
  ...{ control: 'Booklet in the box', variant: 'Pictures in the box' },
} as const;

/** How likely an answer came by the pictures, from the worst face to the best: half of all, and the happier ones. */
const BY_PICTURES = [0.1, 0.2, 0.35, 0.58, 0.75];

/** Adds the two channels in which the story compares; gives their keys. */
export async function addTrialChannels(scope: Scope): Promise<{ control: string; variant: string }> {
  const { key: control } = await addChannel(scope, { label: STORY_TRIAL.control });
  const { key: variant } = await addChannel(scope, { label: STORY_TRIAL.variant });
  return { control, variant };
}

/** Opens the link on the pictures beside that on the booklet, and says which answers came by it. No answer changes. */
export async function openTrial(
  scope: Scope,
  asked: { surveyId: string; link: string },
  channels: { control: string; variant: string },
): Promise<{ placementId: string; isVariant: (answer: ToldAnswer) => boolean }> {
  await placeInChannel(scope, { id: asked.link, channel: channels.control });
  const { id: placementId } = await openPlacement(scope, { surveyId: asked.surveyId, kind: 'link' });
  await placeInChannel(scope, { id: placementId, channel: channels.variant });
  const random = randomOf('Booklet or pictures');
  const { from, to, metric } = STORY_TRIAL;
  return {
    placementId,
    isVariant: ({ place, day, score }) =>
      place === 'link' &&
      day >= from &&
      (day > to || random.unit() < (BY_PICTURES[score - METRICS[metric].scale.min] ?? 0)),
  };
}
