import { expect, test } from 'vitest';
import { ENGLISH } from '@/lib/translate';
import { alertLetter } from './alert';
import { caseLetter } from './case';

const one = { title: 'Book <b>a</b> visit.example.com', point: 'NPS: 2 of 10', due: '3 June 2026, 12:00' };
const about = { workspaceName: 'Lumen', url: 'https://m.test/cases/1' };

test('one case is named in the subject, several are counted', () => {
  expect(caseLetter({ cases: [one], ...about }, ENGLISH).subject).toBe(
    'A case for you: Book <b>a< b> visit example com',
  );
  expect(caseLetter({ cases: [one, one], ...about }, ENGLISH).subject).toBe('2 cases for you');
});

test('a title is text in the letter, and no link', () => {
  const { html } = caseLetter({ cases: [one], ...about }, ENGLISH);
  expect(html).not.toContain('<b>a');
  expect(html).not.toContain('visit.example.com');
});

test('an alert says what was found, at what', () => {
  const { text } = alertLetter(
    { alerts: [{ title: 'Book', text: 'NPS is very likely below 20: 96 %' }], ...about },
    ENGLISH,
  );
  expect(text).toContain('Book: NPS is very likely below 20: 96 %');
});
