'use client';

import { useEffect, useRef } from 'react';

/** A name being changed in place: Enter or leaving the field saves, Escape keeps the old one. */
export function TitleInput({
  value,
  label,
  onSave,
  onCancel,
  className = '',
}: {
  value: string;
  label: string;
  onSave: (title: string) => void;
  onCancel: () => void;
  className?: string;
}) {
  const ref = useRef<HTMLInputElement>(null);
  const closed = useRef(false);
  // Somebody else may rename it meanwhile: what is typed here is compared with what stood there then.
  const began = useRef(value);

  useEffect(() => {
    ref.current?.focus();
    ref.current?.select();
  }, []);

  function close(save: boolean) {
    if (closed.current) return;
    closed.current = true;
    const title = ref.current?.value.trim() ?? '';
    if (save && title !== '' && title !== began.current) onSave(title);
    else onCancel();
  }

  return (
    <input
      ref={ref}
      defaultValue={began.current}
      aria-label={label}
      maxLength={80}
      className={`w-full rounded-md border border-field bg-panel px-1.5 py-0.5 text-ink ${className}`}
      onBlur={() => close(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key === 'Enter') close(true);
        if (event.key === 'Escape') close(false);
      }}
    />
  );
}
