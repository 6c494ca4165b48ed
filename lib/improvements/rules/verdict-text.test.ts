import { expect, test } from 'vitest';
import { METRICS } from '../../scoring/metrics';
import { tallyOf } from '../../scoring/tally';
import { ENGLISH } from '../../translate';
import type { Verdict } from '../model';
import { verdictText } from './verdict-text';

const side = {
  from: '2026-01-01',
  to: '2026-03-31',
  score: METRICS.csat.score(tallyOf(METRICS.csat.scale, [1, 4, 5])),
};
const verdict: Verdict = {
  ...{ kind: 'better', metric: 'csat', wording: 'satisfied@1', before: side, after: side },
  effect: { delta: 0.18, low: 0.05, high: 0.31, p: 0.001, clearOn: null },
  ...{ method: 'difference-in-differences', others: null, placeboFailed: false, worth: 0.1 },
  ...{ fall: null, missing: 0 },
};

const said = (of: Verdict) => verdictText(of, ENGLISH).replaceAll('\u00a0', ' ');

test('a verdict never stands without its change and what that could be, and says where it is no test', () => {
  expect(said(verdict)).toBe('Better, CSAT +18 pp (could be +5 … +31 pp), n 3 since');
  const alone = said({ ...verdict, method: 'before-after' });
  expect(alone).toBe('Better, CSAT +18 pp (could be +5 … +31 pp), n 3 since; before and after, not a test');
  expect(said({ ...verdict, kind: 'unclear', effect: null })).toBe('Too early to tell');
});
