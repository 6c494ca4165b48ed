import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, daysBetween } from '../../clock';
import { nextDigestOn } from './digest';

test('the next digest falls on the wanted day of the week within seven days, and never on today unless today counts', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3000 }), fc.integer({ min: 1, max: 7 }), (ahead, weekday) => {
      const day = addDays('2026-01-01', ahead);
      const next = nextDigestOn(day, weekday, 'after today');
      expect(new Date(`${next}T00:00:00Z`).getUTCDay() || 7).toBe(weekday);
      expect(daysBetween(day, next)).toBeGreaterThan(0);
      expect(daysBetween(day, next)).toBeLessThanOrEqual(7);
      const counted = nextDigestOn(day, weekday, 'today counts');
      expect(counted === day || counted === next).toBe(true);
      expect(counted === day).toBe(daysBetween(day, next) === 7);
    }),
  );
});
