import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import { formatCount, formatInterval, formatScore } from '@/lib/format';
import { ENGLISH } from '@/lib/translate';
import { measureView } from './fixture';
import { RollUps } from './measure-chip';

test('a roll-up is told with its interval and n, to who points at it and to who listens', () => {
  const ces = measureView('ces', [5, 6, 9, 20, 60, 90, 110]);
  const { value, low, high, n } = ces.score;
  const text = `CES ${formatScore('ces', value)}, 95 % interval ${formatInterval('ces', low, high)}, n ${formatCount(n)}`;
  const shown = renderToStaticMarkup(<RollUps measures={[ces]} t={ENGLISH} />);
  expect(n).toBe(300);
  expect(shown).toContain(`<span class="sr-only">${text}</span>`);
  expect(shown).toContain(`title="All answers of this stage together: ${text}"`);
});

test('a roll-up of too few answers shows no number', () => {
  expect(
    renderToStaticMarkup(<RollUps measures={[measureView('ces', [0, 0, 0, 0, 1, 1, 1])]} t={ENGLISH} />),
  ).toBe('');
});
