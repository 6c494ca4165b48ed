import { meanMeasure } from './mean-measure';
import type { Metric } from './metric';
import { shareMeasure } from './share-measure';
import type { Scale } from './tally';
import { toneBetween } from './tone';

const SCALE: Scale = { min: 1, max: 5 };

/**
 * Customer satisfaction: share of 4 and 5 on 1–5 (top two boxes, not the mean), with the mean beside it.
 * `{topic}` names the step: in English a noun or -ing phrase ("your checkout"), in German a noun phrase in the
 * dative with its article or possessive ("Ihrer Bestellung").
 */
export const CSAT: Metric = {
  ...shareMeasure(SCALE, 4, { name: 'CSAT', formula: 'csat@1' }),
  id: 'csat',
  label: 'CSAT',
  scale: SCALE,
  secondary: meanMeasure(SCALE, { name: 'Mean, 1–5', formula: 'csat-mean@1', signed: false }),
  targetHalfWidth: 0.15,
  tone: toneBetween(0.5, 0.9),
  wordingId: 'satisfied@1',
  faces: false,
  groups: [
    { id: 'low', upTo: 2 },
    { id: 'middle', upTo: 3 },
    { id: 'high', upTo: 5 },
  ],
  words: null,
  wording: {
    en: {
      question: 'How satisfied were you with {topic}?',
      topic: { form: 'The step, as a noun or -ing phrase', example: 'your checkout' },
      low: 'Very dissatisfied',
      high: 'Very satisfied',
      points: [
        'Very dissatisfied',
        'Dissatisfied',
        'Neither satisfied nor dissatisfied',
        'Satisfied',
        'Very satisfied',
      ],
      why: { low: 'What went wrong?', middle: 'What could have been better?', high: 'What did we do well?' },
      notice: null,
    },
    de: {
      question: 'Wie zufrieden waren Sie mit {topic}?',
      topic: { form: 'Der Schritt, als Nomen im Dativ mit Artikel', example: 'Ihrer Bestellung' },
      low: 'Sehr unzufrieden',
      high: 'Sehr zufrieden',
      points: [
        'Sehr unzufrieden',
        'Unzufrieden',
        'Weder zufrieden noch unzufrieden',
        'Zufrieden',
        'Sehr zufrieden',
      ],
      why: {
        low: 'Was ist schiefgelaufen?',
        middle: 'Was hätte besser sein können?',
        high: 'Was haben wir gut gemacht?',
      },
      notice: null,
    },
  },
};
