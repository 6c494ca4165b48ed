import { rich } from '@/components/ui/rich';
import { useText } from '@/components/ui/text';
import type { StageView } from '@/lib/insights/model';
import { targetText } from '@/lib/insights/rules/target';

/** The target of a stage beside where it stands: 'NPS target +60, now +48'. */
export function StageTarget({
  stage,
}: {
  stage: Pick<StageView, 'target' | 'measures' | 'successCriterion'>;
}) {
  const t = useText();
  const text = targetText(stage, t);
  if (!text) return null;
  const criterion = stage.successCriterion
    ? ` ${t('It went well when: {criterion}', { criterion: stage.successCriterion })}`
    : '';
  return (
    <span className="tabular text-xs text-soft" title={`${text.note}.${criterion}`}>
      {rich(t, '{measure} target {target}, now <b>{now}</b>', {
        measure: text.label,
        target: text.target,
        now: text.now,
        b: (inside) => (
          <span
            className={`font-semibold ${text.reached === false ? 'text-bad' : text.reached ? 'text-good' : ''}`}
          >
            {inside}
          </span>
        ),
      })}
      <span className="sr-only">
        . {text.reached === null ? '' : text.reached ? `${t('Reached.')} ` : `${t('Not reached.')} `}
        {text.note}
      </span>
    </span>
  );
}
