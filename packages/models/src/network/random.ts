/** A source of repeatable numbers. */
export interface RandomSource {
  /** The next number, evenly spread over `[-bound, bound)`. */
  uniform(bound: number): number;
}

/**
 * SplitMix with 32 bits of state: a counter, well mixed. The same seed gives the same weights on
 * every machine, because nothing but integer operations and one multiplication is used.
 *
 * Source: Steele, Lea & Flood, "Fast splittable pseudorandom number generators" (2014), with the
 * 32-bit finaliser of MurmurHash3.
 */
export function randomSource(seed: number): RandomSource {
  let state = seed >>> 0;
  return {
    uniform(bound) {
      state = (state + 0x9e3779b9) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
      mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
      mixed = (mixed ^ (mixed >>> 16)) >>> 0;
      return (mixed / 2 ** 31 - 1) * bound;
    },
  };
}
