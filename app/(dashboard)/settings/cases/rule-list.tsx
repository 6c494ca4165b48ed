'use client';

import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { ConfirmDialog } from '@/components/ui/confirm-dialog';
import { useText } from '@/components/ui/text';
import type { ActionResult } from '@/lib/gates/reply';

/** Rules in words, each with a way to remove it. */
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
  rules: readonly { id: string; text: string; more: string[] }[];
}) {
  const t = useText();
  const [asking, setAsking] = useState<{ id: string; text: string } | null>(null);
  if (rules.length === 0) return <p className="text-sm text-soft">{empty}</p>;
  return (
    <>
      <ul aria-label={label} className="divide-y divide-line rounded-lg border border-line">
        {rules.map((rule) => (
          <li key={rule.id} className="flex flex-wrap items-center justify-between gap-3 px-4 py-3">
            <div className="min-w-0">
              <p className="text-sm font-medium break-words">{rule.text}</p>
              <p className="text-xs text-soft">{rule.more.filter(Boolean).join(' · ')}</p>
            </div>
            {remove ? (
              <Button
                size="small"
                aria-label={t('Remove the rule {rule}', { rule: rule.text })}
                onClick={() => setAsking(rule)}
              >
                {t('Remove')}
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      <ConfirmDialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={t('Remove this rule?')}
        confirmText={t('Remove')}
        onConfirm={async () => {
          const result = asking && remove ? await remove(asking.id) : null;
          return result && !result.ok ? result.problem.title : null;
        }}
      >
        {asking?.text} {removing}
      </ConfirmDialog>
    </>
  );
}
