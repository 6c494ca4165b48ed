'use client';

import { CalendarDays, Filter as FilterIcon, User } from 'lucide-react';
import { useRouter, useSearchParams } from 'next/navigation';
import { type ReactNode, useEffect, useRef, useTransition } from 'react';
import { Button, buttonClass } from '@/components/ui/button';
import { useText } from '@/components/ui/text';
import type { JourneyMapView } from '@/lib/insights/model';
import { LOOK_PARAMS } from '@/lib/insights/rules/look';
import { SOURCES } from '@/lib/response/model';
import { useEditor } from './map-editor';
import { SOURCE_LABELS } from './source-labels';
import { useKeptLook } from './use-look';

/** A period offered by name; without days it is the standing one, the last 90 days. */
export type Preset = { label: string; from: string | null; to: string | null };

/**
 * What the numbers are of: persona, source and period, all in the address. A plain form that works without script;
 * with it, each choice takes effect at once.
 */
export function FilterBar({
  map,
  asked,
  presets,
  touchpoint,
  periodText,
  previousText,
}: {
  map: JourneyMapView;
  /** The days the address bar names. */
  asked: { from: string | null; to: string | null };
  presets: Preset[];
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

  function apply(change: Partial<{ from: string | null; to: string | null }> = {}) {
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
        note={t('vs previous')}
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
        <p className="py-2 text-xs text-soft">{t('Compared with {period}.', { period: previousText })}</p>
        <Button type="submit" size="small" variant="primary">
          {t('Apply')}
        </Button>
      </FilterChip>
    </form>
  );
}

function FilterChip({
  icon,
  label,
  labelHidden = false,
  value,
  note,
  children,
}: {
  icon: ReactNode;
  label: string;
  labelHidden?: boolean;
  value: string;
  note?: string;
  children: ReactNode;
}) {
  return (
    <details name="filter" className="relative">
      <summary className="flex min-h-8 max-w-72 list-none items-center gap-1.5 rounded-full border border-line-strong bg-panel px-3 text-xs whitespace-nowrap hover:bg-sunk">
        <span className="text-soft">{icon}</span>
        <span className={labelHidden ? 'sr-only' : 'text-soft'}>{label}</span>
        <span className="truncate font-semibold">{value}</span>
        {note ? <span className="text-soft">{note}</span> : null}
      </summary>
      <div className="absolute top-full left-0 z-40 mt-1.5 w-max max-w-[min(21rem,calc(100vw-2rem))] min-w-52 rounded-xl border border-line bg-panel p-3 shadow-pop max-sm:fixed max-sm:inset-x-4 max-sm:top-auto max-sm:w-auto max-sm:max-w-none">
        {children}
      </div>
    </details>
  );
}

function Legend({ text, children }: { text: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="pb-1 text-xs font-medium text-soft">{text}</legend>
      {children}
    </fieldset>
  );
}

function Choice({
  type,
  name,
  value,
  label,
  checked,
  onChange,
}: {
  type: 'radio' | 'checkbox';
  name: string;
  value: string;
  label: string;
  checked: boolean;
  onChange: () => void;
}) {
  return (
    <label className="flex min-h-9 items-center gap-2.5 rounded-lg px-1.5 text-sm hover:bg-sunk">
      <input
        key={String(checked)}
        type={type}
        name={name}
        value={value}
        defaultChecked={checked}
        onChange={onChange}
        className="size-4 accent-accent"
      />
      {label}
    </label>
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

function ApplyWithoutScript() {
  const t = useText();
  return (
    <noscript>
      <button type="submit" className={buttonClass({ size: 'small', variant: 'primary' })}>
        {t('Apply')}
      </button>
    </noscript>
  );
}
