'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import type { Comparison } from '@/lib/insights/model';
import { comparisonText } from '@/lib/insights/rules/address';
import { Choice, Legend } from './filter-parts';

/** What the period is compared with: the days before, the same weekdays a year before, or days of one's own. */
export function CompareWith({
  compare,
  previousText,
  apply,
}: {
  compare: Comparison;
  /** The days that it is compared with now, in words. */
  previousText: string;
  apply: (compare: Comparison) => void;
}) {
  const t = useText();
  const own = typeof compare === 'object';
  const [days, setDays] = useState(own ? compare : { from: '', to: '' });
  const text = comparisonText(compare) ?? 'previous';
  const good = days.from !== '' && days.to !== '' && days.from <= days.to;
  return (
    <div className="py-2">
      <Legend text={t('Compared with {period}.', { period: previousText })}>
        <Choice
          type="radio"
          name="compare"
          value=""
          label={t('The days before')}
          checked={text === 'previous'}
          onChange={() => apply('previous')}
        />
        <Choice
          type="radio"
          name="compare"
          value="year"
          label={t('The same weekdays a year before')}
          checked={text === 'year'}
          onChange={() => apply('year')}
        />
        {own ? (
          <Choice
            type="radio"
            name="compare"
            value={text}
            label={previousText}
            checked
            onChange={() => apply(compare)}
          />
        ) : null}
      </Legend>
      <fieldset className="mt-1 grid grid-cols-2 items-end gap-2 px-1.5">
        <legend className="sr-only">{t('Other days to compare with')}</legend>
        {(['from', 'to'] as const).map((end) => (
          <label key={end} className="flex flex-col gap-1 text-xs font-medium text-soft">
            {end === 'from' ? t('Other days from') : t('To')}
            <input
              type="date"
              value={days[end]}
              onChange={(event) => setDays({ ...days, [end]: event.target.value })}
              className="min-h-9 rounded-lg border border-field bg-panel px-2 text-sm text-ink"
            />
          </label>
        ))}
        <Button size="small" disabled={!good} onClick={() => apply(days)}>
          {t('Compare with these')}
        </Button>
      </fieldset>
    </div>
  );
}
