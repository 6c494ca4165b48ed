'use client';

import { useFormStatus } from 'react-dom';
import { Button, type ButtonProps } from './button';

/** Sends the form it stands in, and says so while that lasts. */
export function SubmitButton({
  children,
  pendingText = 'Saving…',
  variant = 'primary',
  ...rest
}: ButtonProps & { pendingText?: string }) {
  const { pending } = useFormStatus();
  return (
    <Button
      {...rest}
      type="submit"
      variant={variant}
      disabled={pending || rest.disabled === true}
      aria-busy={pending}
    >
      {pending ? pendingText : children}
    </Button>
  );
}
