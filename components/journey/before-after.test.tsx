import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { ChangeView, MarkerView } from '@/lib/insights/model';
import { changeView, spanAround } from '@/lib/insights/rules/before-after';
import { METRICS } from '@/lib/scoring/metrics';
import type { Tally } from '@/lib/scoring/tally';
import { ENGLISH } from '@/lib/translate';
import { BeforeAfterList, ChangeSentence } from './before-after';

const MARKER: MarkerView = {
  ...{ id: 'm', touchpointId: null, changedOn: '2026-11-09', text: 'New calendar', outcome: 'Effort' },
};

function change(before: Tally, after: Tally, near: readonly MarkerView[] = []): ChangeView {
  const { wordingId: wording } = METRICS.ces;
  const counted = [{ metric: 'ces' as const, wording, title: 'CES', slices: [after], previous: before }];
  const span = spanAround('2026-11-09', '2026-11-22');
  return changeView(MARKER, { span, near: [MARKER, ...near], counted, minimumN: 5 });
}

/** What is read, without what only the eye or only the ear gets. */
const text = (markup: string) =>
  markup
    .replace(/<span class="sr-only">[^<]*<\/span>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ');

const listed = (view: ChangeView) =>
  text(
    renderToStaticMarkup(
      <BeforeAfterList change={view} language="en" nothing="Nobody was asked" t={ENGLISH} />,
    ),
  );

test('a change that moved something is told with both scores, the difference, its interval and both n', () => {
  const view = change([20, 30, 60, 80, 60, 40, 20], [2, 3, 5, 20, 30, 20, 15]);
  const [measure] = view.measures;
  if (!measure?.compared) throw new Error('It is compared.');
  const said = text(
    renderToStaticMarkup(<ChangeSentence change={view} measure={measure} language="en" t={ENGLISH} />),
  );
  expect(said).toMatch(
    /^After ‘New calendar’ \(9 Nov 2026\): CES 4\.1 → 5\.0, ▲ \+1\.0 \(\+0\.\d … \+1\.\d\), n 310 and 95/,
  );
  expect(said).toContain('26 Oct – 8 Nov 2026 against 9 – 22 Nov 2026, 14 days each');
});

test('a difference that chance may explain is not told as one', () => {
  const said = listed(change([1, 1, 2, 3, 2, 1, 1], [1, 1, 2, 2, 3, 1, 1]));
  expect(said).toContain('no difference beyond chance (−');
  expect(said).not.toMatch(/[▲▼]/);
});

test('too few answers show no score, only how many are missing', () => {
  const said = listed(change([0, 0, 0, 0, 0, 0, 40], [2, 0, 0, 0, 0, 0, 0]));
  expect(said).toContain('CES too few answers to compare: 40 before and 2 after, 3 more after needed');
  expect(said).not.toContain('→');
});

test('another change in the compared days is named', () => {
  const later = { ...MARKER, id: 'l', changedOn: '2026-11-15', text: 'Lower price' };
  const many: Tally = [1, 1, 2, 3, 2, 1, 1];
  expect(listed(change(many, many, [later]))).toContain(
    'Another change lies in this span: ‘Lower price’ (15 Nov 2026)',
  );
  expect(listed(change(many, many))).not.toContain('Another change');
});
