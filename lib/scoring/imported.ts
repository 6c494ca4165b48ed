import { meanMeasure } from './mean-measure';
import type { Metric } from './metric';
import { shareMeasure } from './share-measure';
import type { Scale } from './tally';
import { toneBetween } from './tone';
import type { Wording } from './wording';

const SCALE: Scale = { min: 1, max: 5 };

/**
 * A foreign rating 1–5, higher is better: mean, with the share of 4 and 5 beside it. It is not CSAT.
 * It comes by import only, with the question of the foreign survey as `{topic}`.
 */
export const RATING5: Metric = imported({
  id: 'rating5',
  name: 'Rating',
  label: 'RTG',
  share: 'Rated 4–5',
  wordingId: 'imported-rating@1',
  en: {
    example: 'Please rate the signs',
    points: ['Very poor', 'Poor', 'Fair', 'Good', 'Very good'],
  },
  de: {
    example: 'Bitte bewerten Sie die Beschilderung',
    points: ['Sehr schlecht', 'Schlecht', 'Mittelmäßig', 'Gut', 'Sehr gut'],
  },
});

/**
 * A foreign ease question 1–5, higher is easier: mean, with the share of 4 and 5 beside it. It is not CES.
 * It comes by import only, with the question of the foreign survey as `{topic}`.
 */
export const EASE5: Metric = imported({
  id: 'ease5',
  name: 'Ease',
  label: 'EASE',
  share: 'Easy, 4–5',
  wordingId: 'imported-ease@1',
  en: {
    example: 'How easy was it to find your way?',
    points: ['Very difficult', 'Difficult', 'Neither easy nor difficult', 'Easy', 'Very easy'],
  },
  de: {
    example: 'Wie leicht fanden Sie den Weg?',
    points: ['Sehr schwer', 'Schwer', 'Weder leicht noch schwer', 'Leicht', 'Sehr leicht'],
  },
});

type Labels = { example: string; points: [string, string, string, string, string] };

function imported(given: {
  id: 'rating5' | 'ease5';
  name: string;
  label: string;
  share: string;
  wordingId: string;
  en: Labels;
  de: Labels;
}): Metric {
  const { id, en, de } = given;
  return {
    ...meanMeasure(SCALE, { name: given.name, formula: `${id}@1`, signed: false }),
    id,
    label: given.label,
    scale: SCALE,
    secondary: shareMeasure(SCALE, 4, { name: given.share, formula: `${id}-share@1` }),
    targetHalfWidth: 0.25,
    tone: toneBetween(3, 4.5),
    wordingId: given.wordingId,
    faces: false,
    groups: [
      { id: 'low', upTo: 2 },
      { id: 'middle', upTo: 3 },
      { id: 'high', upTo: 5 },
    ],
    words: null,
    wording: {
      en: wording(en, 'The question as it was asked', {
        low: 'What went wrong?',
        middle: 'What could have been better?',
        high: 'What went well?',
      }),
      de: wording(de, 'Die Frage, wie sie gestellt wurde', {
        low: 'Was ist schiefgelaufen?',
        middle: 'Was hätte besser sein können?',
        high: 'Was lief gut?',
      }),
    },
  };
}

function wording({ example, points }: Labels, form: string, why: Wording['why']): Wording {
  return {
    question: '{topic}',
    topic: { form, example },
    low: points[0],
    high: points[4],
    points,
    why,
    notice: null,
  };
}
