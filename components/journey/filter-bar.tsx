'use client';

import { CalendarDays, Filter as FilterIcon, User } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { useEffect, useRef, useTransition } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import type { Filter } from '@/lib/insights/model';
import { comparisonText } from '@/lib/insights/rules/address';
import { SOURCES } from '@/lib/response/model';
import type { Translate } from '@/lib/translate';
import { CompareWith } from './compare-with';
import { ApplyWithoutScript, Choice, FilterChip, Legend } from './filter-parts';
import { type FilterChoices, MORE_NAMES, MoreFilters } from './more-filters';
import { Replay, type Replayed } from './replay';
import { SOURCE_LABELS } from './source-labels';
import { useKeptLook } from './use-look';

/** A period offered by name; without days it is the one that is shown where nobody asks for another. */
export type Preset = { label: string; from: string | null; to: string | null };

/** What numbers are narrowed to, and the names of what can be chosen. Of no teams and members, no owner can be. */
export type Filtered = {
  filter: Omit<Filter, 'from' | 'to'>;
  personas: readonly { id: string; name: string }[];
  teams: readonly { id: string; name: string }[];
  members: readonly { id: string; name: string }[];
  /** The workspace's own channels. */
  channels: readonly { key: string; label: string }[];
};

/** The period in words; browsers and servers do not spell ranges alike. */
export type PeriodChoice = {
  /** The days the address names. */
  asked: { from: string | null; to: string | null };
  presets: Preset[];
  /** The days that are shown. */
  from: string;
  to: string;
  text: string;
  /** Whether other days are shown than were asked for. */
  fallback: boolean;
  /** The period that it is compared with; null: the page compares with none. */
  comparedText: string | null;
};

const NOTES: Record<'previous' | 'year' | 'days', (t: Translate) => string> = {
  previous: (t) => t('vs previous'),
  year: (t) => t('vs a year before'),
  days: (t) => t('vs other days'),
};

/** Of the address, what is of no use once other numbers are shown. */
const DROPPED = ['page', 'tab'];

/**
 * What the numbers of a page are of: persona, source, period and more, all in the address. A plain form that works without
 * script; with it, each choice takes effect at once. Whatever else the address says stays in it, also those parts of a
 * filter that this page does not follow.
 */
export function FilterBar({
  of,
  path,
  period,
  replay = null,
  choices,
}: {
  of: Filtered;
  /** The page itself. */
  path: string;
  /** null: the page has no period. */
  period: PeriodChoice | null;
  /** What the replay steps through; null: there is none. */
  replay?: Replayed | null;
  /** What else may be filtered by; null: nothing else, as for guests. */
  choices: FilterChoices | null;
}) {
  const t = useText();
  const router = useRouter();
  const asIs = useSearchParams();
  const form = useRef<HTMLFormElement>(null);
  const [pending, startTransition] = useTransition();
  const { filter, personas } = of;
  const compared = period?.comparedText ?? null;
  const owned = of.teams.length > 0 || of.members.length > 0;
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
  const preset =
    period === null || period.fallback
      ? null
      : period.presets.find(({ from, to }) => from === period.asked.from && to === period.asked.to);
  const own = new Set<string>([
    ...['persona', 'source'],
    ...(period === null ? [] : ['from', 'to']),
    ...(compared === null ? [] : ['compare']),
    ...(choices === null ? [] : MORE_NAMES.filter((name) => owned || name !== 'owner')),
  ]);
  const kept = [...(asIs ?? [])].filter(([name]) => !own.has(name) && !DROPPED.includes(name));
  const sources = filter.sources.map((source) => t(SOURCE_LABELS[source])).join(', ');

  return (
    <form
      ref={form}
      method="get"
      action={path}
      aria-label={t('What the numbers are of')}
      aria-busy={pending}
      className={`no-print relative flex flex-wrap items-center gap-2 ${pending ? 'opacity-60' : ''}`}
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      {kept.map(([name, value]) => (
        <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
      ))}
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
      {period === null ? null : (
        <FilterChip
          icon={<CalendarDays aria-hidden="true" className="size-3.5" />}
          label={t('Period')}
          labelHidden
          value={preset?.label ?? period.text}
          {...(compared === null
            ? {}
            : { note: NOTES[typeof filter.compare === 'object' ? 'days' : filter.compare](t) })}
        >
          <ul className="flex flex-wrap gap-1.5 pb-2">
            {period.presets.map(({ label, from, to }) => (
              <li key={label}>
                <button
                  type="button"
                  aria-pressed={from === period.asked.from && to === period.asked.to}
                  className={`${buttonClass({ size: 'small' })} aria-pressed:border-primary aria-pressed:bg-primary aria-pressed:text-on-primary`}
                  onClick={() => apply({ from, to })}
                >
                  {label}
                </button>
              </li>
            ))}
          </ul>
          <div className="mb-2 grid grid-cols-2 gap-2" key={`${period.asked.from} ${period.asked.to}`}>
            <Day name="from" label={t('From')} value={period.asked.from} shown={period.from} />
            <Day name="to" label={t('To')} value={period.asked.to} shown={period.to} />
          </div>
          {compared === null ? null : (
            <CompareWith
              compare={filter.compare}
              previousText={compared}
              apply={(compare) => apply({ compare: comparisonText(compare) })}
            />
          )}
          <Button type="submit" size="small" variant="primary">
            {t('Apply')}
          </Button>
          {replay === null ? null : <Replay map={replay} />}
        </FilterChip>
      )}
      {choices === null ? null : (
        <MoreFilters of={of} choices={choices} owned={owned} apply={() => apply()} />
      )}
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
