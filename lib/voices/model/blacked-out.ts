/** A passage that was blacked out, by keyed hashes alone: it is known again when it comes back, and cannot be read here. */
export type Remembered = {
  passageHash: Uint8Array;
  /** How many words and signs the passage has. */
  parts: number;
  /** The sentences in which it stood. */
  places: RememberedPlace[];
};

export type RememberedPlace = {
  placeHash: Uint8Array;
  /** How many sentences it is; 0: the whole text, because little else stood in it. */
  sentences: number;
};
