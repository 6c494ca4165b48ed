import { expect, test } from 'vitest';
import { replyLetter } from './case-reply';

const letter = {
  subject: 'Your\r\nBcc: visit',
  text: 'Dear Ana,\n\nwe are <sorry>.\nIt was us.',
  brand: 'Lumen & Co',
  postalAddress: 'Street 1, 10115 Berlin',
  privacy: { label: 'Privacy', url: 'https://lumen.test/p?a=1&b=2' },
  unsubscribe: { label: 'Unsubscribe', url: 'https://m.test/u/x' },
  language: 'de',
  dir: 'ltr' as const,
};

test('what was written arrives as it was written, and as nothing else', () => {
  const { subject, html, text } = replyLetter(letter);
  expect(subject).toBe('Your Bcc: visit');
  expect(html).toContain('we are &#60;sorry&#62;.<br>It was us.');
  expect(html).toContain('lang="de"');
  expect(html).not.toContain('<sorry>');
  expect(text).toContain('Dear Ana,\n\nwe are <sorry>.\nIt was us.');
});

test('the company, its address and the ways out stand at the foot', () => {
  const { html, text } = replyLetter(letter);
  expect(text).toContain('Lumen & Co\nStreet 1, 10115 Berlin\nUnsubscribe: https://m.test/u/x\nPrivacy:');
  expect(html).toContain('href="https://lumen.test/p?a=1&#38;b=2"');
  const bare = replyLetter({ ...letter, privacy: null, unsubscribe: null, postalAddress: null });
  expect(bare.html).not.toContain('<a ');
});
