import type { ButtonHTMLAttributes, Ref } from 'react';

type Look = {
  variant?: 'primary' | 'secondary' | 'quiet' | 'danger';
  size?: 'small' | 'medium' | 'large';
  icon?: boolean;
};

const VARIANTS = {
  primary: 'bg-primary text-on-primary hover:bg-primary-hover border-transparent',
  secondary: 'bg-panel text-ink border-line-strong hover:bg-sunk',
  quiet: 'bg-transparent text-ink border-transparent hover:bg-sunk',
  danger: 'bg-danger text-on-danger border-transparent hover:brightness-110',
};

const SIZES = {
  small: 'min-h-8 px-2.5 text-sm gap-1.5',
  medium: 'min-h-9 px-3 text-sm gap-2',
  large: 'min-h-11 px-4 text-base gap-2',
};

const SQUARES = { small: 'size-8', medium: 'size-9', large: 'size-11' };

/** The class of anything that looks like a button, so that a link can. */
export function buttonClass({ variant = 'secondary', size = 'medium', icon = false }: Look = {}): string {
  const shape = icon ? `${SQUARES[size]} justify-center` : SIZES[size];
  return `inline-flex items-center justify-center rounded-lg border font-medium whitespace-nowrap transition-colors select-none disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:opacity-55 ${VARIANTS[variant]} ${shape}`;
}

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> & Look & { ref?: Ref<HTMLButtonElement> };

/** A button; `type="button"` unless told otherwise. With `icon` it is square and needs an `aria-label`. */
export function Button({ variant, size, icon, className = '', type = 'button', ...rest }: ButtonProps) {
  const look = {
    ...(variant ? { variant } : {}),
    ...(size ? { size } : {}),
    ...(icon ? { icon } : {}),
  };
  return <button type={type} className={`${buttonClass(look)} ${className}`} {...rest} />;
}
