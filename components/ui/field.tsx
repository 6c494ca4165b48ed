import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';

type Labelled = {
  label: string;
  hint?: ReactNode;
  /** What to correct; the field is then marked invalid. */
  error?: string | null | undefined;
  /** Keeps the label for screen readers only. */
  labelHidden?: boolean;
};

const BOX =
  'w-full rounded-lg border border-field bg-panel text-ink placeholder:text-soft disabled:opacity-60 aria-invalid:border-bad aria-invalid:outline-bad';

type Wiring = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

function Frame({
  label,
  hint,
  error,
  labelHidden,
  children,
}: Labelled & { children: (wiring: Wiring) => ReactNode }) {
  const id = useId();
  const hintId = hint ? `${id}-hint` : '';
  const errorId = error ? `${id}-error` : '';
  const describedBy = [hintId, errorId].filter(Boolean).join(' ');
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className={labelHidden ? 'sr-only' : 'text-sm font-medium'}>
        {label}
      </label>
      {children({
        id,
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
        ...(error ? { 'aria-invalid': true as const } : {}),
      })}
      {hint ? (
        <p id={hintId} className="text-xs text-soft">
          {hint}
        </p>
      ) : null}
      {error ? (
        <p id={errorId} className="text-xs font-medium text-bad">
          {error}
        </p>
      ) : null}
    </div>
  );
}

/** A labelled line of text. */
export function TextField({
  label,
  hint,
  error,
  labelHidden = false,
  className = '',
  ...rest
}: Labelled & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <Frame {...{ label, hint, error, labelHidden }}>
      {(wiring) => <input className={`${BOX} min-h-10 px-3 ${className}`} {...rest} {...wiring} />}
    </Frame>
  );
}

/** A labelled field for several lines. */
export function TextArea({
  label,
  hint,
  error,
  labelHidden = false,
  className = '',
  ...rest
}: Labelled & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return (
    <Frame {...{ label, hint, error, labelHidden }}>
      {(wiring) => <textarea className={`${BOX} min-h-20 px-3 py-2 ${className}`} {...rest} {...wiring} />}
    </Frame>
  );
}

/** A labelled native select; its options are the children. */
export function SelectField({
  label,
  hint,
  error,
  labelHidden = false,
  className = '',
  children,
  ...rest
}: Labelled & SelectHTMLAttributes<HTMLSelectElement>) {
  return (
    <Frame {...{ label, hint, error, labelHidden }}>
      {(wiring) => (
        <select className={`${BOX} min-h-10 px-2.5 ${className}`} {...rest} {...wiring}>
          {children}
        </select>
      )}
    </Frame>
  );
}

/** A labelled checkbox. */
export function CheckField({
  label,
  hint,
  ...rest
}: { label: string; hint?: ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <div className="flex gap-2.5">
      <input
        id={id}
        type="checkbox"
        className="mt-0.5 size-4.5 shrink-0 accent-accent"
        {...(hint ? { 'aria-describedby': `${id}-hint` } : {})}
        {...rest}
      />
      <div className="flex flex-col gap-0.5">
        <label htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-xs text-soft">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
