'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';
import { useText } from './text';

/** Sends the form it stands in, and says so while that lasts. */
export function SubmitButton({
  children,
  pendingText,
  variant = 'primary',
  ...rest
}: ButtonProps & { pendingText?: string }) {
  const t = useText();
  const { pending } = useFormStatus();
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      disabled={pending || rest.disabled === true}
      aria-busy={pending}
    >
      {pending ? (pendingText ?? t('Saving…')) : children}
    </Button>
  );
}
