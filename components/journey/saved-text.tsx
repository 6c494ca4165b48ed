'use client';

import type { ReactNode } from 'react';
import { TextArea, TextField } from '@/components/ui/field';
import { useDraft } from './touchpoint-edit';

/** A text that saves itself when it is left; Enter leaves a single line. `rows` makes it one of several lines. */
export function SavedText({
  label,
  value,
  error,
  onSave,
  maxLength,
  rows,
  hint,
  placeholder,
  needed = false,
  labelHidden = false,
}: {
  label: string;
  value: string;
  error: string | null;
  onSave: (text: string) => Promise<boolean>;
  maxLength: number;
  rows?: number;
  hint?: ReactNode;
  placeholder?: string;
  /** Whether it may not be left empty: it then goes back to what it was. */
  needed?: boolean;
  labelHidden?: boolean;
}) {
  const { shown, dirty, setDraft, drop } = useDraft(value);

  async function leave() {
    const text = shown.trim();
    if (!dirty) return;
    if (text === value || (needed && text === '')) drop();
    else if (await onSave(text)) drop();
  }

  const field = {
    label,
    labelHidden,
    error,
    maxLength,
    value: shown,
    onBlur: () => void leave(),
    ...(hint ? { hint } : {}),
    ...(placeholder ? { placeholder } : {}),
  };
  return rows === undefined ? (
    <TextField
      {...field}
      autoComplete="off"
      onChange={(event) => setDraft(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur();
      }}
    />
  ) : (
    <TextArea
      {...field}
      rows={rows}
      className="min-h-16"
      onChange={(event) => setDraft(event.target.value)}
    />
  );
}
