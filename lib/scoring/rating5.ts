import { meanMeasure } from './mean-measure';
import type { Metric } from './metric';
import { shareMeasure } from './share-measure';
import type { Scale } from './tally';
import { toneBetween } from './tone';

const SCALE: Scale = { min: 1, max: 5 };

/**
 * A foreign rating 1–5, higher is better: mean, with the share of 4 and 5 beside it. It is not CSAT.
 * It comes by import only, with the question of the foreign survey as `{topic}`.
 */
export const RATING5: Metric = {
  ...meanMeasure(SCALE, { name: 'Rating', formula: 'rating5@1', signed: false }),
  id: 'rating5',
  label: 'RTG',
  scale: SCALE,
  secondary: shareMeasure(SCALE, 4, { name: 'Rated 4–5', formula: 'rating5-share@1' }),
  targetHalfWidth: 0.25,
  tone: toneBetween(3, 4.5),
  wordingId: 'imported-rating@1',
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
      topic: { form: 'The question as it was asked', example: 'Please rate the signs' },
      low: 'Very poor',
      high: 'Very good',
      points: ['Very poor', 'Poor', 'Fair', 'Good', 'Very good'],
      why: { low: 'What went wrong?', middle: 'What could have been better?', high: 'What went well?' },
      notice: null,
    },
    de: {
      question: '{topic}',
      topic: { form: 'Die Frage, wie sie gestellt wurde', example: 'Bitte bewerten Sie die Beschilderung' },
      low: 'Sehr schlecht',
      high: 'Sehr gut',
      points: ['Sehr schlecht', 'Schlecht', 'Mittelmäßig', 'Gut', 'Sehr gut'],
      why: { low: 'Was ist schiefgelaufen?', middle: 'Was hätte besser sein können?', high: 'Was lief gut?' },
      notice: null,
    },
  },
};
