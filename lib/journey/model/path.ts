import { z } from 'zod';
import { msg } from '../../translate';

/** How customers leave the plain order from left to right. */
export const LINK_KINDS = ['next', 'alternative', 'loop', 'skip', 'exit', 're_entry'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

export const LINK_KIND_LABELS: Readonly<Record<LinkKind, string>> = {
  next: msg('Next'),
  alternative: msg('Alternative'),
  loop: msg('Loop back'),
  skip: msg('Skip ahead'),
  exit: msg('Exit'),
  re_entry: msg('Re-entry'),
};

/** The share of customers who go a way, 0–1. */
export const shareRatioSchema = z
  .number()
  .min(0, 'Give a share of 0 to 100 %.')
  .max(1, 'Give a share of 0 to 100 %.');

export const linkLabelSchema = z.string().trim().max(80, 'Use at most 80 characters.');
