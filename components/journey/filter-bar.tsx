'use client';

import { CalendarDays, Filter as FilterIcon, User } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import type { JourneyMapView } from '@/lib/insights/model';
import { comparisonText } from '@/lib/insights/rules/address';
import { LOOK_PARAMS } from '@/lib/insights/rules/look';
import { SOURCES } from '@/lib/response/model';
import type { Translate } from '@/lib/translate';
import { CompareWith } from './compare-with';
import { ApplyWithoutScript, Choice, FilterChip, Legend } from './filter-parts';
import { useEditor } from './map-editor';
import { type FilterChoices, MoreFilters } from './more-filters';
import { Replay } from './replay';
import { SOURCE_LABELS } from './source-labels';
import { useKeptLook } from './use-look';

/** A period offered by name; without days it is the standing one, the last 90 days. */
export type Preset = { label: string; from: string | null; to: string | null };

const NOTES: Record<'previous' | 'year' | 'days', (t: Translate) => string> = {
  previous: (t) => t('vs previous'),
  year: (t) => t('vs a year before'),
  days: (t) => t('vs other days'),
};

/**
 * What the numbers are of: persona, source and period, all in the address. A plain form that works without script;
 * with it, each choice takes effect at once.
 */
export function FilterBar({
  map,
  asked,
  presets,
  choices,
  touchpoint,
  periodText,
  previousText,
}: {
  map: JourneyMapView;
  /** The days the address bar names. */
  asked: { from: string | null; to: string | null };
  presets: Preset[];
  /** What else may be filtered by; null: nothing else, as for guests. */
  choices: FilterChoices | null;
  touchpoint: string | null;
  /** The period and the one it is compared with, in words; browsers and servers do not spell ranges alike. */
  periodText: string;
  previousText: string;
}) {
  const t = useText();
  const router = useRouter();
  const asIs = useSearchParams();
  const form = useRef<HTMLFormElement>(null);
  const [pending, startTransition] = useTransition();
  const { filter, period, personas } = map;
  const { path } = useEditor();
  useKeptLook(pending);

  useEffect(() => {
    const close = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
      for (const details of form.current?.querySelectorAll('details[open]') ?? []) {
        const inside = event.target instanceof Node && details.contains(event.target);
        if (event.type === 'keydown' && inside) details.querySelector('summary')?.focus();
        if (event.type === 'keydown' || !inside) details.removeAttribute('open');
      }
    };
    document.addEventListener('pointerdown', close);
    document.addEventListener('keydown', close);
    return () => {
      document.removeEventListener('pointerdown', close);
      document.removeEventListener('keydown', close);
    };
  }, []);

  function apply(change: Partial<Record<'from' | 'to' | 'compare', string | null>> = {}) {
    if (!form.current) return;
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(form.current)) {
      if (value !== '' && !(name in change)) params.append(name, String(value));
    }
    for (const [name, value] of Object.entries(change)) if (value) params.set(name, value);
    const query = params.toString();
    startTransition(() => router.push(query ? `${path}?${query}` : path, { scroll: false }));
  }

  const persona = personas.find(({ id }) => id === filter.persona);
  const preset = period.fallback
    ? null
    : presets.find(({ from, to }) => from === asked.from && to === asked.to);
  const sources = filter.sources.map((source) => t(SOURCE_LABELS[source])).join(', ');

  return (
    <form
      ref={form}
      method="get"
      action={path}
      aria-label={t('What the numbers are of')}
      aria-busy={pending}
      className={`no-print flex flex-wrap items-center gap-2 ${pending ? 'opacity-60' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      {touchpoint ? <input type="hidden" name="touchpoint" value={touchpoint} /> : null}
      {LOOK_PARAMS.flatMap((name) =>
        (asIs?.getAll(name) ?? []).map((value) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        )),
      )}
      {personas.length > 0 || filter.persona ? (
        <FilterChip
          icon={<User aria-hidden="true" className="size-3.5" />}
          label={t('Persona')}
          value={persona?.name ?? (filter.persona ? t('Another persona') : t('All'))}
        >
          <Legend text={t('Persona')}>
            {[{ id: '', name: t('Everybody') }, ...personas].map(({ id, name }) => (
              <Choice
                key={id}
                type="radio"
                name="persona"
                value={id}
                label={name}
                checked={(filter.persona ?? '') === id}
                onChange={() => apply()}
              />
            ))}
          </Legend>
          <ApplyWithoutScript />
        </FilterChip>
      ) : null}
      <FilterChip
        icon={<FilterIcon aria-hidden="true" className="size-3.5" />}
        label={t('Source')}
        value={sources || t('All')}
      >
        <Legend text={t('Where answers came from')}>
          {SOURCES.map((source) => (
            <Choice
              key={source}
              type="checkbox"
              name="source"
              value={source}
              label={t(SOURCE_LABELS[source])}
              checked={filter.sources.includes(source)}
              onChange={() => apply()}
            />
          ))}
        </Legend>
        <p className="px-1.5 pt-1 text-xs text-soft">{t('None ticked means all.')}</p>
        <ApplyWithoutScript />
      </FilterChip>
      <FilterChip
        icon={<CalendarDays aria-hidden="true" className="size-3.5" />}
        label={t('Period')}
        labelHidden
        value={preset?.label ?? periodText}
        note={NOTES[typeof filter.compare === 'object' ? 'days' : filter.compare](t)}
      >
        <ul className="flex flex-wrap gap-1.5 pb-2">
          {presets.map(({ label, from, to }) => (
            <li key={label}>
              <button
                type="button"
                aria-pressed={from === asked.from && to === asked.to}
                className={`${buttonClass({ size: 'small' })} aria-pressed:border-primary aria-pressed:bg-primary aria-pressed:text-on-primary`}
                onClick={() => apply({ from, to })}
              >
                {label}
              </button>
            </li>
          ))}
        </ul>
        <div className="grid grid-cols-2 gap-2" key={`${asked.from} ${asked.to}`}>
          <Day name="from" label={t('From')} value={asked.from} shown={period.from} />
          <Day name="to" label={t('To')} value={asked.to} shown={period.to} />
        </div>
        <CompareWith
          compare={filter.compare}
          previousText={previousText}
          apply={(compare) => apply({ compare: comparisonText(compare) })}
        />
        <Button type="submit" size="small" variant="primary">
          {t('Apply')}
        </Button>
        <Replay map={map} pending={pending} apply={apply} />
      </FilterChip>
      <MoreFilters map={map} choices={choices} apply={() => apply()} />
    </form>
  );
}

function Day({
  name,
  label,
  value,
  shown,
}: {
  name: string;
  label: string;
  value: string | null;
  shown: string;
}) {
  const t = useText();
  return (
    <label className="flex flex-col gap-1 text-xs font-medium text-soft">
      {label}
      <input
        type="date"
        name={name}
        defaultValue={value ?? ''}
        title={t('Shown now: {day}', { day: shown })}
        className="min-h-9 rounded-lg border border-field bg-panel px-2 text-sm text-ink"
      />
    </label>
  );
}
