import { EMOTION_WORD_QUESTION } from './emotion-words';
import { meanMeasure } from './mean-measure';
import type { Metric } from './metric';
import type { Scale } from './tally';
import { toneBetween } from './tone';

const SCALE: Scale = { min: -2, max: 2 };

/**
 * Emotion: mean of five labelled faces coded −2…2, then up to two of ten words.
 * `{topic}` names the step: in English a noun or -ing phrase ("booking your visit"), in German a noun phrase in
 * the dative with its article or possessive ("der Terminbuchung").
 */
export const EMOTION: Metric = {
  ...meanMeasure(SCALE, { name: 'Emotion', formula: 'emotion@1', signed: true }),
  id: 'emotion',
  label: 'EMO',
  scale: SCALE,
  secondary: null,
  targetHalfWidth: 0.25,
  tone: toneBetween(-1, 1),
  wordingId: 'left-you-feeling@1',
  faces: true,
  groups: [
    { id: 'low', upTo: -1 },
    { id: 'middle', upTo: 0 },
    { id: 'high', upTo: 2 },
  ],
  words: EMOTION_WORD_QUESTION,
  wording: {
    en: {
      question: 'How did {topic} leave you feeling?',
      topic: { form: 'The step, as a noun or -ing phrase', example: 'booking your visit' },
      low: 'Awful',
      high: 'Great',
      points: ['Awful', 'Bad', 'Okay', 'Good', 'Great'],
      why: {
        low: 'What happened?',
        middle: 'What would have made it better?',
        high: 'What made it a good experience?',
      },
      notice: null,
    },
    de: {
      question: 'Wie haben Sie sich nach {topic} gefühlt?',
      topic: { form: 'Der Schritt, als Nomen im Dativ mit Artikel', example: 'der Terminbuchung' },
      low: 'Furchtbar',
      high: 'Großartig',
      points: ['Furchtbar', 'Schlecht', 'Okay', 'Gut', 'Großartig'],
      why: {
        low: 'Was ist passiert?',
        middle: 'Was hätte es besser gemacht?',
        high: 'Was hat Ihnen gutgetan?',
      },
      notice: null,
    },
  },
};
