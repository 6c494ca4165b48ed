import type { StageView } from '@/lib/insights/model';
import { ownUnits, targetFaults } from '@/lib/journey/rules/target';
import { isMetricId } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import type { StagePatch } from './edits';

/** What the form about a stage says, and what of it has to be corrected, by field. The target is typed in display units. */
export function readStage(
  data: FormData,
  t: Translate,
): {
  wanted: Required<StagePatch>;
  errors: Readonly<Record<string, string>>;
} {
  const text = (name: string) => String(data.get(name) ?? '').trim();
  const typed = text('targetMetric');
  const targetMetric = isMetricId(typed) ? typed : null;
  const number = text('targetValue').replace('−', '-').replace(',', '.');
  const targetValue =
    targetMetric !== null && /^-?\d+(\.\d+)?$/.test(number) ? ownUnits(targetMetric, Number(number)) : null;
  const ownerTeamId = text('ownerTeamId') || null;
  const wanted = {
    title: text('title'),
    goal: text('goal'),
    successCriterion: text('successCriterion'),
    targetMetric,
    targetValue,
    ownerTeamId,
    contributorTeamIds: data
      .getAll('contributor')
      .map(String)
      .filter((id) => id !== ownerTeamId)
      .sort(),
  };
  const faults = targetFaults(wanted, t).map(({ path, message }) => [path, message]);
  return {
    wanted,
    errors: Object.fromEntries([...(wanted.title === '' ? [['title', t('Give a name.')]] : []), ...faults]),
  };
}

/** What of a stage the wanted values really change; a target changes as a whole. */
export function stageChange(stage: StageView, wanted: Required<StagePatch>): StagePatch {
  const { targetMetric, targetValue, contributorTeamIds, ...plain } = wanted;
  const now = { ...stage, ownerTeamId: stage.owner?.id ?? null };
  const changed = Object.entries(plain).filter(
    ([field, value]) => value !== now[field as keyof typeof plain],
  );
  const sameTarget =
    targetMetric === (stage.target?.metric ?? null) && targetValue === (stage.target?.value ?? null);
  const helping = stage.contributors.map(({ id }) => id).sort();
  return {
    ...Object.fromEntries(changed),
    ...(sameTarget ? {} : { targetMetric, targetValue }),
    ...(helping.join() === contributorTeamIds.join() ? {} : { contributorTeamIds }),
  };
}
