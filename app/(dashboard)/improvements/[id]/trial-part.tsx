import { Disclosure } from '@/components/ui/disclosure';
import { formatDay } from '@/lib/format';
import { TRIAL_BY, type TrialBy } from '@/lib/improvements/model/trial';
import { groupName } from '@/lib/improvements/rules/group-name';
import type { ImprovementDetail } from '@/lib/improvements/views';
import { SURVEY_METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { TrialEnd } from './trial-end';
import { TrialFacts } from './trial-facts';
import { TrialForm } from './trial-form';

/** The comparison of two groups of customers, or a way to set one up. */
export function TrialPart({
  detail: { improvement, trial, groups, today, minimumN },
  mayWrite,
  t,
}: {
  detail: ImprovementDetail;
  mayWrite: boolean;
  t: Translate;
}) {
  if (improvement.trial) {
    return (
      <>
        {trial ? (
          <TrialFacts {...{ trial, groups, minimumN, t }} />
        ) : (
          <p className="text-sm text-soft">
            {t('It begins on {day}.', { day: formatDay(improvement.trial.from, t.tongue) })}
          </p>
        )}
        {mayWrite ? <TrialEnd id={improvement.id} to={improvement.trial.to} today={today} /> : null}
      </>
    );
  }
  const values: Record<TrialBy, string[]> = {
    segment: groups.segments,
    channel: groups.channels,
    campaign: groups.campaigns.map(({ id }) => id),
    placement: groups.placements.map(({ id }) => id),
    version: groups.versions.map(({ surveyId, version }) => `${surveyId}.${version}`),
  };
  const named = Object.fromEntries(
    TRIAL_BY.map((by) => [
      by,
      values[by]
        .filter((value) => value !== '')
        .map((value) => ({ value, name: groupName(by, value, groups, t) ?? value })),
    ]),
  ) as Record<TrialBy, { value: string; name: string }[]>;
  return (
    <>
      <p className="mb-3 text-sm text-soft">
        {t(
          'Where only part of the customers get the change, or are asked in a new way, compare them with the others in the same days. That tells more than before and after.',
        )}
      </p>
      {mayWrite ? (
        <Disclosure title={t('Set up a comparison')}>
          <TrialForm
            id={improvement.id}
            groups={named}
            metric={improvement.baseline?.judged?.metric ?? improvement.metric ?? SURVEY_METRICS[2]}
            today={today}
          />
        </Disclosure>
      ) : null}
    </>
  );
}
