import { expect, test } from 'vitest';
import { initialsOf } from './touchpoint-marks';

test('initials are those of the first and the last name, also of an address or in other scripts', () => {
  expect(
    ['Ines Maria Duarte', 'ines', 'ana@example.com', '  Łukasz  Żak ', '山田 太郎', ''].map(initialsOf),
  ).toEqual(['ID', 'I', 'AC', 'ŁŻ', '山太', '?']);
});
