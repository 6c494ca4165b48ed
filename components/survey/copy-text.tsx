'use client';

import { Check, Copy } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { useText } from '@/components/ui/text';

/** A text to take along: selected as a whole by one click, copied by its button. `label` says what it is. */
export function CopyText({
  label,
  text,
  labelHidden = false,
}: {
  label: string;
  text: string;
  labelHidden?: boolean;
}) {
  const t = useText();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [said, setSaid] = useState('');

  useEffect(() => {
    if (said === '') return;
    const timer = setTimeout(() => setSaid(''), 4000);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t('Copied'));
    } catch {
      // Over plain http on another name there is no clipboard: the reader's own keys finish the job.
      field.current?.focus();
      field.current?.select();
      setSaid(t('Selected: press Ctrl C'));
    }
  }

  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-sm font-medium'}>
        {label}
      </label>
      <div className="flex flex-wrap items-start gap-2">
        <textarea
          ref={field}
          id={id}
          readOnly
          rows={1}
          value={text}
          spellCheck={false}
          onFocus={(event) => event.currentTarget.select()}
          className="field-sizing-content min-h-9 min-w-48 flex-1 resize-none rounded-lg border border-line bg-sunk px-3 py-2 font-mono text-xs break-all text-ink"
        />
        <Button onClick={copy} aria-label={t('Copy: {label}', { label })}>
          {said === t('Copied') ? (
            <Check aria-hidden="true" className="size-4" />
          ) : (
            <Copy aria-hidden="true" className="size-4" />
          )}
          {said || t('Copy')}
        </Button>
      </div>
      <span role="status" className="sr-only">
        {said}
      </span>
    </div>
  );
}
