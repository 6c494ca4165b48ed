import { ENGLISH_LEXICON } from './english-lexicon';

/**
 * What customers of a company write about, on the lexicon's scale of −4…4: words that it lacks, or that mean another
 * thing at a counter than in a chat. Written before any of it was measured.
 */
const CUSTOMERS_WORDS: Readonly<Record<string, number>> = {
  ...of(-2.2, 'unacceptable unusable unprofessional overcharged ripoff scam shoddy'),
  ...of(
    -1.8,
    'unhelpful unreliable unresponsive unresolved buggy defective faulty glitchy clunky cumbersome',
  ),
  ...of(-1.8, 'bland stale greasy filthy cramped overpriced inedible soggy undercooked'),
  ...of(
    -1.5,
    'slow slowly slower sluggish late delayed delays delay waited broke breaks crashes crashed freezes',
  ),
  ...of(
    -1.5,
    'expensive pricey costly flimsy dropped disconnects disconnected outage downtime missing misleading',
  ),
  ...of(-1.2, 'waiting wait queue queues complicated inconvenient chaotic hidden outdated noisy dirty cold'),
  ...of(
    -1.0,
    'complained complaint complaints refund returned returning cancelled canceled cancelling wasted',
  ),
  ...of(-1.0, 'twice again repeatedly supposedly nobody nowhere unable forced mediocre average'),
  ...of(1.0, 'quick quickly fast faster promptly prompt smoothly instantly immediately affordable cheap'),
  ...of(
    1.5,
    'smooth simple straightforward intuitive seamless effortless punctual professional knowledgeable',
  ),
  ...of(
    1.5,
    'efficient attentive responsive reliable sturdy comfortable cozy tasty fresh flavorful polite tidy',
  ),
  ...of(2.0, 'flawless flawlessly painless spotless recommended works worked'),
  ...of(0, 'like please help support share interest interested matter credit play charge charged low sorry'),
  ...of(1.2, 'liked likes'),
  ...of(1.6, 'helped helpful'),
};

const CUSTOMERS_PHRASES: Readonly<Record<string, number>> = {
  'on time': 1.5,
  'in no time': 2,
  'no problem': 1.5,
  'no problems': 1.5,
  'no trouble': 1.5,
  'no issues': 1.5,
  'no complaints': 1.8,
  'nothing wrong': 1.2,
  'can not fault': 1.8,
  "can't fault": 1.8,
  'well done': 2.5,
  'works well': 2,
  'worked well': 2,
  'works great': 2.5,
  'as expected': 1,
  'as promised': 1.8,
  'first time': 0,
  'next time': 0,
  'too long': -1.8,
  'too late': -1.8,
  'too slow': -2,
  'too much': -1.2,
  'too many': -1.2,
  'too expensive': -2,
  'too small': -1.2,
  'too hard': -1.8,
  'gave up': -2,
  'give up': -1.8,
  'fed up': -2.5,
  'let down': -2,
  'cut off': -1.8,
  'ran out': -1.2,
  'fell apart': -2,
  'falls apart': -2,
  'stopped working': -2.2,
  'quit working': -2.2,
  'did not work': -2.2,
  "didn't work": -2.2,
  "doesn't work": -2.2,
  'does not work': -2.2,
  "don't work": -2,
  'not working': -2.2,
  'never again': -2.5,
  'never came': -2.2,
  'never arrived': -2.2,
  'no one': -1,
  'no answer': -1.5,
  'no reply': -1.5,
  'no response': -1.5,
  'still waiting': -1.8,
  'had to call': -1.2,
  'had to wait': -1.5,
  'waste of': -2.5,
  'stay away': -2.5,
  'look elsewhere': -2,
  'not worth': -2,
  'would not recommend': -2.5,
  "wouldn't recommend": -2.5,
  "won't be back": -2.5,
  "won't be going back": -2.5,
  'will be back': 2,
  "i'll be back": 2,
  'go back': 0.5,
  'small print': -1,
  'thank you': 1.2,
  'at least': 0,
  'kind of': 0,
  'pretty much': 0,
};

/** Emoji that say how it was, the most used ones. */
const EMOJI: Readonly<Record<string, number>> = {
  ...of(2.5, '😀 😃 😄 😁 😊 🙂 😍 🥰 😻 🤩 🎉 💯 ❤ 💚 💙 👏 🙌', ' '),
  ...of(2, '👍 👌 ⭐ 🌟 ✅ 😎 🙏 💪 ☺ 😘 🤗', ' '),
  ...of(1, '😂 🤣 😅 😉', ' '),
  ...of(-1.5, '😕 🙁 ☹ 😐 😑 🙄 😬 😴 🥱 ⏳ ❓', ' '),
  ...of(-2.5, '😞 😟 😠 😡 🤬 😤 😢 😭 😩 😫 😖 😣 👎 💩 🤮 🤢 💔 ❌ 😒 😔', ' '),
};

/** Faces typed with signs. */
export const FACES: readonly [pattern: RegExp, valence: number][] = [
  [/(?:^|\s)[:;=8][-o^']?[)\]D3p](?=\s|$|[.,!])/g, 2],
  [/(?:^|\s)[:=][-o^']?[([/\\|c](?=\s|$|[.,!])/g, -2],
  [/<3/g, 2],
];

/** Words that turn what follows within three words. */
export const NEGATORS: ReadonlySet<string> = new Set(
  "not never no none nothing neither nor without hardly barely scarcely rarely seldom lacks lacking cannot cant dont didnt doesnt isnt wasnt wont wouldnt couldnt shouldnt havent hasnt hadnt arent werent ain't aint".split(
    ' ',
  ),
);

/** Words that make the next one more, or less. */
export const BOOSTERS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    ...of(
      0.293,
      'very really extremely so absolutely completely totally incredibly amazingly especially truly super highly too utterly terribly awfully insanely remarkably most more entirely fully',
    ),
    ...of(
      -0.293,
      'slightly somewhat bit little kinda sorta fairly almost partly occasionally mildly marginally',
    ),
  }),
);

/** Valence of words and of emoji, −4…4. */
export const VALENCES: ReadonlyMap<string, number> = new Map([
  ...ENGLISH_LEXICON.trim()
    .split('\n')
    .flatMap((line) => {
      const [valence, ...words] = line.split(' ');
      return words.map((word): [string, number] => [word, Number(valence)]);
    }),
  ...Object.entries(CUSTOMERS_WORDS),
  ...Object.entries(EMOJI),
]);

/** Valence of words that stand together, by their first word, the longest first. */
export const PHRASES: ReadonlyMap<string, readonly { words: readonly string[]; valence: number }[]> =
  byFirstWord();

function byFirstWord() {
  const phrases = new Map<string, { words: string[]; valence: number }[]>();
  const longestFirst = Object.entries(CUSTOMERS_PHRASES)
    .map(([phrase, valence]) => ({ words: phrase.split(' '), valence }))
    .sort((a, b) => b.words.length - a.words.length);
  for (const one of longestFirst) {
    const first = one.words[0] as string;
    phrases.set(first, [...(phrases.get(first) ?? []), one]);
  }
  return phrases;
}

function of(valence: number, words: string, parted = ' '): Record<string, number> {
  return Object.fromEntries(words.split(parted).map((word) => [word, valence]));
}
