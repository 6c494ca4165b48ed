'use client';

import type { ReactNode } from 'react';
import { buttonClass } from '@/components/ui/button';
import { useText } from '@/components/ui/text';

/** One part of a filter: what it says now, and the choices behind it, on a phone as wide as the form around it. */
export function FilterChip({
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
    <details name="filter" className="relative max-sm:static">
      <summary className="flex min-h-8 max-w-72 list-none items-center gap-1.5 rounded-full border border-line-strong bg-panel px-3 text-xs whitespace-nowrap hover:bg-sunk">
        <span className="text-soft">{icon}</span>
        <span className={labelHidden ? 'sr-only' : 'text-soft'}>{label}</span>
        <span className="truncate font-semibold">{value}</span>
        {note ? <span className="text-soft">{note}</span> : null}
      </summary>
      <div className="absolute top-full left-0 z-40 mt-1.5 w-max max-w-[min(21rem,calc(100vw-2rem))] min-w-52 rounded-xl border border-line bg-panel p-3 shadow-pop max-sm:inset-x-0 max-sm:top-auto max-sm:w-auto max-sm:max-w-none">
        {children}
      </div>
    </details>
  );
}

export function Legend({ text, children }: { text: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className="pb-1 text-xs font-medium text-soft">{text}</legend>
      {children}
    </fieldset>
  );
}

export function Choice({
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

export function ApplyWithoutScript() {
  const t = useText();
  return (
    <noscript>
      <button type="submit" className={buttonClass({ size: 'small', variant: 'primary' })}>
        {t('Apply')}
      </button>
    </noscript>
  );
}
