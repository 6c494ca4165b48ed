import type { Metric } from './metric';
import { netMeasure } from './net-measure';
import type { Scale } from './tally';
import { toneBetween } from './tone';

const SCALE: Scale = { min: 0, max: 10 };

/** Net Promoter Score: promoters 9–10 minus detractors 0–6, over all answers. Source: Reichheld (2003). */
export const NPS: Metric = {
  ...netMeasure(SCALE, { downTo: 6, upFrom: 9 }, { name: 'NPS', formula: 'nps@1' }),
  id: 'nps',
  label: 'NPS',
  scale: SCALE,
  secondary: null,
  targetHalfWidth: 0.15,
  tone: toneBetween(-0.5, 0.5),
  wordingId: 'recommend@1',
  faces: false,
  groups: [
    { id: 'low', upTo: 6 },
    { id: 'middle', upTo: 8 },
    { id: 'high', upTo: 10 },
  ],
  words: null,
  wording: {
    en: {
      question: 'How likely are you to recommend {name} to a friend or colleague?',
      topic: null,
      low: 'Not at all likely',
      high: 'Extremely likely',
      points: ['Not at all likely', '', '', '', '', '', '', '', '', '', 'Extremely likely'],
      why: {
        low: 'What should we have done better?',
        middle: 'What would make you more likely to recommend us?',
        high: 'What do you value most about us?',
      },
      notice:
        'Net Promoter, Net Promoter Score and NPS are registered trademarks of Bain & Company, Inc., Satmetrix Systems, Inc. and Fred Reichheld.',
    },
    de: {
      question: 'Wie wahrscheinlich ist es, dass Sie {name} im Freundes- oder Kollegenkreis weiterempfehlen?',
      topic: null,
      low: 'Überhaupt nicht wahrscheinlich',
      high: 'Äußerst wahrscheinlich',
      points: [
        'Überhaupt nicht wahrscheinlich',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        '',
        'Äußerst wahrscheinlich',
      ],
      why: {
        low: 'Was hätten wir besser machen sollen?',
        middle: 'Was müsste sich ändern, damit Sie uns eher weiterempfehlen?',
        high: 'Was schätzen Sie an uns am meisten?',
      },
      notice:
        'Net Promoter, Net Promoter Score und NPS sind eingetragene Marken von Bain & Company, Inc., Satmetrix Systems, Inc. und Fred Reichheld.',
    },
  },
};
