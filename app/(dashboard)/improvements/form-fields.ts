import { readTyped } from '@/lib/format';
import type { Tongue } from '@/lib/identity/model';
import type { ImprovementFields } from '@/lib/improvements/model';
import type { TrialFields } from '@/lib/improvements/model/trial';
import { isMetricId, METRICS, type MetricId } from '@/lib/scoring/metrics';
import { textOf, textOrNull } from '../../form-state';

/** What the form of an improvement holds, in code units: percent become ratios, a score loses its display factor. */
export function fieldsOf(form: FormData, tongue: Tongue): ImprovementFields {
  const { number, share } = numbersOf(form, tongue);
  const metric = textOrNull(form, 'metric');
  const target = number('targetValue');
  const factor = isMetricId(metric) ? METRICS[metric].displayFactor : 1;
  return {
    title: textOf(form, 'title'),
    problem: textOf(form, 'problem'),
    kind: textOf(form, 'kind') as ImprovementFields['kind'],
    hypothesis: textOf(form, 'hypothesis'),
    successCriterion: textOf(form, 'successCriterion'),
    outcome: textOf(form, 'outcome'),
    metric: metric as MetricId | null,
    targetValue: target === null ? null : target / factor,
    targetBadShare: share('targetBadShare'),
    effort: number('effort'),
    cost: number('cost'),
    reach: share('reach'),
    importance: number('importance'),
    satisfaction: number('satisfaction'),
    confidence: share('confidence'),
    ownerUserId: textOf(form, 'ownerUserId'),
  };
}

/** What the form of a trial holds, in code units. */
export function trialOf(form: FormData, tongue: Tongue): TrialFields {
  const { number, share } = numbersOf(form, tongue);
  const metric = textOf(form, 'metric');
  const margin = number('margin') ?? Number.NaN;
  const random = textOf(form, 'random') !== '';
  return {
    by: textOf(form, 'by') as TrialFields['by'],
    control: textOf(form, 'control'),
    variant: textOf(form, 'variant'),
    from: textOf(form, 'from'),
    to: textOrNull(form, 'to'),
    metric: metric as MetricId,
    margin: isMetricId(metric) ? margin / METRICS[metric].displayFactor : margin,
    random,
    share: random ? share('share') : null,
  };
}

/** The ids that a new improvement is linked to; several of a kind stand in several fields. */
export function linksOf(form: FormData) {
  const all = (name: string) => form.getAll(name).filter((one): one is string => typeof one === 'string');
  return {
    lineageIds: all('lineageId'),
    statementIds: all('statementId'),
    answers: all('answer').flatMap((one) => answerIn(one) ?? []),
  };
}

/** An answer as an address names it, `placement/response`; null where none is named. */
export function answerIn(text: string | null): { placementId: string; responseId: string } | null {
  if (!text) return null;
  const [placementId = '', responseId = ''] = text.split('/');
  return { placementId, responseId };
}

/** What the writer saw before they wrote; undefined where that cannot be read. */
export function seenIn(form: FormData): Record<string, unknown> | undefined {
  try {
    const seen: unknown = JSON.parse(textOf(form, 'seen'));
    return seen !== null && typeof seen === 'object' ? (seen as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** How numbers of a form are read: as they are typed in the language of who typed them. */
function numbersOf(form: FormData, tongue: Tongue) {
  const number = (name: string) => readTyped(textOf(form, name), tongue);
  const share = (name: string) => {
    const percent = number(name);
    return percent === null ? null : percent / 100;
  };
  return { number, share };
}
