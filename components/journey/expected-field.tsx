'use client';

import { useState } from 'react';
import { useText } from '@/components/ui/text';
import { formatEmotion } from '@/lib/format';

/** Asks for the team's guess of how customers feel. Give it the value as its key, so that it follows it. */
export function ExpectedField({
  value,
  onSave,
}: {
  value: number | null;
  onSave: (value: number | null) => void;
}) {
  const t = useText();
  const [shown, setShown] = useState(value);
  const commit = () => {
    if (shown !== value) onSave(shown);
  };
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-center justify-between text-sm">
        <label htmlFor="expected-emotion" className="font-medium">
          {t('Expected emotion')}
        </label>
        <output htmlFor="expected-emotion" className="tabular font-semibold">
          {shown === null ? t('no guess') : formatEmotion(shown, t.tongue)}
        </output>
      </div>
      <input
        id="expected-emotion"
        type="range"
        min={-2}
        max={2}
        step={0.1}
        value={shown ?? 0}
        aria-valuetext={shown === null ? t('no guess') : formatEmotion(shown, t.tongue)}
        className="h-8 w-full accent-accent"
        onChange={(event) => setShown(Math.round(Number(event.target.value) * 10) / 10)}
        onPointerUp={commit}
        onKeyUp={commit}
        onBlur={commit}
      />
      <div className="flex items-center justify-between text-xs text-soft">
        <span>{t('Awful −2')}</span>
        {value === null ? null : (
          <button type="button" className="min-h-6 underline underline-offset-2" onClick={() => onSave(null)}>
            {t('No guess')}
          </button>
        )}
        <span>{t('+2 great')}</span>
      </div>
    </div>
  );
}
