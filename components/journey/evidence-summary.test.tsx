import { renderToStaticMarkup } from 'react-dom/server';
import { expect, test } from 'vitest';
import type { StatementView } from '@/lib/insights/model';
import { heardOn } from '@/lib/insights/rules/evidence';
import { ENGLISH } from '@/lib/translate';
import { columnsOf } from './columns';
import { EvidenceSummary } from './evidence-summary';
import { mapView, stageView, touchpointView } from './fixture';
import { StatementCell } from './statement-cell';

const statement = (touchpointId: string | null, kind: string | null, over: Partial<StatementView> = {}) => ({
  ...({ id: 'x', stageId: null, touchpointId, kind: 'pain', effect: null, text: 't' } as const),
  ...({ claimed: 'assumption', state: 'assumption', personaId: null, expiresOn: null } as const),
  createdOn: '2026-01-01',
  evidence:
    kind === null
      ? []
      : [{ id: 'e', kind, stance: 'contradicts', gatheredOn: '2020-01-01', expiresOn: null, n: null }],
  ...over,
});

test('a touchpoint is unheard where no customer answered or spoke, and only where customers can meet it', () => {
  const map = mapView(
    [
      stageView('s', [
        touchpointView('answered', { answeredOn: '2026-01-01' }),
        touchpointView('interviewed'),
        touchpointView('expert'),
        touchpointView('silent'),
        touchpointView('hidden', { visibility: 'backstage' }),
      ]),
    ],
    {
      statements: [
        statement('interviewed', 'interview'),
        statement('expert', 'expert'),
        statement(null, 'interview'),
        statement('answered', null, { state: 'validated' }),
        statement('answered', null, { state: 'refuted' }),
      ],
    },
  );
  const { total, counts, unheard } = heardOn(map);
  expect(unheard.map(({ id }) => id)).toEqual(['expert', 'silent']);
  expect([total, counts]).toEqual([5, { assumption: 3, partly: 0, validated: 1, refuted: 1 }]);
});

test('the header counts what is validated and leads, with the filter, to what nobody asked about', () => {
  const map = mapView([stageView('s', [touchpointView('a')])], {
    statements: [
      statement('a', null, { state: 'validated' }),
      statement('a', null),
      statement('a', null, { state: 'refuted' }),
    ],
  });
  const html = renderToStaticMarkup(<EvidenceSummary map={map} search="?source=link" t={ENGLISH} />);
  expect(html.replace(/<[^>]+>/g, '')).toContain('1 of 3 statements validated');
  expect(html).toContain('1 refuted');
  expect(html).toContain('href="/journeys/journey?source=link&amp;touchpoint=a"');
  expect(renderToStaticMarkup(<EvidenceSummary map={map} search={null} t={ENGLISH} />)).not.toContain('href');
});

test('a cell says in words how sure each statement is, and shows those of the stage in its first cell only', () => {
  const map = mapView([stageView('s', [touchpointView('a'), touchpointView('b')])], {
    statements: [
      statement('a', null, { id: '1', text: 'One', state: 'refuted' }),
      statement(null, null, { id: '2', stageId: 's', text: 'Two', state: 'validated' }),
      statement('b', null, { id: '3', text: 'Three', words: 'Nobody called.' }),
      statement('b', null, { id: '4', text: 'Four', kind: 'gain' }),
    ],
  });
  const [first, second] = columnsOf(map).map((column) =>
    renderToStaticMarkup(<StatementCell column={column} map={map} kind="pain" />),
  );
  expect(first).toContain('<s class');
  expect(first?.replace(/<[^>]+>/g, ' ')).toMatch(/Refuted:\s+One .*Two .*Validated .*Whole stage/);
  expect(second).toContain('“Nobody called.”');
  expect(second).toContain('Assumption');
  expect(second).not.toMatch(/Two|Three|Four/);
});
