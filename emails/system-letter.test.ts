import { expect, test } from 'vitest';
import { ENGLISH } from '@/lib/translate';
import { inviteLetter } from './invite';
import { signInLetter } from './sign-in';

test('what people typed is text in a letter: no markup, no link of theirs, no name in the subject', () => {
  const letter = inviteLetter(
    {
      url: 'https://milepost.example/invite?token=abc',
      workspaceName: '<b>Win at https://evil.test/x</b>',
      inviterName: 'Ana "x" & www.evil.test',
      role: 'editor',
      days: 7,
    },
    ENGLISH,
  );
  expect(letter.html).not.toContain('<b>');
  expect(letter.html).not.toMatch(/evil\.test/);
  expect(letter.text).not.toMatch(/evil\.test/);
  expect(letter.subject).not.toMatch(/Ana|Win/);
  expect(letter.text).toContain('as an editor');
});

test('the link stands in both parts', () => {
  const url = 'https://milepost.example/sign-in/confirm?token=a&email=b%40c.example';
  const letter = signInLetter({ url, minutes: 30 }, ENGLISH);
  expect(letter.text).toContain(url);
  expect(letter.html).toContain(`href="${url.replaceAll('&', '&#38;')}"`);
});
