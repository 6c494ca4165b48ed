import { ChartTools } from '@/components/charts/chart-tools';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { Table, Td, Th } from '@/components/ui/table';
import { formatChange, formatChangeInterval, formatCount, formatInterval, formatScore } from '@/lib/format';
import type { QuestionView } from '@/lib/insights/model/drivers';
import type { CohortView } from '@/lib/insights/model/people';
import { METRICS } from '@/lib/scoring/metrics';
import type { GroupId } from '@/lib/scoring/wording';
import { msg, type Translate } from '@/lib/translate';

const GROUP_WORDS: Readonly<Record<GroupId, string>> = {
  low: msg('low##of a rating'),
  middle: msg('middling##of a rating'),
  high: msg('high##of a rating'),
};

/** Two questions to choose, and how the answers to the second differ by those to the first. */
export function CohortPart({
  questions,
  cohort,
  search,
  minimumN,
  t,
}: {
  questions: QuestionView[];
  cohort: CohortView;
  search: URLSearchParams;
  minimumN: number;
  t: Translate;
}) {
  const { first, later, people, groups, difference } = cohort;
  return (
    <>
      <form method="get" action="#cohort" className="no-print mb-3 flex flex-wrap items-end gap-2">
        {[...search]
          .filter(([name]) => !['first', 'later', 'page'].includes(name))
          .map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
        <Picker name="first" label={t('Answered first')} questions={questions} chosen={first} t={t} />
        <Picker name="later" label={t('And then, or later')} questions={questions} chosen={later} t={t} />
        <Button type="submit">{t('Compare')}</Button>
      </form>
      {people === 0 ? (
        <p className="text-sm text-soft">
          {t('Nobody who is known answered both in this order. Choose other questions or a longer period.')}
        </p>
      ) : (
        <ChartTools
          id="cohort-chart"
          title={t('{later}, by {first}', {
            later: `${later.touchpointTitle}: ${later.title}`,
            first: `${first.touchpointTitle}: ${first.title}`,
          })}
          note={t('{n} people; {formula}, 95 % intervals', {
            n: formatCount(people, t.tongue),
            formula: METRICS[later.metric].formula,
          })}
        >
          <Table
            label={t('How the second answer differs by the first')}
            head={
              <tr>
                <Th>
                  {first.touchpointTitle}: {METRICS[first.metric].label}
                </Th>
                <Th>{t('People##who answered')}</Th>
                <Th>
                  {later.touchpointTitle}: {METRICS[later.metric].label}
                </Th>
              </tr>
            }
          >
            {groups.map(({ group, n, score }) => (
              <tr key={group}>
                <Td>
                  {t(GROUP_WORDS[group])} <span className="text-xs text-soft">{rangeOf(first, group)}</span>
                </Td>
                <Td className="tabular">{formatCount(n, t.tongue)}</Td>
                <Td className="tabular">
                  {score === null ? (
                    <span className="text-xs text-soft">
                      {t('too few to score ({n} of {minimum})', { n, minimum: minimumN })}
                    </span>
                  ) : (
                    <span title={t('95 % interval, {method}', { method: score.method })}>
                      <span className="font-semibold">
                        {formatScore(later.metric, score.value, t.tongue)}
                      </span>{' '}
                      <span className="text-xs text-soft">
                        {formatInterval(later.metric, score.low, score.high, t.tongue)}
                      </span>
                    </span>
                  )}
                </Td>
              </tr>
            ))}
          </Table>
          <p className="mt-2 text-sm">
            {difference === null
              ? t('Too few people on one side to compare low with high.')
              : t('High against low: {difference}, 95 % interval {interval}. {verdict}', {
                  difference: formatChange(later.metric, difference.delta, t.tongue),
                  interval: formatChangeInterval(later.metric, difference, t.tongue),
                  verdict:
                    difference.low > 0
                      ? t('Higher after a high rating.')
                      : difference.high < 0
                        ? t('Lower after a high rating.')
                        : t('Too early to tell.##of a cohort'),
                })}
          </p>
        </ChartTools>
      )}
    </>
  );
}

function Picker({
  name,
  label,
  questions,
  chosen,
  t,
}: {
  name: string;
  label: string;
  questions: QuestionView[];
  chosen: QuestionView;
  t: Translate;
}) {
  return (
    <div className="min-w-0 max-w-full basis-72">
      <SelectField label={label} name={name} defaultValue={chosen.key}>
        {questions.map(({ key, touchpointId, touchpointTitle, title }) => (
          <option key={key} value={key}>
            {[...new Set([touchpointId === null ? t('The whole journey') : touchpointTitle, title])].join(
              ' · ',
            )}
          </option>
        ))}
      </SelectField>
    </div>
  );
}

/** The points of a group, '0–6'. */
function rangeOf({ metric }: QuestionView, group: GroupId): string {
  const { groups, scale } = METRICS[metric];
  const place = groups.findIndex(({ id }) => id === group);
  const from = place === 0 ? scale.min : (groups[place - 1]?.upTo ?? scale.min) + 1;
  const to = groups[place]?.upTo ?? scale.max;
  const point = (at: number) => String(at).replace('-', '−');
  return from === to ? point(from) : `${point(from)} … ${point(to)}`;
}
