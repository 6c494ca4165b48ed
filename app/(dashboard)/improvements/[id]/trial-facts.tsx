import type { ReactNode } from 'react';
import { VerdictChip } from '@/components/journey/improvement-verdict';
import { Notice } from '@/components/ui/notice';
import {
  formatChange,
  formatChangeInterval,
  formatCount,
  formatDay,
  formatDecimal,
  formatInterval,
  formatPercent,
  formatPeriod,
  formatScore,
} from '@/lib/format';
import {
  type Compared,
  TRIAL_BY_LABELS,
  type TrialGroup,
  type TrialView,
} from '@/lib/improvements/model/trial';
import { groupName, type NamedGroups } from '@/lib/improvements/rules/group-name';
import { METRICS, type MetricId } from '@/lib/scoring/metrics';
import type { Interval } from '@/lib/statistics/interval';
import { msg, type Translate } from '@/lib/translate';
import { Cell, RowName, SmallTable } from '../small-table';

/** Shares move by points of percent, as CSAT does. */
const RATE: MetricId = 'csat';

/** Below this share of common days, groups are not said to be asked at the same time. */
const TOGETHER = 0.8;

/** What a trial has shown: both groups beside each other, what differs between them, and what it may be taken for. */
export function TrialFacts({
  trial,
  groups,
  minimumN,
  t,
}: {
  trial: TrialView;
  groups: NamedGroups;
  minimumN: number;
  t: Translate;
}) {
  const { metric, controlGroup, variantGroup, split, rate, score } = trial;
  const nameOf = (value: string) => groupName(trial.by, value, groups, t);
  const over = trial.to !== null && trial.until === trial.to;
  const clear = [rate, score].some((one) => one?.kind === 'better' || one?.kind === 'worse');
  return (
    <div className="flex flex-col gap-4 text-sm">
      <p className="text-soft">
        {t('{by}, {days}, judged by {metric}.', {
          by: t(TRIAL_BY_LABELS[trial.by]),
          days: formatPeriod(trial.from, trial.until, t.tongue),
          metric: METRICS[metric].name,
        })}
      </p>
      <Warnings trial={trial} t={t} />
      <SmallTable
        label={t('Two groups beside each other')}
        head={[t('Group'), t('Response rate'), t('Scores')]}
      >
        <GroupRow
          label={t('Control')}
          name={nameOf(trial.control)}
          group={controlGroup}
          minimumN={minimumN}
          t={t}
        />
        <GroupRow
          label={t('Variant')}
          name={nameOf(trial.variant)}
          group={variantGroup}
          minimumN={minimumN}
          t={t}
        />
      </SmallTable>
      <dl className="flex flex-col gap-3">
        <Part term={t('Response rate: variant minus control')}>
          {rate ? (
            <ComparedFacts compared={rate} metric={RATE} over={over} people={t('people asked')} t={t} />
          ) : controlGroup.rate && variantGroup.rate ? (
            t('Too few people were asked so far.')
          ) : (
            t('Not known: nobody counts how many in both groups were asked. Mailings are counted.')
          )}
        </Part>
        <Part term={t('{metric}: variant minus control', { metric: METRICS[metric].label })}>
          {score ? (
            <ComparedFacts
              compared={score}
              over={over}
              metric={metric}
              people={t('answers##that make something certain')}
              t={t}
            />
          ) : trial.apart ? (
            t(
              'Told apart, not compared: the groups were asked in other words, so a difference would be that of the question.',
            )
          ) : (
            t(
              '{n, plural, one {# more answer is} other {# more answers are}} needed before anything is compared',
              {
                n: Math.max(1, trial.lacking),
              },
            )
          )}
        </Part>
        {split ? (
          <Part term={t('Sizes of the groups')}>
            <span className="tabular">
              {t(
                '{seen} in the variant of {n} who {of, select, asked {were asked} other {answered}}; planned {planned}, p {p}.',
                {
                  seen: formatDecimal(split.seen * 100, 1, t.tongue) + PERCENT,
                  n: formatCount(split.n, t.tongue),
                  of: split.of,
                  planned: formatDecimal(split.planned * 100, 1, t.tongue) + PERCENT,
                  p: probability(split.p, t),
                },
              )}
            </span>
          </Part>
        ) : null}
      </dl>
      <p className="text-xs text-soft">
        {trial.random && !split?.off
          ? t(
              'Chance decided who is in which group, as your team says: beyond chance, a difference comes from the change.',
            )
          : trial.random
            ? t(
                'Your team says that chance decided who is in which group, but their sizes speak against it: take it as going together, no more.',
              )
            : t(
                'It goes together, and that is all: chance did not decide who is in which group, so the groups may differ in other ways.',
              )}{' '}
        {rate && clear
          ? t('Where more people answer, other people answer: read both differences together.')
          : ''}
      </p>
    </div>
  );
}

const PERCENT = '\u00a0%';

function Part({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="mb-1 font-medium">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function GroupRow({
  label,
  name,
  group: { rate, measures },
  minimumN,
  t,
}: {
  label: string;
  /** null: what it names is gone. */
  name: string | null;
  group: TrialGroup;
  minimumN: number;
  t: Translate;
}) {
  return (
    <tr>
      <RowName>
        <span className="block text-xs text-soft">{label}</span>
        <span className="font-medium">{name ?? t('no longer there')}</span>
      </RowName>
      <Cell>
        {rate ? (
          <>
            <b className="font-semibold">{formatPercent(rate.value)}</b>{' '}
            <span className="text-xs whitespace-nowrap text-soft">{percents(rate)}</span>
            <span className="block text-xs text-soft">
              {t('{answered} of {asked}', {
                answered: formatCount(rate.answered, t.tongue),
                asked: formatCount(rate.asked, t.tongue),
              })}
            </span>
          </>
        ) : (
          <span className="text-soft">{t('not known')}</span>
        )}
      </Cell>
      <Cell>
        {measures.length === 0 ? <span className="text-soft">{t('No answers')}</span> : null}
        <ul>
          {measures.map(({ metric, wording, score }) => (
            <li key={`${metric} ${wording}`}>
              {METRICS[metric].label}{' '}
              {score.n >= minimumN ? (
                <>
                  <b className="font-semibold">{formatScore(metric, score.value, t.tongue)}</b>{' '}
                  <span className="text-xs whitespace-nowrap text-soft">
                    {formatInterval(metric, score.low, score.high, t.tongue)}
                  </span>
                </>
              ) : (
                '–'
              )}
              <span className="block text-xs text-soft wrap-anywhere">
                {t('n {n}', { n: formatCount(score.n, t.tongue) })} · {wording}
              </span>
            </li>
          ))}
        </ul>
      </Cell>
    </tr>
  );
}

/** One difference: the verdict, both intervals, and how many more people would make it certain. */
function ComparedFacts({
  compared: { kind, delta, once, daily, p, clearOn, margin, missing },
  metric,
  people,
  over,
  t,
}: {
  compared: Compared;
  metric: MetricId;
  people: string;
  /** Its last day is over. */
  over: boolean;
  t: Translate;
}) {
  const more = { n: formatCount(missing ?? 0, t.tongue), people };
  const around = formatChange(metric, margin, t.tongue).replace('+', '');
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <VerdictChip verdict={{ kind }} t={t} />
        <span className="tabular">
          <strong className="font-semibold whitespace-nowrap">{formatChange(metric, delta, t.tongue)}</strong>{' '}
          <span className="text-soft">
            {t('(could be {interval})', { interval: formatChangeInterval(metric, daily, t.tongue) })}
          </span>
        </span>
      </p>
      <p className="tabular mt-1 text-xs text-soft">
        {t(RULES[kind], { margin: around })}{' '}
        {t('You may look every day: the interval holds at all looks together (always-valid, p {p}).', {
          p: probability(p, t),
        })}{' '}
        {t('For a single look it would be {interval} ({method}).', {
          interval: formatChangeInterval(metric, once, t.tongue),
          method: METHODS[once.method] ?? once.method,
        })}{' '}
        {clearOn && (kind === 'better' || kind === 'worse')
          ? t('Clear since {day}.', { day: formatDay(clearOn, t.tongue) })
          : ''}
      </p>
      {kind === 'unclear' ? (
        <p className="mt-1 text-xs">
          {missing === null
            ? t('If it stays as it is, no usual number of people makes it certain.')
            : over
              ? t('It ended before it was certain: about {n} more {people} would have made it so.', more)
              : t('If it stays as it is, about {n} more {people} make it certain.', more)}
        </p>
      ) : null}
    </>
  );
}

const RULES: Readonly<Record<Compared['kind'], string>> = {
  better: msg('Better: the interval leaves out “no difference”.'),
  worse: msg('Worse: the interval leaves out “no difference”.'),
  same: msg('The same within {margin}: the interval holds “no difference” and nothing as large as that.'),
  unclear: msg('Unclear: the interval still holds both “no difference” and one beyond {margin}.'),
};

const METHODS: Readonly<Record<string, string>> = {
  newcombe: 'Newcombe',
  welch: 'Welch',
  'adjusted-wald-difference': 'adjusted Wald',
};

/** What casts doubt on the comparison as a whole. */
function Warnings({ trial: { split, together, setLate, from }, t }: { trial: TrialView; t: Translate }) {
  return (
    <>
      {split?.off ? (
        <Notice tone="warn">
          {t(
            'The groups are not as large as planned. Something other than chance decides who is in which, so do not trust the comparison before you know what.',
          )}
        </Notice>
      ) : null}
      {together !== null && together < TOGETHER ? (
        <Notice tone="warn">
          {t(
            'Only {share} of the answers came in days when both groups were answering. What else changed meanwhile counts as a difference.',
            { share: formatPercent(together) },
          )}
        </Notice>
      ) : null}
      {setLate > 0 ? (
        <p className="text-soft">
          {t(
            'Written down {n, plural, one {# day} other {# days}} after it began on {day}: what was seen by then may have guided the choice.',
            { n: setLate, day: formatDay(from, t.tongue) },
          )}
        </p>
      ) : null}
    </>
  );
}

const percents = ({ low, high }: Interval) =>
  `${formatPercent(low).replace(PERCENT, '')} … ${formatPercent(high)}`;

function probability(p: number, t: Translate): string {
  return p < 0.001 ? `< ${formatDecimal(0.001, 3, t.tongue)}` : formatDecimal(p, 3, t.tongue);
}
