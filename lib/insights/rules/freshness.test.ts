import { describe, expect, test } from 'vitest';
import { mapView, stageView, touchpointView } from '@/components/journey/fixture';
import { addDays } from '../../clock';
import { ENGLISH } from '../../translate';
import { freshnessOf, USUAL_CADENCE_DAYS } from './freshness';
import { healthOf } from './health';
import { layerCell } from './layers';

const TODAY = '2026-03-31';
const ago = (days: number) => addDays(TODAY, -days);

describe('how fresh answers are', () => {
  test('goes by their cadence: up to once fresh, up to twice ageing, then stale; never answered is none of these', () => {
    const days = [0, 30, 31, 60, 61];
    expect(days.map((age) => freshnessOf(ago(age), 30, TODAY)?.freshness)).toEqual([
      ...['fresh', 'fresh', 'ageing', 'ageing', 'stale'],
    ]);
    expect(freshnessOf(ago(2 * USUAL_CADENCE_DAYS), null, TODAY)?.freshness).toBe('ageing');
    expect(freshnessOf(ago(2 * USUAL_CADENCE_DAYS + 1), null, TODAY)?.freshness).toBe('stale');
    expect(freshnessOf(null, 30, TODAY)).toBeNull();
  });

  test('is the same on the map’s layer and in the health check, whoever set the cadence', () => {
    for (const own of [null, 7, 365]) {
      for (const ofJourney of [null, 30]) {
        for (const age of [0, 8, 15, 61, 90, 91, 180, 181, 731]) {
          const touchpoint = touchpointView('a', { answeredOn: ago(age), reviewCadenceDays: own });
          const map = mapView([stageView('s', [touchpoint])], { today: TODAY, reviewCadenceDays: ofJourney });
          const { freshness } = freshnessOf(ago(age), own ?? ofJourney, TODAY) ?? {};
          expect(layerCell('freshness', touchpoint, map, ENGLISH).text).toBe(freshness);
          expect(healthOf(map, ENGLISH).some(({ kind }) => kind === 'stale_answers')).toBe(
            freshness === 'stale',
          );
        }
      }
    }
  });
});
