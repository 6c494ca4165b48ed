import { describe, expect, test } from 'vitest';
import { ENGLISH } from '@/lib/translate';
import { announcementOf, arrivals } from './changes';
import { mapView, measureView, stageView, touchpointView } from './fixture';

const withAnswers = (id: string, ...tallies: number[][]) =>
  touchpointView(id, { title: id, measures: tallies.map((tally) => measureView('ces', tally)) });
const map = (...touchpoints: ReturnType<typeof touchpointView>[]) => mapView([stageView('one', touchpoints)]);

describe('what arrived while the map was open', () => {
  test('names the touchpoint, the number of new answers and the score they led to', () => {
    const before = map(
      withAnswers('Checkout', [0, 0, 0, 0, 0, 0, 9]),
      withAnswers('Visit', [1, 0, 0, 0, 0, 0, 0]),
    );
    const after = map(
      withAnswers('Checkout', [0, 0, 0, 0, 0, 0, 10]),
      withAnswers('Visit', [1, 0, 0, 0, 0, 0, 0]),
    );
    expect(announcementOf(arrivals(before, after, ENGLISH), ENGLISH)).toBe('Checkout: 1 new answer, CES 7.0');
  });

  test('tells no score below the minimum n', () => {
    const arrived = arrivals(
      map(withAnswers('Visit')),
      map(withAnswers('Visit', [2, 0, 0, 0, 0, 0, 1])),
      ENGLISH,
    );
    expect(announcementOf(arrived, ENGLISH)).toBe('Visit: 3 new answers');
  });

  test('counts journey-level answers under the title of the journey', () => {
    const before = mapView([], { title: 'Home' });
    const after = mapView([], {
      title: 'Home',
      measures: [measureView('nps', [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1])],
    });
    expect(arrivals(before, after, ENGLISH)).toMatchObject([{ id: 'journey', added: 1 }]);
  });

  test('says nothing about an erased answer, a touchpoint that is new on the map, or no change', () => {
    const one = map(withAnswers('Visit', [1, 0, 0, 0, 0, 0, 0]));
    expect(arrivals(one, map(withAnswers('Visit')), ENGLISH)).toEqual([]);
    expect(arrivals(map(), one, ENGLISH)).toEqual([]);
    expect(announcementOf(arrivals(one, one, ENGLISH), ENGLISH)).toBe('');
  });

  test('sums up where many places changed at once', () => {
    const ids = ['a', 'b', 'c', 'd'];
    const before = map(...ids.map((id) => withAnswers(id)));
    const after = map(...ids.map((id) => withAnswers(id, [1, 0, 0, 0, 0, 0, 1])));
    expect(announcementOf(arrivals(before, after, ENGLISH), ENGLISH)).toBe(
      '8 new answers at 4 places of the journey',
    );
  });
});
