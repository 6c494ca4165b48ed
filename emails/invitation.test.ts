import { describe, expect, test } from 'vitest';
import type { InvitationMail } from '@/lib/distribution/model';
import { metricOf, SURVEY_METRICS } from '@/lib/scoring/metrics';
import { newContent } from '@/lib/survey/model/content';
import type { Language } from '@/lib/survey/model/language';
import { LANGUAGES } from '@/lib/survey/model/language';
import { packOf, pluralText } from '@/lib/survey/rules/languages';
import { questionView } from '@/lib/survey/rules/question-view';
import { invitationMail } from './invitation';

function mail(
  metric: string,
  language: Language,
  over: Partial<InvitationMail> = {},
  brand = 'Lumen',
): InvitationMail {
  const texts = packOf(language).mail;
  return {
    question: questionView({
      key: 'k',
      metric: metricOf(metric),
      content: newContent(language, { topic: 'booking your visit' }),
      brand,
      privacyUrl: 'https://lumen.example/privacy',
      language,
    }),
    texts: {
      ...texts,
      why: `${texts.why.replace('{brand}', brand)} ${pluralText(language, texts.rest, 90)}`,
    },
    subject: 'How was booking your visit?',
    greeting: 'Hi Tomás, you booked a technician visit yesterday.',
    answerUrl: 'https://ask.example/r/TOKEN',
    unsubscribeUrl: 'https://ask.example/u/TOKEN',
    postalAddress: '12 Harbour St',
    restDays: 90,
    ...over,
  };
}

const linksOf = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1] as string);

describe.each(SURVEY_METRICS.flatMap((metric) => LANGUAGES.map((language) => ({ metric, language }))))(
  'the mail of $metric in $language',
  ({ metric, language }) => {
    const model = mail(metric, language);
    const { html, text } = invitationMail(model);

    test('has one link for each point of the scale, in order, with its text to be seen', () => {
      const { min, max } = metricOf(metric).scale;
      const scores = Array.from({ length: max - min + 1 }, (_, index) => min + index);
      expect(linksOf(html).filter((link) => link.includes('/r/'))).toEqual(
        scores.map((score) => `https://ask.example/r/TOKEN?s=${score}`),
      );
      for (const point of model.question.points) expect(html).toContain(`>${point.short}</a>`);
    });

    test('says in plain text all that the HTML says', () => {
      const { question } = model;
      const said = [
        model.greeting,
        question.question,
        question.low,
        question.high,
        ...question.points.map((point) => `${point.short}: https://ask.example/r/TOKEN?s=${point.value}`),
        'https://ask.example/u/TOKEN',
        'https://lumen.example/privacy',
        'Lumen, 12 Harbour St',
        pluralText(language, packOf(language).mail.rest, 90),
        question.notice ?? '',
      ];
      for (const part of said) expect(text).toContain(part);
      for (const part of [
        model.greeting,
        question.question,
        question.low,
        question.high,
        'Lumen, 12 Harbour St',
      ]) {
        expect(html).toContain(part);
      }
    });

    test('is small, names its language, and needs nothing from elsewhere', () => {
      expect(Buffer.byteLength(html)).toBeLessThanOrEqual(18_000);
      expect(html).toContain(`<html lang="${language}" dir="${packOf(language).dir}">`);
      expect(html).not.toMatch(/<(img|link|script|form|svg|iframe|input)\b|url\(|@import/i);
    });
  },
);

test('the trademark notice stands with NPS and only there', () => {
  expect(invitationMail(mail('nps', 'en')).html).toContain('Net Promoter');
  expect(invitationMail(mail('ces', 'en')).html).not.toContain('Net Promoter');
});

test('a long scale breaks into 0–5 and 6–10', () => {
  const { html } = invitationMail(mail('nps', 'en'));
  const groups = html.split('<tr><td><table').slice(1);
  expect(groups.map((group) => linksOf(group).filter((link) => link.includes('?s=')).length)).toEqual([6, 5]);
});

test('hostile text stays text', () => {
  const evil = `"><img src=x onerror=alert(1)><a href='https://evil.example'>&amp;`;
  const { html } = invitationMail(
    mail('nps', 'en', { greeting: evil, postalAddress: evil, subject: evil }, evil),
  );
  expect(html).not.toContain('<img');
  expect(linksOf(html).every((link) => /^https:\/\/(ask|lumen)\.example\//.test(link))).toBe(true);
  expect(html).toContain('&lt;img src=x onerror=alert(1)&gt;');
  expect(html).toContain('&amp;amp;');
});

test('no line break or direction trick reaches the subject', () => {
  const { subject } = invitationMail(
    mail('nps', 'en', { subject: 'Hi\r\nBcc: all@example.com\u2028\u202Ex' }),
  );
  expect(subject).toBe('Hi Bcc: all@example.com x');
});

test('without a privacy page or postal address the footer names the brand alone', () => {
  const model = mail('nps', 'en', { postalAddress: null });
  const { html, text } = invitationMail({ ...model, question: { ...model.question, privacyUrl: null } });
  expect(html).not.toContain('Privacy');
  expect(text).toContain('TOKEN\nLumen\n');
});

test('an address that begins with the brand does not repeat it', () => {
  const { text } = invitationMail(mail('nps', 'en', { postalAddress: 'Lumen Ltd,\n12 Harbour St' }));
  expect(text).toContain('\nLumen Ltd, 12 Harbour St\n');
});
