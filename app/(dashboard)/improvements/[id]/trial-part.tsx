import { Disclosure } from '@/components/ui/disclosure';
import { formatDay, formatPeriod } from '@/lib/format';
import { VERDICT_LABELS } from '@/lib/improvements/model';
import { TRIAL_BY, type TrialBy } from '@/lib/improvements/model/trial';
import { groupName } from '@/lib/improvements/rules/group-name';
import { hasEnded } from '@/lib/improvements/rules/trial';
import type { ImprovementDetail } from '@/lib/improvements/views';
import type { TrialGroups } from '@/lib/improvements/views/trial';
import { SURVEY_METRICS } from '@/lib/scoring/metrics';
import type { Translate } from '@/lib/translate';
import { TrialEnd } from './trial-end';
import { TrialFacts } from './trial-facts';
import { TrialForm } from './trial-form';

/** The comparisons of two groups of customers, the newest first, and a way to set one up where none goes on. */
export function TrialPart({
  detail: { improvement, trials, groups, today, minimumN },
  mayWrite,
  t,
}: {
  detail: ImprovementDetail;
  mayWrite: boolean;
  t: Translate;
}) {
  const [newest, ...earlier] = trials;
  const facts = ({ trial, shown }: ImprovementDetail['trials'][number]) =>
    shown ? (
      <TrialFacts {...{ trial: shown, groups, minimumN, t }} />
    ) : (
      <p className="text-sm text-soft">
        {t('It begins on {day}.', { day: formatDay(trial.from, t.tongue) })}
      </p>
    );
  return (
    <>
      {newest ? (
        facts(newest)
      ) : (
        <p className="mb-3 text-sm text-soft">
          {t(
            'Where only part of the customers get the change, or are asked in a new way, compare them with the others in the same days. That tells more than before and after.',
          )}
        </p>
      )}
      {newest && mayWrite ? <TrialEnd id={improvement.id} to={newest.trial.to} today={today} /> : null}
      {mayWrite && (!newest || hasEnded(newest.trial, today)) ? (
        <div key={trials.length} className={newest ? 'no-print mt-4' : 'no-print'}>
          <Disclosure title={newest ? t('Set up a further comparison') : t('Set up a comparison')}>
            <TrialForm
              id={improvement.id}
              groups={namedGroups(groups, t)}
              metric={improvement.baseline?.judged?.metric ?? improvement.metric ?? SURVEY_METRICS[2]}
              today={today}
            />
          </Disclosure>
        </div>
      ) : null}
      {earlier.length > 0 ? (
        <div className="mt-5 flex flex-col gap-2">
          <h3 className="text-sm font-semibold">{t('Earlier comparisons')}</h3>
          <p className="text-xs text-soft">
            {t(
              'Each comparison misleads by chance in at most 5 of 100 cases. With {n} of them, one misleading result gets likelier.',
              { n: trials.length },
            )}
          </p>
          {earlier.map((one) => (
            <Disclosure key={one.trial.from} title={trialTitle(one, groups, t)}>
              {facts(one)}
            </Disclosure>
          ))}
        </div>
      ) : null}
    </>
  );
}

/** 'Plus against Basic, 1–20 Mar 2026: Better'. */
function trialTitle(
  { trial, shown }: ImprovementDetail['trials'][number],
  groups: TrialGroups,
  t: Translate,
): string {
  const nameOf = (value: string) => groupName(trial.by, value, groups, t) ?? t('no longer there');
  const title = t('{variant} against {control}, {days}', {
    variant: nameOf(trial.variant),
    control: nameOf(trial.control),
    days: formatPeriod(trial.from, trial.to ?? trial.from, t.tongue),
  });
  const verdict = shown?.score ?? shown?.rate;
  return verdict ? `${title}: ${t(VERDICT_LABELS[verdict.kind])}` : title;
}

/** Everything that groups may be told apart by, with what it is called. */
function namedGroups(
  groups: TrialGroups,
  t: Translate,
): Record<TrialBy, readonly { value: string; name: string }[]> {
  const values: Record<TrialBy, string[]> = {
    segment: groups.segments,
    channel: groups.channels,
    campaign: groups.campaigns.map(({ id }) => id),
    placement: groups.placements.map(({ id }) => id),
    version: groups.versions.map(({ surveyId, version }) => `${surveyId}.${version}`),
  };
  return Object.fromEntries(
    TRIAL_BY.map((by) => [
      by,
      values[by]
        .filter((value) => value !== '')
        .map((value) => ({ value, name: groupName(by, value, groups, t) ?? value })),
    ]),
  ) as Record<TrialBy, { value: string; name: string }[]>;
}
