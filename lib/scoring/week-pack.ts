import { COUNTS } from './day-slices';

/**
 * The counts of a week, day by day, of one metric and wording: `counts[weekday · 11 + point]`, Monday first, the scale's
 * lowest point first. `monday` counts days from 1 January 1970.
 */
export type WeekCounts = { series: string; monday: number; counts: ArrayLike<number> };

const DAYS = 7;
const CELLS = DAYS * COUNTS;
/** The Monday of week 0: 1 January 1970 was a Thursday. */
const FIRST = -3;

/**
 * Packs the counts of some weeks. Packs may be put one behind the other: each series says itself which week it is of. Per
 * series two bytes of week, two of the length of its name, the name, a byte of points and one of bytes per count, and the
 * counts of seven days, all the lowest byte first.
 *
 * @throws RangeError for a count that is no whole number from 0 to 2³² − 1
 */
export function packWeeks(weeks: readonly WeekCounts[]): Uint8Array {
  const sections = weeks.map(({ series, monday, counts }) => {
    let most = 0;
    let points = 0;
    for (let cell = 0; cell < CELLS; cell += 1) {
      const count = counts[cell] ?? 0;
      if (!Number.isInteger(count) || count < 0 || count > 0xffffffff)
        throw new RangeError(`${count} is not a count`);
      most = Math.max(most, count);
      if (count > 0) points = Math.max(points, (cell % COUNTS) + 1);
    }
    const width = most < 0x100 ? 1 : most < 0x10000 ? 2 : 4;
    const name = Buffer.from(series);
    const section = Buffer.alloc(6 + name.length + DAYS * points * width);
    section.writeUInt16LE((monday - FIRST) / DAYS, 0);
    section.writeUInt16LE(name.length, 2);
    section.set(name, 4);
    let at = section.writeUInt8(points, 4 + name.length);
    at = section.writeUInt8(width, at);
    for (let day = 0; day < DAYS; day += 1) {
      for (let point = 0; point < points; point += 1)
        at = section.writeUIntLE(counts[day * COUNTS + point] ?? 0, at, width);
    }
    return section;
  });
  return Buffer.concat(sections);
}

/** Goes through what `packWeeks` packed. The counts that `read` is handed are valid until it returns. */
export function readWeeks(packed: Buffer, read: (week: WeekCounts) => void): void {
  const counts = new Uint32Array(CELLS);
  const week = { series: '', monday: 0, counts };
  let name: Buffer | null = null;
  for (let at = 0; at < packed.length; ) {
    week.monday = packed.readUInt16LE(at) * DAYS + FIRST;
    const start = at + 4;
    const end = start + packed.readUInt16LE(at + 2);
    // Most weeks of a subject are of one series: its name is read once.
    if (name === null || packed.compare(name, 0, name.length, start, end) !== 0) {
      name = packed.subarray(start, end);
      week.series = name.toString();
    }
    const points = packed[end] as number;
    const width = packed[end + 1] as number;
    at = end + 2;
    counts.fill(0);
    for (let day = 0; day < DAYS; day += 1) {
      for (let point = 0; point < points; point += 1, at += width) {
        let count = packed[at] as number;
        if (width > 1) count += (packed[at + 1] as number) * 0x100;
        if (width > 2) count += (packed[at + 2] as number) * 0x10000 + (packed[at + 3] as number) * 0x1000000;
        counts[day * COUNTS + point] = count;
      }
    }
    read(week);
  }
}
