import { Chip } from '@/components/ui/chip';
import {
  formatChange,
  formatChangeInterval,
  formatCount,
  formatDay,
  formatDecimal,
  formatInterval,
  formatList,
  formatPeriod,
  formatScore,
} from '@/lib/format';
import { VERDICT_LABELS, type Verdict, type VerdictKind } from '@/lib/improvements/model';
import { METRICS } from '@/lib/scoring/metrics';
import { msg, type Translate } from '@/lib/translate';

const TONES: Readonly<Record<VerdictKind, 'good' | 'bad' | 'plain' | 'quiet'>> = {
  better: 'good',
  worse: 'bad',
  same: 'plain',
  unclear: 'quiet',
};

const SIGNS: Readonly<Record<VerdictKind, string>> = { better: '▲', worse: '▼', same: '=', unclear: '…' };

/** What came of an improvement, in a word. */
export function VerdictChip({ verdict, t }: { verdict: Pick<Verdict, 'kind'>; t: Translate }) {
  return (
    <Chip tone={TONES[verdict.kind]}>
      <span aria-hidden="true">{SIGNS[verdict.kind]}</span>
      {t(VERDICT_LABELS[verdict.kind])}
    </Chip>
  );
}

/** The change of the score with what it could be, '+14 pp (could be +9 … +20 pp)'. */
function VerdictNumbers({ verdict, t }: { verdict: Verdict; t: Translate }) {
  const { metric, effect, missing } = verdict;
  if (effect === null) {
    return (
      <span className="text-soft">
        {t(
          '{n, plural, one {# more answer is} other {# more answers are}} needed before anything is compared',
          {
            n: Math.max(1, missing),
          },
        )}
      </span>
    );
  }
  return (
    <span className="tabular">
      {METRICS[metric].label}{' '}
      <strong className="font-semibold whitespace-nowrap">
        {formatChange(metric, effect.delta, t.tongue)}
      </strong>{' '}
      <span className="whitespace-nowrap text-soft">
        {t('(could be {interval})', { interval: formatChangeInterval(metric, effect, t.tongue) })}
      </span>
    </span>
  );
}

/** The verdict in a word and in numbers, and whether it is more than before and after. */
export function VerdictLine({ verdict, t }: { verdict: Verdict; t: Translate }) {
  return (
    <span className="mt-1 flex flex-wrap items-center gap-x-2 gap-y-1 text-xs">
      <VerdictChip verdict={verdict} t={t} />
      <VerdictNumbers verdict={verdict} t={t} />
      {verdict.effect ? (
        <span className="tabular text-soft">
          {t('n {n} since', { n: formatCount(verdict.after.score.n, t.tongue) })}
        </span>
      ) : null}
      {verdict.effect && verdict.method === 'before-after' ? (
        <span className="text-soft">{t('Before and after, not a test')}</span>
      ) : null}
    </span>
  );
}

/** The verdict with all that it rests on: both scores, the comparison, the method. */
export function VerdictDetails({
  verdict,
  minimumN,
  t,
}: {
  verdict: Verdict;
  minimumN: number;
  t: Translate;
}) {
  const { metric, before, after, effect, worth } = verdict;
  const score = ({ score: one }: Verdict['before']) =>
    one.n < minimumN
      ? t('Too few to score ({n} of {minimum})', { n: one.n, minimum: minimumN })
      : t('{score}, 95 % interval {interval}, n {n}', {
          score: formatScore(metric, one.value, t.tongue),
          interval: formatInterval(metric, one.low, one.high, t.tongue),
          n: formatCount(one.n, t.tongue),
        });
  return (
    <div className="flex flex-col gap-2 text-sm">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <VerdictChip verdict={verdict} t={t} />
        <VerdictNumbers verdict={verdict} t={t} />
      </p>
      <dl className="tabular grid gap-x-4 gap-y-1 sm:grid-cols-[auto_1fr]">
        <dt className="text-soft">{t('Before the start')}</dt>
        <dd>
          {score(before)}{' '}
          <span className="text-soft">({formatPeriod(before.from, before.to, t.tongue)})</span>
        </dd>
        <dt className="text-soft">{t('Since customers feel it')}</dt>
        <dd>
          {score(after)} <span className="text-soft">({formatPeriod(after.from, after.to, t.tongue)})</span>
        </dd>
      </dl>
      <p>{methodText(verdict, t)}</p>
      <p className="text-xs text-soft">
        {t('A difference of {worth} was held to be worth having at the start. {rule}', {
          worth: formatChange(metric, worth, t.tongue).replace('+', ''),
          rule: t(RULES[verdict.kind]),
        })}{' '}
        {effect
          ? t('You may look every day: the interval holds at all looks together (always-valid, p {p}).', {
              p:
                effect.p < 0.001
                  ? `< ${formatDecimal(0.001, 3, t.tongue)}`
                  : formatDecimal(effect.p, 3, t.tongue),
            })
          : ''}{' '}
        {effect?.clearOn && (verdict.kind === 'better' || verdict.kind === 'worse')
          ? t('Clear since {day}.', { day: formatDay(effect.clearOn, t.tongue) })
          : ''}
      </p>
    </div>
  );
}

const RULES: Readonly<Record<VerdictKind, string>> = {
  better: msg('The interval does not hold “no change”.'),
  worse: msg('The interval does not hold “no change”.'),
  same: msg('The interval holds “no change” and nothing as large as that.'),
  unclear: msg('The interval still holds “no change” and as much as that.'),
};

/** Against what it is compared, in a sentence. */
function methodText({ method, others, placeboFailed, metric }: Verdict, t: Translate): string {
  if (method === 'difference-in-differences' && others) {
    return t(
      'Compared with {others}, where nothing was changed: there the score moved by {trend} in the same days, and that is taken off.',
      {
        others: formatList(
          others.titles.map((title) => t('“{title}”', { title })),
          t.tongue,
        ),
        trend: formatChange(metric, others.trend, t.tongue),
      },
    );
  }
  return placeboFailed
    ? t(
        'Before and after, not a test: the touchpoints without a change had already moved apart before the start, so they are no comparison.',
      )
    : t(
        'Before and after, not a test: no touchpoint without a change has enough answers to the same question, so something else may have moved the score.',
      );
}
