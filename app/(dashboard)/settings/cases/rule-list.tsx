'use client';

import type { ReactNode } from 'react';
import { RemoveButton } from '@/components/ui/remove-button';
import { useText } from '@/components/ui/text';
import type { ActionResult } from '@/lib/gates/reply';

/** Rules in words, each with a way to change and to remove it, and with what it was. */
export function RuleList({
  label,
  empty,
  removing,
  remove,
  rules,
}: {
  label: string;
  empty: string;
  /** What removing a rule means. */
  removing: string;
  /** null: the reader may not. */
  remove: ((id: string) => Promise<ActionResult<void>>) | null;
  rules: readonly { id: string; text: string; more: string[]; change: ReactNode; history: ReactNode }[];
}) {
  const t = useText();
  if (rules.length === 0) return <p className="text-sm text-soft">{empty}</p>;
  return (
    <ul aria-label={label} className="divide-y divide-line rounded-lg border border-line">
      {rules.map(({ id, text, more, change, history }) => (
        <li key={id} className="flex flex-col gap-2 px-4 py-3">
          <div className="flex flex-wrap items-center justify-between gap-3">
            <div className="min-w-0">
              <p className="text-sm font-medium break-words">{text}</p>
              <p className="text-xs text-soft">{more.filter(Boolean).join(' · ')}</p>
            </div>
            {remove ? (
              <div className="flex flex-wrap items-center gap-1">
                {change}
                <RemoveButton
                  name={t('Remove the rule {rule}', { rule: text })}
                  title={t('Remove this rule?')}
                  remove={() => remove(id)}
                >
                  {text} {removing}
                </RemoveButton>
              </div>
            ) : null}
          </div>
          {history}
        </li>
      ))}
    </ul>
  );
}
