import type { Language, QuestionTexts, QuestionView } from '@/lib/survey/model';

const TEXTS: Record<Language, QuestionTexts> = {
  en: {
    send: 'Send',
    optional: 'optional',
    saved: 'Saved',
    saving: 'Saving…',
    failed: 'Not saved',
    thanks: 'Thank you!',
    thanksMore: 'Your answer helps us to do better.',
    change: 'Change my answer',
    close: 'Close',
    closed: 'This survey is closed',
    closedMore: 'Thank you for your interest. No more answers are taken.',
    notFound: 'This page does not exist',
    confirm: 'You chose {score}.',
    confirmMore: 'Press Send to confirm, or choose another answer.',
    privacy: 'Privacy',
    region: 'A short question from Lumen',
    chooseFirst: 'Please choose an answer first.',
    sent: 'Your answer has been sent.',
    unsubscribe: 'Unsubscribe',
  },
  de: {
    send: 'Absenden',
    optional: 'freiwillig',
    saved: 'Gespeichert',
    saving: 'Wird gespeichert …',
    failed: 'Nicht gespeichert',
    thanks: 'Vielen Dank!',
    thanksMore: 'Ihre Antwort hilft uns, besser zu werden.',
    change: 'Antwort ändern',
    close: 'Schließen',
    closed: 'Diese Umfrage ist beendet',
    closedMore: 'Danke für Ihr Interesse. Es werden keine Antworten mehr angenommen.',
    notFound: 'Diese Seite gibt es nicht',
    confirm: 'Sie haben {score} gewählt.',
    confirmMore: 'Bestätigen Sie mit Absenden oder wählen Sie eine andere Antwort.',
    privacy: 'Datenschutz',
    region: 'Eine kurze Frage von Lumen',
    chooseFirst: 'Bitte wählen Sie zuerst eine Antwort.',
    sent: 'Ihre Antwort wurde gesendet.',
    unsubscribe: 'Abmelden',
  },
};

const NOTICE =
  'Net Promoter®, NPS® and Net Promoter Score® are trademarks of Bain & Company, Inc., NICE Systems, Inc. and Fred Reichheld.';

const WORDS: Record<Language, [string, string[], string]> = {
  en: [
    'Which words fit? Choose up to two.',
    'Frustrated Confident Overwhelmed Empowered Confused Understood Ignored Reassured Uncertain Trusting'.split(
      ' ',
    ),
    'None of these',
  ],
  de: [
    'Welche Wörter passen? Wählen Sie bis zu zwei.',
    'frustriert zuversichtlich überfordert befähigt verwirrt verstanden übersehen beruhigt unsicher vertrauensvoll'.split(
      ' ',
    ),
    'Keines davon',
  ],
};

type Scale = {
  question: string;
  low?: string;
  high?: string;
  shorts: string[];
  why: [string, string, string];
};

const WHY: Record<Language, [string, string, string]> = {
  en: ['What went wrong?', 'What would have made it better?', 'What did we do well?'],
  de: ['Was ist schiefgelaufen?', 'Was hätte es besser gemacht?', 'Was haben wir gut gemacht?'],
};

const numbers = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, step) => `${from + step}`);

const SCALES: Record<string, { min: number; ends: [number, number]; en: Scale; de: Scale }> = {
  nps: {
    min: 0,
    ends: [6, 8],
    en: {
      question: 'How likely is it that you would recommend Lumen to a friend or colleague?',
      low: 'Not at all likely',
      high: 'Extremely likely',
      shorts: numbers(0, 10),
      why: WHY.en,
    },
    de: {
      question: 'Wie wahrscheinlich ist es, dass Sie Lumen einem Freund oder Kollegen empfehlen?',
      low: 'Überhaupt nicht wahrscheinlich',
      high: 'Äußerst wahrscheinlich',
      shorts: numbers(0, 10),
      why: WHY.de,
    },
  },
  ces: {
    min: 1,
    ends: [3, 5],
    en: {
      question: 'Lumen made it easy for me to book a visit.',
      low: 'Strongly disagree',
      high: 'Strongly agree',
      shorts: numbers(1, 7),
      why: WHY.en,
    },
    de: {
      question: 'Lumen hat es mir leicht gemacht, einen Termin zu buchen.',
      low: 'Stimme überhaupt nicht zu',
      high: 'Stimme voll und ganz zu',
      shorts: numbers(1, 7),
      why: WHY.de,
    },
  },
  csat: {
    min: 1,
    ends: [2, 3],
    en: {
      question: 'How satisfied were you with the technician visit?',
      shorts: ['Very dissatisfied', 'Dissatisfied', 'Neutral', 'Satisfied', 'Very satisfied'],
      why: WHY.en,
    },
    de: {
      question: 'Wie zufrieden waren Sie mit dem Besuch des Technikers?',
      shorts: ['Sehr unzufrieden', 'Unzufrieden', 'Neutral', 'Zufrieden', 'Sehr zufrieden'],
      why: WHY.de,
    },
  },
  emotion: {
    min: -2,
    ends: [-1, 0],
    en: {
      question: 'How did booking your visit make you feel?',
      shorts: ['Awful', 'Bad', 'Okay', 'Good', 'Great'],
      why: WHY.en,
    },
    de: {
      question: 'Wie haben Sie sich bei der Terminbuchung gefühlt?',
      shorts: ['Furchtbar', 'Schlecht', 'Geht so', 'Gut', 'Großartig'],
      why: WHY.de,
    },
  },
};

export const FIXTURE_METRICS = ['nps', 'ces', 'csat', 'emotion'] as const;
export type FixtureMetric = (typeof FIXTURE_METRICS)[number];

/** A realistic question of one metric in one language. */
export function fixtureQuestion(metric: FixtureMetric, language: Language = 'en'): QuestionView {
  const scale = SCALES[metric] as (typeof SCALES)[string];
  const { question, low = '', high = '', shorts, why } = scale[language];
  const max = scale.min + shorts.length - 1;
  const [prompt, words, none] = WORDS[language];
  const ids = WORDS.en[1].map((word) => word.toLowerCase());
  return {
    key: `Lm7Q2xKp9${metric}`,
    metric,
    min: scale.min,
    max,
    question,
    low,
    high,
    points: shorts.map((short, step) => ({
      value: scale.min + step,
      short,
      label:
        step === 0 && low
          ? `${short}, ${low}`
          : step === shorts.length - 1 && high
            ? `${short}, ${high}`
            : short,
    })),
    faces: metric === 'emotion',
    words:
      metric === 'emotion'
        ? {
            prompt,
            none: { id: 'none', label: none },
            options: words.map((label, index) => ({ id: ids[index] as string, label })),
            most: 2,
          }
        : null,
    why: [
      { upTo: scale.ends[0], prompt: why[0] },
      { upTo: scale.ends[1], prompt: why[1] },
      { upTo: max, prompt: why[2] },
    ],
    texts: TEXTS[language],
    brand: 'Lumen Broadband',
    privacyUrl: 'https://lumen.example/privacy',
    notice: metric === 'nps' ? NOTICE : null,
    language,
    dir: 'ltr',
  };
}
