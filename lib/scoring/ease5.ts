import { meanMeasure } from './mean-measure';
import type { Metric } from './metric';
import { shareMeasure } from './share-measure';
import type { Scale } from './tally';
import { toneBetween } from './tone';

const SCALE: Scale = { min: 1, max: 5 };

/**
 * A foreign ease question 1–5, higher is easier: mean, with the share of 4 and 5 beside it. It is not CES.
 * It comes by import only, with the question of the foreign survey as `{topic}`.
 */
export const EASE5: Metric = {
  ...meanMeasure(SCALE, { name: 'Ease', formula: 'ease5@1', signed: false }),
  id: 'ease5',
  label: 'EASE',
  scale: SCALE,
  secondary: shareMeasure(SCALE, 4, { name: 'Easy, 4–5', formula: 'ease5-share@1' }),
  targetHalfWidth: 0.25,
  tone: toneBetween(3, 4.5),
  wordingId: 'imported-ease@1',
  faces: false,
  groups: [
    { id: 'low', upTo: 2 },
    { id: 'middle', upTo: 3 },
    { id: 'high', upTo: 5 },
  ],
  words: null,
  wording: {
    en: {
      question: '{topic}',
      topic: { form: 'The question as it was asked', example: 'How easy was it to find your way?' },
      low: 'Very difficult',
      high: 'Very easy',
      points: ['Very difficult', 'Difficult', 'Neither easy nor difficult', 'Easy', 'Very easy'],
      why: { low: 'What went wrong?', middle: 'What could have been better?', high: 'What went well?' },
      notice: null,
    },
    de: {
      question: '{topic}',
      topic: { form: 'Die Frage, wie sie gestellt wurde', example: 'Wie leicht fanden Sie den Weg?' },
      low: 'Sehr schwer',
      high: 'Sehr leicht',
      points: ['Sehr schwer', 'Schwer', 'Weder leicht noch schwer', 'Leicht', 'Sehr leicht'],
      why: { low: 'Was ist schiefgelaufen?', middle: 'Was hätte besser sein können?', high: 'Was lief gut?' },
      notice: null,
    },
  },
};
