import type { Fill } from '@/lib/insights/rules/layers';
import { stepOf } from '@/lib/scoring/tone';

const FIRM = [
  'bg-score-1 text-on-score-1 border-transparent',
  'bg-score-2 text-on-score-2 border-transparent',
  'bg-score-3 text-on-score-3 border-transparent',
  'bg-score-4 text-on-score-4 border-transparent',
  'bg-score-5 text-on-score-5 border-transparent',
] as const;

const EARLY = [
  'bg-panel text-ink border-score-1',
  'bg-panel text-ink border-score-2',
  'bg-panel text-ink border-score-3',
  'bg-panel text-ink border-score-4',
  'bg-panel text-ink border-score-5',
] as const;

/** One hue from pale to strong: told apart by lightness alone. */
const AMOUNTS = [
  'bg-curve/8 text-ink border-line-strong',
  'bg-curve/16 text-ink border-transparent',
  'bg-curve/26 text-ink border-transparent',
  'bg-curve/40 text-ink border-transparent',
  'bg-curve text-panel border-transparent',
] as const;

const TEAMS = [
  'bg-person-1 text-on-person border-transparent',
  'bg-person-2 text-on-person border-transparent',
  'bg-person-3 text-on-person border-transparent',
  'bg-person-4 text-on-person border-transparent',
  'bg-person-5 text-on-person border-transparent',
  'bg-person-6 text-on-person border-transparent',
] as const;

/** Background, text and edge of what a layer fills; the edge's width is the caller's. */
export function fillClass(fill: Fill): string {
  switch (fill.scale) {
    case 'diverging':
      return (fill.firm ? FIRM : EARLY)[stepOf(fill.tone)] as string;
    case 'amount':
      return AMOUNTS[fill.step];
    case 'team':
      return TEAMS[fill.index];
    case 'none':
      return 'border-dashed border-line-strong bg-panel text-soft';
  }
}

const BARS = ['fill-score-1', 'fill-score-2', 'fill-score-3', 'fill-score-4', 'fill-score-5'] as const;
const AMOUNT_BARS = [
  'fill-curve/8',
  'fill-curve/16',
  'fill-curve/26',
  'fill-curve/40',
  'fill-curve',
] as const;

const TEAM_BARS = [
  'fill-person-1',
  'fill-person-2',
  'fill-person-3',
  'fill-person-4',
  'fill-person-5',
  'fill-person-6',
] as const;

/** The same in a drawing, where there is room for a colour only. */
export function barClass(fill: Fill): string {
  switch (fill.scale) {
    case 'diverging':
      return BARS[stepOf(fill.tone)] as string;
    case 'amount':
      return AMOUNT_BARS[fill.step];
    case 'team':
      return TEAM_BARS[fill.index];
    case 'none':
      return 'fill-line-strong';
  }
}
