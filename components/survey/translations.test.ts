import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newContent, type SurveyContent } from '@/lib/survey/model/content';
import { textAt } from '@/lib/survey/rules/changes';
import { addFollowUp, addOwnReason, offerLanguages, withText } from './content-edits';
import { translationsCsv, withTranslations } from './translations';

const START: SurveyContent = addOwnReason(
  addFollowUp(offerLanguages(newContent('en', { topic: 'book a visit' }), ['de', 'ar']), 'reasons'),
  'frictions',
  'en',
  { id: 'own-a1', label: 'Late' },
);

test('what is taken out and put back in is the same, whatever the author wrote', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 60 }), fc.string({ maxLength: 60 }), (one, other) => {
      const clean = (text: string) => text.trim().replace(/^'+/, '');
      const content = withText(
        withText(START, 'de', 'thanks.low', clean(one)),
        'ar',
        'why.high',
        clean(other),
      );
      const read = withTranslations(START, translationsCsv(content, true), true);
      expect('content' in read && textAt(read.content.texts.de, 'thanks.low')).toBe(clean(one).trim());
      expect('content' in read && textAt(read.content.texts.ar, 'why.high')).toBe(clean(other).trim());
    }),
  );
});

test('no cell can be read as a formula', () => {
  const csv = translationsCsv(withText(START, 'de', 'thanks.low', '=HYPERLINK("x")'), true);
  expect(csv).toContain('"\'=HYPERLINK(""x"")"');
});

test('a table from a spreadsheet is read in any order, with semicolons, and offers its languages', () => {
  const read = withTranslations(
    START,
    '\ufefftext;fr;de\r\nwhy.low;"Que s’est-il\npassé ?";\r\nunknown;x;y\r\nreasons.own-a1;En retard;Zu spät',
    true,
  );
  expect(read).toMatchObject({ texts: 3, languages: ['fr', 'de'], added: ['fr'] });
  if (!('content' in read)) throw new Error('refused');
  expect(read.content.languages).toEqual(['en', 'de', 'ar', 'fr']);
  expect(read.content.texts.fr?.why.low).toBe('Que s’est-il passé ?');
  expect(read.content.texts.de?.reasons).toEqual({ 'own-a1': 'Zu spät' });
  expect(read.content.texts.en?.topic).toBe('book a visit');
});

test('a file that is no such table is refused, with where', () => {
  expect(withTranslations(START, 'hello', true)).toEqual({ refusal: 'no table', where: 'hello' });
  expect(withTranslations(START, 'text,xx\nwhy.low,a', true)).toEqual({
    refusal: 'no language',
    where: 'xx',
  });
  expect(withTranslations(START, `text,de\nreasons.own-a1,${'a'.repeat(41)}`, true)).toEqual({
    refusal: 'too long',
    where: 'reasons.own-a1, de',
  });
});
