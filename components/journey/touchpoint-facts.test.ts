import { describe, expect, test } from 'vitest';
import { ENGLISH } from '@/lib/translate';
import { touchpointView } from './fixture';
import { importanceText, summaryOf, touchpointFacts } from './touchpoint-facts';

const map = { channels: [{ key: 'kiosk', label: 'Kiosk', retired: true }] };

describe('the facts of a touchpoint', () => {
  test('leave out what nobody said, but always tell its weight and that nobody owns it', () => {
    const facts = touchpointFacts(touchpointView('a'), map, ENGLISH);
    expect(facts.When).toEqual([]);
    expect(facts.Who).toEqual([{ name: 'Owner team', text: 'Nobody' }]);
    expect(facts.Importance).toEqual([{ name: 'Weight', text: 'As important as any other' }]);
    expect(summaryOf(facts.When, ENGLISH)).toBe('Nothing said yet');
  });

  test('name channels as the workspace does, also retired ones, and an owner only once', () => {
    const facts = touchpointFacts(
      touchpointView('a', {
        channels: ['email', 'kiosk'],
        owner: { id: 's', name: 'Sales' },
        contributors: [
          { id: 's', name: 'Sales' },
          { id: 'c', name: 'Care' },
        ],
      }),
      map,
      ENGLISH,
    );
    expect(facts.Basics[0]).toEqual({ name: 'Channels', text: 'E-mail, Kiosk' });
    expect(summaryOf(facts.Who, ENGLISH)).toBe('Sales · Care');
  });

  test('say what of the information is missing', () => {
    const information = [{ text: 'The slot', state: 'missing' as const }];
    const facts = touchpointFacts(touchpointView('a', { information }), map, ENGLISH);
    expect(facts['What the customer gets']).toEqual([{ name: 'Missing', text: 'The slot' }]);
  });
});

test('an importance is told by whose it is', () => {
  expect(importanceText({ importanceCustomer: 5, importanceBusiness: null }, ENGLISH)).toBe(
    'Customer 5 of 5',
  );
  expect(importanceText({ importanceCustomer: 5, importanceBusiness: 2 }, ENGLISH)).toBe(
    'Customer 5 of 5, business 2 of 5',
  );
});
