import { findFilterChoices } from '@/db/queries/filter-choices';
import {
  type AskedDay,
  findTrialChoices,
  listAskedDays,
  listPlacementDays,
  type TrialChoices,
} from '@/db/queries/trials';
import type { Scope } from '@/db/scope';
import { daysBetween } from '../../clock';
import type { EVERYTHING } from '../../insights/rules/filter';
import { isMetricId } from '../../scoring/metrics';
import type { Trial, TrialBy, TrialView } from '../model/trial';
import { countedTogether } from '../rules/counted';
import { type GroupDays, trialDays, trialView } from '../rules/trial';
import { readDays } from './read-days';

/** What two groups of customers at the places of an improvement may be told apart by. */
export type TrialGroups = TrialChoices & {
  segments: string[];
  channels: string[];
  /** The workspace's own channels, for their names. */
  ownChannels: { key: string; label: string }[];
};

/** What the groups of a trial at these subjects may be. */
export async function loadGroups(
  scope: Scope,
  lineageIds: readonly string[],
  ownChannels: readonly { key: string; label: string }[],
): Promise<TrialGroups> {
  const [asked, { segments, channels }] = await Promise.all([
    findTrialChoices(scope, lineageIds),
    findFilterChoices(scope, lineageIds),
  ]);
  return { ...asked, segments, channels, ownChannels: ownChannels.map(({ key, label }) => ({ key, label })) };
}

/** What a trial has shown until today; null before it begins. */
export async function loadTrial(
  scope: Scope,
  trial: Trial,
  lineageIds: readonly string[],
  today: string,
  minimumN: number,
): Promise<TrialView | null> {
  const span = trialDays(trial, today);
  if (span === null) return null;
  const [control, variant] = await Promise.all(
    [trial.control, trial.variant].map((value) =>
      loadGroup(scope, { by: trial.by, value }, lineageIds, span),
    ),
  );
  return control && variant ? trialView(trial, { control, variant }, span, minimumN) : null;
}

/** What one group of a trial answered day by day, and how many of it were asked, where that is counted. */
async function loadGroup(
  scope: Scope,
  { by, value }: { by: TrialBy; value: string },
  lineageIds: readonly string[],
  span: { from: string; to: string },
): Promise<GroupDays> {
  const slices = daysBetween(span.from, span.to) + 1;
  const perDay = async (only: Partial<typeof EVERYTHING>) =>
    countedTogether(await readDays(scope, lineageIds, slices, span, only), slices);
  if (by === 'segment') return { counted: await perDay({ segments: [value] }), asked: null };
  if (by === 'channel') return { counted: await perDay({ channels: [value] }), asked: null };
  if (by === 'version') {
    const [surveyId = '', version = ''] = value.split('.');
    return { counted: await perDay({ versions: [{ surveyId, version: Number(version) }] }), asked: null };
  }
  const [counted, asked] = await Promise.all([
    by === 'campaign'
      ? perDay({ campaigns: [value] })
      : listPlacementDays(scope, value, span).then((days) =>
          countedTogether(
            days
              .filter(({ metric }) => isMetricId(metric))
              .map((one) => ({ ...one, slice: daysBetween(span.from, one.day) })),
            slices,
          ),
        ),
    listAskedDays(scope, by === 'campaign' ? { campaignId: value } : { placementId: value }, span),
  ]);
  return { counted, asked: asked.length === 0 ? null : byDay(asked, span.from, slices) };
}

function byDay(days: readonly AskedDay[], from: string, slices: number) {
  const found = Array.from({ length: slices }, () => ({ asked: 0, answered: 0 }));
  for (const { day, asked, answered } of days) found[daysBetween(from, day)] = { asked, answered };
  return found;
}
