/**
 * The words in an order that differs per response and stays the same for one response, so that no word
 * gains by standing first. `seed` is the response id, or any text that stands for it.
 */
export function wordOrder<W extends { id: string }>(words: readonly W[], seed: string): W[] {
  const ranks = new Map(words.map((word) => [word, mix(seed + word.id)]));
  return [...words].sort((a, b) => (ranks.get(a) as number) - (ranks.get(b) as number));
}

/** A number that looks random for each text: FNV-1a with the finish of MurmurHash3, both in the public domain. */
function mix(text: string): number {
  let bits = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) bits = Math.imul(bits ^ text.charCodeAt(at), 0x01000193);
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return (bits ^ (bits >>> 16)) >>> 0;
}
