import { meanMeasure } from './mean-measure';
import type { Metric } from './metric';
import { shareMeasure } from './share-measure';
import type { Scale } from './tally';
import { toneBetween } from './tone';

const SCALE: Scale = { min: 1, max: 7 };

/**
 * Customer Effort Score 2.0: mean agreement 1–7 that it was easy, with the share of 5–7 beside it.
 * `{topic}` is what the customer did: in English a bare verb phrase ("book a visit"), in German an infinitive
 * with zu ("einen Termin zu buchen").
 */
export const CES: Metric = {
  ...meanMeasure(SCALE, { name: 'CES', formula: 'ces@1', signed: false }),
  id: 'ces',
  label: 'CES',
  scale: SCALE,
  secondary: shareMeasure(SCALE, 5, { name: 'Easy, 5–7', formula: 'ces-easy@1' }),
  targetHalfWidth: 0.4,
  tone: toneBetween(3, 6),
  wordingId: 'made-it-easy@1',
  faces: false,
  groups: [
    { id: 'low', upTo: 3 },
    { id: 'middle', upTo: 4 },
    { id: 'high', upTo: 7 },
  ],
  words: null,
  wording: {
    en: {
      question: '{name} made it easy for me to {topic}.',
      topic: { form: 'What the customer did, as a verb phrase without “to”', example: 'book a visit' },
      low: 'Strongly disagree',
      high: 'Strongly agree',
      points: [
        'Strongly disagree',
        'Disagree',
        'Somewhat disagree',
        'Neither agree nor disagree',
        'Somewhat agree',
        'Agree',
        'Strongly agree',
      ],
      why: { low: 'What made it hard?', middle: 'What could have been easier?', high: 'What made it easy?' },
      notice: null,
    },
    de: {
      question: '{name} hat es mir leicht gemacht, {topic}.',
      topic: { form: 'Was zu tun war, als Infinitiv mit „zu“', example: 'einen Termin zu buchen' },
      low: 'Stimme überhaupt nicht zu',
      high: 'Stimme voll und ganz zu',
      points: [
        'Stimme überhaupt nicht zu',
        'Stimme nicht zu',
        'Stimme eher nicht zu',
        'Weder noch',
        'Stimme eher zu',
        'Stimme zu',
        'Stimme voll und ganz zu',
      ],
      why: {
        low: 'Was hat es Ihnen schwer gemacht?',
        middle: 'Was hätte einfacher sein können?',
        high: 'Was hat es Ihnen leicht gemacht?',
      },
      notice: null,
    },
  },
};
