import { expect, test } from 'vitest';
import { fillName } from './mail-model';

test('a greeting reads well with and without a name', () => {
  expect(fillName('Hi {name}, thank you.', 'Tomás')).toBe('Hi Tomás, thank you.');
  expect(fillName('Hi {name}, thank you.', ' ')).toBe('Hi, thank you.');
});

test('a name is put in as it is, whatever it holds', () => {
  expect(fillName('Hi {name}', '$& {name}')).toBe('Hi $& {name}');
});
