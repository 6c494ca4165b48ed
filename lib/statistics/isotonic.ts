/** A value and how much it weighs. */
export interface Weighed {
  readonly value: number;
  /** Above 0. */
  readonly weight: number;
}

/**
 * The closest values, by weighted squares, that never fall from one place to the next; with 'falling', never rise.
 * Source: pool adjacent violators (Ayer and others, Annals of Mathematical Statistics 26 (1955) 641).
 * @throws RangeError unless every weight is above 0.
 * @example isotonic([{ value: 1, weight: 1 }, { value: 3, weight: 1 }, { value: 2, weight: 1 }], 'rising') // [1, 2.5, 2.5]
 */
export function isotonic(places: readonly Weighed[], direction: 'rising' | 'falling'): number[] {
  const sign = direction === 'rising' ? 1 : -1;
  const blocks: { value: number; weight: number; places: number }[] = [];
  for (const { value, weight } of places) {
    if (!(weight > 0)) throw new RangeError(`${weight} is not a weight`);
    let block = { value: sign * value, weight, places: 1 };
    for (let before = blocks.at(-1); before && before.value >= block.value; before = blocks.at(-1)) {
      blocks.pop();
      const sum = before.weight + block.weight;
      block = {
        value: (before.value * before.weight + block.value * block.weight) / sum,
        weight: sum,
        places: before.places + block.places,
      };
    }
    blocks.push(block);
  }
  return blocks.flatMap((block) => new Array<number>(block.places).fill(sign * block.value));
}
