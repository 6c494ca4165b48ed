import { expect, test } from 'vitest';
import { mapView, stageView, touchpointView } from '@/components/journey/fixture';
import { blueprintOf } from './blueprint';

test('what customers never see stands below the line of visibility, what they do alone above the line of interaction', () => {
  const columns = blueprintOf(
    mapView([
      stageView('s', [
        touchpointView('call'),
        touchpointView('check', { visibility: 'backstage' }),
        touchpointView('unpack', { visibility: 'customer_only' }),
        touchpointView('use', { kind: 'use' }),
      ]),
    ]),
  );
  expect(columns.map(({ row }) => row)).toEqual(['frontstage', 'backstage', 'customer', 'customer']);
});

test('each statement stands in one row of its own touchpoint', () => {
  const statement = (id: string, kind: 'action' | 'people' | 'system' | 'pain', touchpointId: string) => ({
    ...{ id, kind, touchpointId, stageId: null, effect: null, text: id, personaId: null, expiresOn: null },
    ...{
      claimed: 'assumption' as const,
      state: 'assumption' as const,
      createdOn: '2026-01-01',
      evidence: [],
    },
  });
  const [a, b] = blueprintOf(
    mapView([stageView('s', [touchpointView('a'), touchpointView('b')])], {
      statements: [
        statement('calls', 'action', 'a'),
        statement('agent', 'people', 'a'),
        statement('crm', 'system', 'b'),
        statement('waits', 'pain', 'b'),
      ],
    }),
  );
  const ids = (list: { id: string }[] | undefined) => list?.map(({ id }) => id);
  expect(ids(a?.statements.customer)).toEqual(['calls']);
  expect(ids(a?.statements.backstage)).toEqual(['agent']);
  expect(ids(b?.statements.support)).toEqual(['crm']);
  expect([a, b].flatMap((one) => Object.values(one?.statements ?? {}).flat())).toHaveLength(3);
});
