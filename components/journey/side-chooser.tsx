import Link from 'next/link';
import { Button } from '@/components/ui/button';
import { SelectField, TextField } from '@/components/ui/field';
import { formatPeriod } from '@/lib/format';
import type { JourneyMapView } from '@/lib/insights/model';
import {
  DIMENSION_LABELS,
  DIMENSIONS,
  type Dimension,
  OTHERS,
  type SideBySideView,
  type SideValue,
} from '@/lib/insights/model/side-by-side';
import { SIDE_PARAMS } from '@/lib/insights/rules/side-by-side';
import { channelLabel } from '@/lib/journey/rules/channels';
import { SOURCES } from '@/lib/response/model';
import type { Translate } from '@/lib/translate';
import { SOURCE_LABELS } from './source-labels';

/** What a side is called. */
export function sideName(
  value: SideValue,
  by: Dimension,
  { personas, channels, language }: Pick<JourneyMapView, 'personas' | 'channels' | 'language'>,
  t: Translate,
): string {
  if (typeof value !== 'string') return formatPeriod(value.from, value.to, language);
  if (value === OTHERS) return t('Everybody else');
  if (by === 'persona') return personas.find(({ id }) => id === value)?.name ?? t('Another persona');
  if (by === 'channel') return channelLabel(value, channels, t);
  const source = SOURCES.find((one) => one === value);
  return by === 'source' && source ? t(SOURCE_LABELS[source]) : value;
}

/** What is held against what: a plain form, so that the choice stands in the address. */
export function SideChooser({
  view: { by, a, b, choices, shared },
  search,
  path,
  t,
}: {
  view: SideBySideView;
  /** The address as it is. */
  search: URLSearchParams;
  path: string;
  t: Translate;
}) {
  const rest = new URLSearchParams(search);
  for (const name of SIDE_PARAMS) rest.delete(name);
  const byHref = (dimension: Dimension) => {
    const params = new URLSearchParams(rest);
    params.set('by', dimension);
    return `${path}?${params}`;
  };
  const kept = new URLSearchParams(rest);
  kept.delete(by);
  return (
    <div className="no-print mb-5 flex flex-col gap-3">
      <nav aria-label={t('What to hold against each other')} className="flex flex-wrap gap-1">
        {DIMENSIONS.map((one) => (
          <Link
            key={one}
            href={byHref(one)}
            scroll={false}
            aria-current={one === by ? 'true' : undefined}
            className="inline-flex min-h-8 items-center rounded-full border border-line-strong px-3 text-xs hover:bg-sunk aria-[current]:border-primary aria-[current]:bg-primary aria-[current]:text-on-primary"
          >
            {t(DIMENSION_LABELS[one])}
          </Link>
        ))}
      </nav>
      {by !== 'period' && (a === null || b === null) ? null : (
        <form
          key={`${by} ${JSON.stringify([a, b])}`}
          action={path}
          className="grid items-end gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto]"
        >
          {[...kept].map(([name, value]) => (
            <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
          ))}
          <input type="hidden" name="by" value={by} />
          {(['a', 'b'] as const).map((side) => {
            const value = side === 'a' ? a : b;
            if (value !== null && typeof value !== 'string') {
              return (
                <fieldset key={side} className="grid grid-cols-2 gap-2">
                  <legend className="mb-1 text-sm font-semibold">{side.toUpperCase()}</legend>
                  <TextField type="date" name={side} label={t('From')} defaultValue={value.from} required />
                  <TextField type="date" name={side} label={t('To')} defaultValue={value.to} required />
                </fieldset>
              );
            }
            const all = [...new Set([...choices, ...(value === null ? [] : [value]), OTHERS])];
            return (
              <SelectField key={side} name={side} label={side.toUpperCase()} defaultValue={value ?? ''}>
                {all.map((one) => (
                  <option key={one} value={one}>
                    {sideName(one, by, shared, t)}
                  </option>
                ))}
              </SelectField>
            );
          })}
          <span className="flex flex-wrap gap-2">
            <Button type="submit" className="min-h-10">
              {t('Compare')}
            </Button>
            <Link
              href={turnedHref(path, kept, { by, a, b })}
              scroll={false}
              className="inline-flex min-h-10 items-center px-2 text-sm underline underline-offset-2"
            >
              {t('Swap A and B')}
            </Link>
          </span>
        </form>
      )}
    </div>
  );
}

function turnedHref(
  path: string,
  kept: URLSearchParams,
  { by, a, b }: Pick<SideBySideView, 'by' | 'a' | 'b'>,
): string {
  const params = new URLSearchParams(kept);
  params.set('by', by);
  const add = (name: string, value: SideValue | null) => {
    for (const text of value === null ? [] : typeof value === 'string' ? [value] : [value.from, value.to])
      params.append(name, text);
  };
  add('a', b);
  add('b', a);
  return `${path}?${params}`;
}
