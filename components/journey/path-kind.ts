import { ArrowRight, FastForward, LogIn, LogOut, type LucideIcon, Split, Undo2 } from 'lucide-react';
import type { LinkKind } from '@/lib/journey/model/path';

/** How a kind of link is drawn: never by colour alone. */
export const PATH_KINDS: Readonly<
  Record<LinkKind, { icon: LucideIcon; stroke: string; head: string; dashes?: string }>
> = {
  next: { icon: ArrowRight, stroke: 'stroke-curve', head: 'text-curve' },
  alternative: { icon: Split, stroke: 'stroke-curve', head: 'text-curve', dashes: '7 4' },
  loop: { icon: Undo2, stroke: 'stroke-bad', head: 'text-bad' },
  skip: { icon: FastForward, stroke: 'stroke-soft', head: 'text-soft', dashes: '2 4' },
  exit: { icon: LogOut, stroke: 'stroke-bad', head: 'text-bad', dashes: '7 4' },
  re_entry: { icon: LogIn, stroke: 'stroke-good', head: 'text-good' },
};
