import { SelectField, TextField } from '@/components/ui/field';
import { useText } from '@/components/ui/text';
import type { Tongue } from '@/lib/identity/model';
import type { WhenChoice } from './column-plan';

const monthsIn = (tongue: Tongue) =>
  Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: new Intl.DateTimeFormat(tongue, { month: 'long', timeZone: 'UTC' }).format(
      new Date(Date.UTC(2000, index, 1)),
    ),
  }));

/** When the answers were given, as far as the columns do not say it. */
export function WhenFields({
  when,
  missing,
  timeZones,
  onChange,
}: {
  when: WhenChoice;
  missing: readonly ('on' | 'year' | 'month')[];
  timeZones: readonly string[];
  onChange: (change: Partial<WhenChoice>) => void;
}) {
  const t = useText();
  return (
    <fieldset className="grid max-w-3xl gap-4 sm:grid-cols-3">
      <legend className="mb-2 text-sm font-semibold">{t('When the answers were given')}</legend>
      {missing.includes('on') ? (
        <TextField
          label={t('Day of all answers')}
          type="date"
          required
          value={when.on}
          onChange={(event) => onChange({ on: event.target.value })}
        />
      ) : null}
      {missing.includes('year') ? (
        <TextField
          label={t('Year')}
          type="number"
          required
          min={1970}
          max={9999}
          value={when.year}
          onChange={(event) => onChange({ year: event.target.value })}
        />
      ) : null}
      {missing.includes('month') ? (
        <SelectField
          label={t('Month')}
          required
          value={when.month}
          onChange={(event) => onChange({ month: event.target.value })}
        >
          <option value="">{t('Choose the month')}</option>
          {monthsIn(t.tongue).map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </SelectField>
      ) : null}
      <SelectField
        label={t('Hour')}
        value={when.hour}
        onChange={(event) => onChange({ hour: event.target.value })}
      >
        {Array.from({ length: 24 }, (_, hour) => String(hour)).map((hour) => (
          <option key={hour} value={hour}>
            {hour.padStart(2, '0')}:00
          </option>
        ))}
      </SelectField>
      <SelectField
        label={t('Time zone')}
        value={when.timeZone}
        onChange={(event) => onChange({ timeZone: event.target.value })}
      >
        {timeZones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </SelectField>
    </fieldset>
  );
}
