'use client';

import { DropdownMenu } from 'radix-ui';
import type { ReactNode } from 'react';

/**
 * A button's menu. It is not modal, because the modal kind locks scrolling by an injected style that the page's CSP
 * refuses. `trigger` is the button itself.
 */
export function Menu({
  trigger,
  label,
  children,
  align = 'end',
  open,
  onOpenChange,
  onClosed,
}: {
  trigger: ReactNode;
  label: string;
  children: ReactNode;
  align?: 'start' | 'end';
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Puts the focus where it belongs after closing; without it, it goes back to the button. */
  onClosed?: () => void;
}) {
  const control = { ...(open === undefined ? {} : { open }), ...(onOpenChange ? { onOpenChange } : {}) };
  return (
    <DropdownMenu.Root modal={false} {...control}>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content
          aria-label={label}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            if (!onClosed) return;
            event.preventDefault();
            onClosed();
          }}
          className="no-print z-50 max-h-[min(26rem,var(--radix-dropdown-menu-content-available-height))] min-w-52 overflow-y-auto rounded-xl border border-line bg-panel p-1.5 text-sm text-ink shadow-pop"
        >
          {children}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

const ITEM =
  'flex min-h-9 items-center gap-2.5 rounded-lg px-2.5 outline-none data-[disabled]:opacity-50 data-[highlighted]:bg-sunk';

export function MenuItem({
  onSelect,
  children,
  danger = false,
  disabled = false,
  keys,
}: {
  onSelect: () => void;
  children: ReactNode;
  danger?: boolean;
  disabled?: boolean;
  /** The keyboard's way to the same thing. */
  keys?: string;
}) {
  return (
    <DropdownMenu.Item
      disabled={disabled}
      onSelect={onSelect}
      className={`${ITEM} ${danger ? 'text-bad' : ''}`}
    >
      {children}
      {keys ? <kbd className="ml-auto pl-4 font-sans text-xs text-soft">{keys}</kbd> : null}
    </DropdownMenu.Item>
  );
}

export function MenuLabel({ children }: { children: ReactNode }) {
  return (
    <DropdownMenu.Label className="px-2.5 pt-2 pb-1 text-xs font-medium text-soft">
      {children}
    </DropdownMenu.Label>
  );
}

export function MenuLine() {
  return <DropdownMenu.Separator className="my-1.5 h-px bg-line" />;
}
