import { expect, test } from 'vitest';
import { ECONOMIC_FIGURES, type Economics } from '../../outcomes/model';
import { METRICS } from '../../scoring/metrics';
import { tallyOf } from '../../scoring/tally';
import { EMPTY_IMPROVEMENT, type Improvement } from '../model';
import { improvementView } from './assemble';

const economics: Economics = {
  currency: 'EUR',
  figures: Object.fromEntries(
    ECONOMIC_FIGURES.map((name, place) => [name, { value: 10 / (place + 11), origin: null }]),
  ) as Economics['figures'],
};
const improvement: Improvement = {
  ...EMPTY_IMPROVEMENT,
  ...{ id: 'i', journeyId: 'j', title: 'Plain bills', ownerUserId: 'u', state: 'idea', overrideReason: '' },
  ...{ startedOn: null, effectiveOn: null, doneOn: null, baseline: null, trials: [], markerId: null },
  ...{
    ownMarker: false,
    createdAt: new Date(),
    retiredAt: null,
    lineageIds: ['l'],
    statementIds: [],
    answers: [],
  },
};

const seen = (scores: number[]) =>
  improvementView(
    improvement,
    { id: 'j', lineageId: 'whole', title: 'J', members: [], touchpoints: [], absorptions: [] } as never,
    {
      recent: [{ metric: 'csat', wording: 'satisfied@1', tally: tallyOf(METRICS.csat.scale, scores) }],
      ...{ measured: new Map(), backing: [], verdict: null, economics, minimumN: 5 },
    },
  );

test('fewer answers than the minimum tell neither a share of bad answers, nor a value, nor a satisfaction', () => {
  const few = seen([1, 1, 1, 5]);
  expect(few.value).toBeNull();
  expect(few.priority.satisfied).toBeNull();
  const enough = seen([1, 1, 1, 5, 5]);
  expect(enough.value?.badShare).toMatchObject({ count: 3, n: 5 });
  expect(enough.priority.satisfied).toMatchObject({ count: 2, n: 5 });
});
