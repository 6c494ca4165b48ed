import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dayOf, daysBetween } from '../../clock';
import { isAppError } from '../../errors';
import { paramsOf, searchOf } from './address';
import { EVERYTHING, parseFilter } from './filter';
import { replayOf, resolvePeriod, sliceCount, slicesOf } from './period';

const PERSONA = '0197a1b2-0000-7000-8000-000000000001';

const resolve = (search: string, today = '2026-11-22', last: string | null = null) =>
  resolvePeriod(parseFilter(new URLSearchParams(search)), today, last);

const refusalOf = (search: string) => {
  try {
    resolve(search);
  } catch (error) {
    if (isAppError(error)) return [error.code, ...(error.errors ?? []).map((one) => one.path)];
  }
  return null;
};

describe('the period of an address', () => {
  test('asked for nothing it is the 90 days that end today, and the 90 before', () => {
    expect(resolve('').period).toEqual({
      from: '2026-08-25',
      to: '2026-11-22',
      previousFrom: '2026-05-27',
      previousTo: '2026-08-24',
      fallback: false,
    });
  });

  test('falls back to the 90 days that end with the last answer, only where the usual ones are empty', () => {
    expect(resolve('', '2026-11-22', '2017-06-30').period).toEqual({
      from: '2017-04-02',
      to: '2017-06-30',
      previousFrom: '2017-01-02',
      previousTo: '2017-04-01',
      fallback: true,
    });
    expect(resolve('', '2026-11-22', '2026-08-25').period.fallback).toBe(false);
    expect(resolve('', '2026-11-22', '2026-08-24').period.fallback).toBe(true);
    expect(resolve('from=2026-11-01', '2026-11-22', '2017-06-30').period.fallback).toBe(false);
    expect(resolve('source=email', '2026-11-22', '2017-06-30').period.fallback).toBe(true);
  });

  test('one given end settles the other', () => {
    expect(resolve('from=2026-11-01').filter).toMatchObject({ from: '2026-11-01', to: '2026-11-22' });
    expect(resolve('to=2026-03-31').filter).toMatchObject({ from: '2026-01-01', to: '2026-03-31' });
  });

  test('the period before is as long and ends the day before, for any period', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30_000 }), fc.integer({ min: 0, max: 4000 }), (start, more) => {
        const from = addDays('1970-01-01', start);
        const { period } = resolve(`from=${from}&to=${addDays(from, more)}`);
        expect(daysBetween(period.previousFrom, period.previousTo)).toBe(more);
        expect(addDays(period.previousTo, 1)).toBe(from);
      }),
    );
  });

  test('is compared with the days before, the same weekdays 52 weeks before, or days that are named', () => {
    const compared = (search: string) => {
      const { previousFrom, previousTo } = resolve(
        `from=2026-03-01&to=2026-03-31${search}`,
        '2026-11-22',
      ).period;
      return [previousFrom, previousTo];
    };
    expect(compared('')).toEqual(['2026-01-29', '2026-02-28']);
    expect(compared('&compare=year')).toEqual(['2025-03-02', '2025-04-01']);
    expect(compared('&compare=2026-06-01..2026-07-31')).toEqual(['2026-06-01', '2026-07-31']);
  });

  test('calendar days do not lose or gain one when the clock changes', () => {
    // On 25 October 2026 a day in Berlin has 25 hours, on 29 March 23.
    const today = dayOf(new Date('2026-10-25T23:30:00Z'), 'Europe/Berlin');
    expect(today).toBe('2026-10-26');
    const { period } = resolve('', today);
    expect(daysBetween(period.from, period.to)).toBe(89);
    expect(resolve('', dayOf(new Date('2026-03-29T22:30:00Z'), 'Europe/Berlin')).period.to).toBe(
      '2026-03-30',
    );
  });

  test('refuses what is no day, days out of order, days given twice and unknown sources, and names each', () => {
    expect(refusalOf('from=2026-02-30')).toEqual(['bad_request', 'from']);
    expect(refusalOf('from=yesterday&to=')).toEqual(['bad_request', 'from', 'to']);
    expect(refusalOf('from=0000-01-01')).toEqual(['bad_request', 'from']);
    expect(refusalOf('to=9999-12-31')).toEqual(['bad_request', 'to']);
    expect(refusalOf('from=2026-03-02&to=2026-03-01')).toEqual(['bad_request', 'from']);
    expect(refusalOf('from=2026-11-23')).toEqual(['bad_request', 'from']);
    expect(refusalOf('from=2026-03-01&from=2026-03-02')).toEqual(['bad_request', 'from']);
    expect(refusalOf('source=email&source=fax')).toEqual(['bad_request', 'source']);
    expect(refusalOf('source=')).toEqual(['bad_request', 'source']);
    expect(refusalOf('persona=mover')).toEqual(['bad_request', 'persona']);
    expect(refusalOf('from=2026-03-01\0')).toEqual(['bad_request', 'from']);
    expect(refusalOf(`segment=${'x'.repeat(81)}`)).toEqual(['bad_request', 'segment']);
    expect(refusalOf(`channel=${Array.from({ length: 21 }, (_, n) => n).join('&channel=')}`)).toEqual([
      'bad_request',
      'channel',
    ]);
    expect(refusalOf('language=d;x&device=watch')).toEqual(['bad_request', 'language', 'device']);
    expect(refusalOf('version=3&campaign=x&owner=me')).toEqual([
      'bad_request',
      'version',
      'campaign',
      'owner',
    ]);
    expect(refusalOf(`version=${PERSONA}.0`)).toEqual(['bad_request', 'version']);
    for (const compare of ['always', '2026-01-02..2026-01-01', '2026-01-01', 'year&compare=previous']) {
      expect(refusalOf(`compare=${compare}`)).toEqual(['bad_request', 'compare']);
    }
    expect(refusalOf('from=2026-03-01&to=2026-03-01')).toBeNull();
  });

  test('a source given twice counts once', () => {
    expect(parseFilter(new URLSearchParams('source=email&source=link&source=email')).sources).toEqual([
      'email',
      'link',
    ]);
  });
});

describe('slices of a period', () => {
  test('cover every day once, in order, as the database cuts them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 800 }), (length) => {
        const period = { from: '2024-02-20', to: addDays('2024-02-20', length - 1) };
        const slices = slicesOf(period);
        expect(slices.length).toBe(Math.min(12, length));
        for (let day = 0; day < length; day += 1) {
          const at = addDays(period.from, day);
          const cut = Math.floor((day * sliceCount(period)) / length);
          expect(slices.findIndex((slice) => slice.from <= at && at <= slice.to)).toBe(cut);
        }
      }),
    );
  });
});

describe('a replay', () => {
  test('goes through equally long periods in equal steps, and ends today', () => {
    for (const [from, days, step] of [
      ['2026-08-25', 90, 30],
      ['2026-11-16', 7, 3],
      ['2026-11-22', 1, 1],
    ] as const) {
      const periods = replayOf({ from, to: addDays(from, days - 1) }, '2026-11-22');
      expect(periods).toHaveLength(24);
      expect(periods.at(-1)?.to).toBe('2026-11-22');
      periods.forEach((period, index) => {
        expect(daysBetween(period.from, period.to) + 1).toBe(days);
        const before = periods[index - 1];
        if (before) expect(daysBetween(before.to, period.to)).toBe(step);
      });
    }
  });

  test('a replay begins with the first period that has an answer, and always ends today', () => {
    const period = { from: '2026-08-25', to: '2026-11-22' };
    const since = (day: string) => replayOf(period, '2026-11-22', day);
    expect(since('2026-05-07')[0]).toEqual({ from: '2026-02-26', to: '2026-05-26' });
    expect(since('2026-05-26')[0]?.to).toBe('2026-05-26');
    expect(since('2026-05-27')[0]?.to).toBe('2026-06-25');
    expect(since('2026-11-22')).toEqual([period]);
    expect(since('2027-01-01')).toEqual([period]);
    expect(since('2010-01-01')).toHaveLength(24);
  });
});

describe('the filter in an address', () => {
  test('reads back as it was written', () => {
    const asked = {
      from: '2026-01-01',
      to: '2026-03-31',
      sources: ['email' as const, 'widget' as const],
      persona: PERSONA,
      segments: ['pro', 'Größe M & L'],
      channels: ['phone'],
      languages: ['de', 'pt-BR'],
      devices: ['phone' as const],
      versions: [{ surveyId: PERSONA, version: 3 }],
      campaigns: [PERSONA],
      owner: PERSONA,
      compare: { from: '2025-01-01', to: '2025-02-28' },
    };
    expect(parseFilter(new URLSearchParams(searchOf(asked)))).toEqual(asked);
    const usual = { from: null, to: null, ...EVERYTHING };
    expect(parseFilter(new URLSearchParams(searchOf(usual)))).toEqual(usual);
    expect(searchOf(usual)).toBe('');
    expect(searchOf({})).toBe('');
  });

  test('a page’s parameters keep their repetitions', () => {
    const params = paramsOf({ from: '2026-01-01', source: ['email', 'link'], to: undefined });
    expect(params.toString()).toBe('from=2026-01-01&source=email&source=link');
  });
});
