'use client';

import { useState, useTransition } from 'react';
import { SelectField } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { useText } from '@/components/ui/text';
import { useToast } from '@/components/ui/toast';
import { ALARM_RATES } from '@/lib/insights/model/watch';
import { saveWatch } from './actions';

/** Chooses how many false alarms over the whole map one lives with; kept as soon as it is chosen. */
export function RateForm({ journeyId, alarmsPerYear }: { journeyId: string; alarmsPerYear: number }) {
  const t = useText();
  const say = useToast();
  const [why, setWhy] = useState<string | null>(null);
  const [saving, start] = useTransition();
  const own = ALARM_RATES.every(({ perYear }) => perYear !== alarmsPerYear);
  return (
    <div className="flex max-w-md flex-col gap-2">
      <SelectField
        label={t('False alarms over the whole map')}
        hint={t('Fewer false alarms mean that true changes are noticed later.')}
        defaultValue={String(alarmsPerYear)}
        disabled={saving}
        aria-busy={saving}
        onChange={({ currentTarget: { value } }) =>
          start(async () => {
            const reply = await saveWatch({ journeyId, alarmsPerYear: Number(value) }).catch(() => null);
            if (reply?.ok) {
              setWhy(null);
              say(t('The watch follows the new rate'));
            } else setWhy(reply?.problem.title ?? t('The server could not be reached. Try again.'));
          })
        }
      >
        {ALARM_RATES.map(({ perYear, label }) => (
          <option key={perYear} value={perYear}>
            {t(label)}
          </option>
        ))}
        {own ? <option value={alarmsPerYear}>{t('{n} a year', { n: alarmsPerYear })}</option> : null}
      </SelectField>
      {why ? (
        <Notice tone="bad" live>
          {why}
        </Notice>
      ) : null}
    </div>
  );
}
