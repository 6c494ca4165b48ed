import { formatDay, formatList, formatPercent, formatScore } from '../../format';
import { EMOTION_WORDS } from '../../scoring/emotion-words';
import { pointName } from '../../scoring/metric';
import { isMetricId, METRICS } from '../../scoring/metrics';
import { msg, type Translate } from '../../translate';
import type { CaseCondition, CaseOutcome, CaseState } from '../model';
import type { AlertCondition, AlertFinding } from '../model/alert';

export const STATE_WORDS: Readonly<Record<CaseState, string>> = {
  open: msg('Open##of a case'),
  in_progress: msg('In progress'),
  waiting: msg('Waiting##of a case'),
  closed: msg('Closed##of a case'),
};

export const OUTCOME_WORDS: Readonly<Record<CaseOutcome, string>> = {
  solved: msg('Solved'),
  explained: msg('Explained to the customer'),
  not_reached: msg('Customer not reached'),
  understood: msg('Understood, no action'),
};

/** What opens a case, in words: 'NPS of 6 or less'. */
export function conditionText(condition: CaseCondition, t: Translate): string {
  switch (condition.kind) {
    case 'score': {
      const metric = METRICS[condition.metric];
      return t('{metric}: {point} or less', {
        metric: metric.name,
        point: pointName(metric, t.tongue, condition.most),
      });
    }
    case 'words':
      return t('Comment with {words}', {
        words: condition.words.map((word) => (t.tongue === 'de' ? `„${word}“` : `“${word}”`)).join(', '),
      });
    case 'comment':
      return t('Any comment');
    case 'emotion':
      return t('Feeling: {words}', {
        words: formatList(
          condition.words.map((id) => EMOTION_WORDS.find((one) => one.id === id)?.label[t.tongue] ?? id),
          t.tongue,
        ),
      });
  }
}

/** What raises an alert, in words. */
export function alertConditionText(condition: AlertCondition, t: Translate): string {
  switch (condition.kind) {
    case 'score':
      return t('{metric} below {below} with at least {probability} probability', {
        metric: METRICS[condition.metric].name,
        below: formatScore(condition.metric, condition.below, t.tongue),
        probability: formatPercent(condition.probability),
      });
    case 'drop':
      return t('A watched score falls beyond chance');
    case 'silence':
      return t('Nobody answers for {days, plural, one {# day} other {# days}} where people used to', {
        days: condition.days,
      });
    case 'bounce':
      return t('More than {share} of the campaign mail cannot be delivered', {
        share: formatPercent(condition.shareRatio),
      });
  }
}

const VERY_LIKELY = 0.95;

/** What was found, in a sentence that claims no more than the numbers do. */
export function findingText(finding: AlertFinding, t: Translate): string {
  switch (finding.kind) {
    case 'score': {
      const numbers = {
        metric: METRICS[finding.metric].name,
        below: formatScore(finding.metric, finding.below, t.tongue),
        probability: surePercent(finding.probability),
        value: formatScore(finding.metric, finding.value, t.tongue),
        n: finding.n,
      };
      return finding.probability >= VERY_LIKELY
        ? t(
            '{metric} is very likely below {below}: {probability} ({value} from {n, number} answers)',
            numbers,
          )
        : t('{metric} is likely below {below}: {probability} ({value} from {n, number} answers)', numbers);
    }
    case 'drop':
      return t('{metric} fell beyond chance, some time between {from} and {to}', {
        metric: METRICS[finding.metric].name,
        from: formatDay(finding.from, t.tongue),
        to: formatDay(finding.to, t.tongue),
      });
    case 'silence':
      return t(
        'No answer for {days, plural, one {# day} other {# days}}; before, one came about every {usual, plural, one {day} other {# days}}',
        {
          days: finding.days,
          usual: Math.max(1, Math.round(finding.usualDays)),
        },
      );
    case 'bounce':
      return t('{failed, number} of {all, number} mails of the last {days} days could not be delivered', {
        failed: finding.failed,
        all: finding.failed + finding.sent,
        days: finding.days,
      });
  }
}

/** A probability as percent; never '100 %', because it is not certain. */
export const surePercent = (probability: number): string =>
  probability > 0.99 ? `> ${formatPercent(0.99)}` : formatPercent(probability);

/** A score with the scale's top: '2 of 10', '−1'; '–' where it was skipped. */
export function pointText(metric: string, score: number | null, t: Translate): string {
  if (score === null || !isMetricId(metric)) return '–';
  const { scale, faces, name } = METRICS[metric];
  if (faces) return `${name}: ${pointName(METRICS[metric], t.tongue, score)}`;
  return t('{metric}: {score} of {max}', { metric: name, score, max: scale.max });
}
