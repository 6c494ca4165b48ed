import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mapView, measureView, stageView, touchpointView } from '@/components/journey/fixture';
import { ENGLISH } from '../../translate';
import type { TouchpointView } from '../model';
import { freshnessOf, reviewState } from './freshness';
import { type FindingKind, healthOf } from './health';

const team = { id: 'sales', name: 'Sales' };
const moment = { polarity: 'break' as const, reason: null };

const kindsOf = (touchpoint: Partial<TouchpointView>, over: Parameters<typeof mapView>[1] = {}) =>
  healthOf(mapView([{ ...stageView('s', [touchpointView('a', touchpoint)]), owner: null }], over), ENGLISH)
    .filter(({ touchpointId }) => touchpointId === 'a')
    .map(({ kind }) => kind);

describe('the health check', () => {
  test('a moment that matters without owner or survey is graver than any other touchpoint without', () => {
    expect(kindsOf({ moment })).toEqual(
      expect.arrayContaining<FindingKind>(['moment_without_owner', 'moment_without_survey']),
    );
    expect(kindsOf({})).toEqual(
      expect.arrayContaining<FindingKind>(['touchpoint_without_owner', 'touchpoint_without_survey']),
    );
  });

  test('an owner, a survey and an answer end the findings about them', () => {
    const asked = {
      owner: team,
      asking: true,
      answeredOn: '2026-03-30',
      measures: [measureView('ces', [0, 0, 0, 0, 0, 0, 9])],
    };
    expect(kindsOf(asked)).toEqual([]);
  });

  test('the stage’s owner answers for a touchpoint that has none of its own', () => {
    const map = mapView([{ ...stageView('s', [touchpointView('a')]), owner: team }]);
    expect(healthOf(map, ENGLISH).map(({ kind }) => kind)).not.toContain('touchpoint_without_owner');
  });

  test('nobody is blamed for not asking about what customers cannot see', () => {
    const kinds = kindsOf({ visibility: 'backstage', owner: team });
    expect(kinds).not.toContain('touchpoint_without_survey');
    expect(kinds).not.toContain('touchpoint_without_evidence');
  });

  test('answers older than twice the cadence are stale, and the touchpoint’s own cadence comes first', () => {
    expect(kindsOf({ answeredOn: '2025-12-01' })).not.toContain('stale_answers');
    expect(kindsOf({ answeredOn: '2025-12-01', reviewCadenceDays: 30 })).toContain('stale_answers');
    expect(kindsOf({ answeredOn: '2025-09-01' })).toContain('stale_answers');
  });

  test('a review is due from the day after its cadence, and at once where nobody ever signed off', () => {
    expect(reviewState('2026-01-01', 30, '2026-01-31')).toEqual({ kind: 'due', on: '2026-01-31', days: 0 });
    expect(reviewState('2026-01-01', 30, '2026-02-01')).toEqual({
      kind: 'overdue',
      on: '2026-01-31',
      days: 1,
    });
    expect(reviewState(null, 30, '2026-02-01')).toEqual({ kind: 'never' });
    expect(reviewState('2020-01-01', null, '2026-02-01')).toEqual({ kind: 'none' });
  });

  test('two touchpoints of one name are found once, whatever their spaces and capitals', () => {
    const map = mapView([
      stageView('one', [touchpointView('a', { title: 'Book a visit' })]),
      stageView('two', [touchpointView('b', { title: ' book  a Visit' })]),
    ]);
    expect(healthOf(map, ENGLISH).filter(({ kind }) => kind === 'duplicate_touchpoint')).toMatchObject([
      { touchpointId: 'b', detail: 'Also in Stage one' },
    ]);
  });

  test('freshness never improves with age', () => {
    const rank = { fresh: 0, ageing: 1, stale: 2 };
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 0, max: 900 }),
        fc.integer({ min: 1, max: 400 }),
        (a, b, cadence) => {
          const at = (days: number) => {
            const day = new Date(Date.UTC(2026, 0, 1) - days * 86_400_000).toISOString().slice(0, 10);
            return rank[freshnessOf(day, cadence, '2026-01-01')?.freshness ?? 'stale'];
          };
          expect(at(Math.max(a, b))).toBeGreaterThanOrEqual(at(Math.min(a, b)));
        },
      ),
    );
  });
});
