import type { ShareCounts } from './newcombe';
import { wilson } from './wilson';

/** All that turns a share of bad experiences into money, beside that share itself. Shares are 0–1. */
export interface FixAssumptions {
  /** Customers who pass in a year. */
  readonly customersPerYear: number;
  /** The part of them who meet what is to be fixed. */
  readonly reach: number;
  /** The share of bad experiences that the fix is to reach. */
  readonly badShareTarget: number;
  /** Share who leave within a year after a bad and after a good experience. */
  readonly churnAfterBad: number;
  readonly churnAfterGood: number;
  /** What one customer leaves as margin in a month. */
  readonly marginPerMonth: number;
  /** Share who leave in any month. */
  readonly monthlyChurn: number;
  /** How often a customer calls or writes after a bad and after a good experience, and what one time costs. */
  readonly contactsAfterBad: number;
  readonly contactsAfterGood: number;
  readonly costPerContact: number;
  /** How much of the difference in churn and contacts is believed to be caused by the experience. */
  readonly effect: number;
}

/** What a fix brings in a year. Never below 0: a target that is met already has nothing to bring. */
export interface FixValue {
  /** Customers a year who are spared the bad experience. */
  readonly affected: number;
  /** Of them, who stay and would have left. */
  readonly retained: number;
  /** Margin of those who stay, over their first twelve months. */
  readonly margin12Months: number;
  /** Margin of those who stay, for as long as they do; null where nobody ever leaves. */
  readonly lifetimeMargin: number | null;
  /** Cost of the calls and letters that do not come. */
  readonly contactSaving: number;
  /** The margin of twelve months and the contacts together: the figure to show by default. */
  readonly yearValue: number;
}

/**
 * What bringing a share of bad experiences down to its target is worth in a year, if the link is causal to the extent
 * of `effect`. Months are counted from 0: the first one is paid in full.
 * Source: affected × (churn after bad − after good) × margin, the usual business case of customer effort.
 *
 * @param badShare share of bad experiences now, 0–1
 */
export function valueOfFix(badShare: number, given: FixAssumptions): FixValue {
  const affected = given.customersPerYear * given.reach * Math.max(0, badShare - given.badShareTarget);
  const retained = affected * given.effect * Math.max(0, given.churnAfterBad - given.churnAfterGood);
  const contactsSaved =
    affected * given.effect * Math.max(0, given.contactsAfterBad - given.contactsAfterGood);
  const margin12Months = retained * given.marginPerMonth * monthsKept(given.monthlyChurn);
  const contactSaving = contactsSaved * given.costPerContact;
  return {
    affected,
    retained,
    margin12Months,
    lifetimeMargin: given.monthlyChurn > 0 ? (retained * given.marginPerMonth) / given.monthlyChurn : null,
    contactSaving,
    yearValue: margin12Months + contactSaving,
  };
}

/**
 * The value at the ends of the 95 % Wilson interval of the share of bad experiences, and at the share itself; null
 * where nobody answered. Says how much of the uncertainty comes from asking few people, and nothing of the assumptions.
 * @example valueRange({ count: 40, n: 180 }, given).base.retained
 */
export function valueRange(
  bad: ShareCounts,
  given: FixAssumptions,
): { readonly low: FixValue; readonly base: FixValue; readonly high: FixValue } | null {
  const interval = wilson(bad.count, bad.n);
  if (interval === null) return null;
  return {
    low: valueOfFix(interval.low, given),
    base: valueOfFix(bad.count / bad.n, given),
    high: valueOfFix(interval.high, given),
  };
}

/**
 * Standard error of a value K·(π − target)·(c₁ − c₀) by the delta method, in the unit of `perCustomer`.
 * K is customers × reach × effect. `bad`, `churnBad` and `churnGood` are counts; null where one of them is empty.
 */
export function valueStandardError(
  counts: { readonly bad: ShareCounts; readonly churnBad: ShareCounts; readonly churnGood: ShareCounts },
  given: Pick<FixAssumptions, 'customersPerYear' | 'reach' | 'effect' | 'badShareTarget'>,
  perCustomer: number,
): number | null {
  const { bad, churnBad, churnGood } = counts;
  if (bad.n === 0 || churnBad.n === 0 || churnGood.n === 0) return null;
  const spared = bad.count / bad.n - given.badShareTarget;
  const uplift = churnBad.count / churnBad.n - churnGood.count / churnGood.n;
  const scale = given.customersPerYear * given.reach * given.effect * perCustomer;
  return (
    scale *
    Math.sqrt(spared ** 2 * (varianceOf(churnBad) + varianceOf(churnGood)) + uplift ** 2 * varianceOf(bad))
  );
}

/** How many of twelve monthly payments a customer makes on average. */
export function monthsKept(monthlyChurn: number): number {
  let months = 0;
  for (let month = 0; month < 12; month += 1) months += (1 - monthlyChurn) ** month;
  return months;
}

function varianceOf({ count, n }: ShareCounts): number {
  const p = count / n;
  return (p * (1 - p)) / n;
}
