/** The two ends of an interval, `low` never above `high`. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** The part of an interval that lies within what a value can be at all. */
export function clampInterval(interval: Interval, low: number, high: number): Interval {
  return {
    low: Math.max(low, interval.low),
    high: Math.min(high, interval.high),
  };
}

/** Centre ± half, cut to the possible range. */
export function intervalAround(centre: number, half: number, low: number, high: number): Interval {
  return clampInterval({ low: centre - half, high: centre + half }, low, high);
}
