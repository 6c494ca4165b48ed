/** How often something stood in a group's texts, of so many in all. */
export interface TermCount {
  readonly count: number;
  readonly n: number;
}

/** `delta`: difference of the two log-odds; `z`: the same in standard errors. Above 0: more in the first group. */
export interface LogOdds {
  readonly delta: number;
  readonly z: number;
}

/**
 * How much more one group uses a word than another, drawn towards no difference where it is rare:
 * δ = ln[(y₁+α)/(n₁+α₀−y₁−α)] − ln[(y₂+α)/(n₂+α₀−y₂−α)], z = δ/√(1/(y₁+α)+1/(y₂+α)).
 * Source: Monroe, Colaresi & Quinn, Political Analysis 16 (2008) 372, with a Dirichlet prior of `alpha` for this word
 * and `alphaTotal` for all words together.
 * @throws RangeError unless 0 < alpha < alphaTotal and every count lies within 0…n.
 * @example logOdds({ count: 7, n: 90 }, { count: 7, n: 90 }, 1, 30) // { delta: 0, z: 0 }
 */
export function logOdds(first: TermCount, second: TermCount, alpha: number, alphaTotal: number): LogOdds {
  if (!(alpha > 0 && alphaTotal > alpha)) throw new RangeError(`No prior: ${alpha} of ${alphaTotal}`);
  for (const { count, n } of [first, second]) {
    if (!(count >= 0 && count <= n)) throw new RangeError(`${count} of ${n}`);
  }
  const odds = ({ count, n }: TermCount) => Math.log((count + alpha) / (n + alphaTotal - count - alpha));
  const delta = odds(first) - odds(second);
  return { delta, z: delta / Math.sqrt(1 / (first.count + alpha) + 1 / (second.count + alpha)) };
}
