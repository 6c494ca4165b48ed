/** What a pair of words is about; it says which kind of fix would help. */
export type AppraisalPair = 'progress' | 'clarity' | 'certainty' | 'recognition' | 'control';

export type EmotionWordId =
  | 'frustrated'
  | 'relieved'
  | 'confused'
  | 'confident'
  | 'uncertain'
  | 'reassured'
  | 'ignored'
  | 'understood'
  | 'overwhelmed'
  | 'empowered';

/** What the words question can be answered with: a word, or that none fits. */
export type WordAnswerId = EmotionWordId | 'none';

export interface EmotionWord {
  readonly id: EmotionWordId;
  readonly pair: AppraisalPair;
  readonly valence: -1 | 1;
  readonly label: { readonly en: string; readonly de: string };
}

export const APPRAISAL_PAIRS: readonly AppraisalPair[] = [
  'progress',
  'clarity',
  'certainty',
  'recognition',
  'control',
];

/** As many positive as negative words, one of each per pair. Respondents see them in varied order. */
export const EMOTION_WORDS: readonly EmotionWord[] = [
  { id: 'frustrated', pair: 'progress', valence: -1, label: { en: 'Frustrated', de: 'Frustriert' } },
  { id: 'relieved', pair: 'progress', valence: 1, label: { en: 'Relieved', de: 'Erleichtert' } },
  { id: 'confused', pair: 'clarity', valence: -1, label: { en: 'Confused', de: 'Verwirrt' } },
  { id: 'confident', pair: 'clarity', valence: 1, label: { en: 'Confident', de: 'Zuversichtlich' } },
  { id: 'uncertain', pair: 'certainty', valence: -1, label: { en: 'Uncertain', de: 'Verunsichert' } },
  { id: 'reassured', pair: 'certainty', valence: 1, label: { en: 'Reassured', de: 'Beruhigt' } },
  { id: 'ignored', pair: 'recognition', valence: -1, label: { en: 'Ignored', de: 'Übergangen' } },
  { id: 'understood', pair: 'recognition', valence: 1, label: { en: 'Understood', de: 'Verstanden' } },
  { id: 'overwhelmed', pair: 'control', valence: -1, label: { en: 'Overwhelmed', de: 'Überfordert' } },
  { id: 'empowered', pair: 'control', valence: 1, label: { en: 'Empowered', de: 'Selbstbestimmt' } },
];

/** The answer that no word fits. It answers the words question and excludes every word. */
export const NO_WORD = { id: 'none', label: { en: 'None of these', de: 'Keines davon' } } as const;

/** The second question of a metric that asks for words. */
export interface WordQuestion {
  readonly prompt: { readonly en: string; readonly de: string };
  readonly words: readonly EmotionWord[];
  readonly none: typeof NO_WORD;
  /** How many words one person may choose. */
  readonly most: number;
}

export const EMOTION_WORD_QUESTION: WordQuestion = {
  prompt: { en: 'Which words fit? Choose up to two.', de: 'Welche Wörter passen? Wählen Sie bis zu zwei.' },
  words: EMOTION_WORDS,
  none: NO_WORD,
  most: 2,
};
