import { expect, test } from 'vitest';
import { ENGLISH } from '@/lib/translate';
import { mentionLetter } from './mention';

const mention = {
  url: 'https://milepost.example.com/journeys/1?touchpoint=2',
  author: 'Ines',
  journeyTitle: 'Becoming a customer',
  touchpointTitle: 'Welcome mail',
  text: 'Who owns this?',
};

test('says who named the reader, where, and what was said, and leads there', () => {
  const { subject, text, html } = mentionLetter(mention, ENGLISH);
  expect(subject).toBe('Ines named you in a discussion');
  expect(text).toContain('the discussion of Becoming a customer at Welcome mail');
  expect(text).toContain('“Who owns this?”');
  expect(html).toContain('href="https://milepost.example.com/journeys/1?touchpoint=2"');
});

test('names cannot smuggle links in, markup is shown as text, and long remarks are cut', () => {
  const { subject, html, text } = mentionLetter(
    {
      ...mention,
      author: 'https://evil.example.com',
      text: `<img src=x> ${'x'.repeat(500)}`,
    },
    ENGLISH,
  );
  expect(subject).not.toContain('evil.example.com');
  expect(html).not.toContain('<img');
  expect(text).not.toContain('x'.repeat(301));
});
