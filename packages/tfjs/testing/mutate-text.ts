import type { Random } from './random.js';

type Mutation = (text: string, random: Random, others: readonly string[]) => string;

/** A stretch of a text, mostly short. */
function stretch(text: string, random: Random): readonly [start: number, end: number] {
  const start = random.below(text.length);
  return [start, start + 1 + random.below(1 << (1 + random.below(8)))];
}

const fragments = [
  'null',
  '-1',
  '1e9',
  '9007199254740992',
  '""',
  '[]',
  '{}',
  '"__proto__":{}',
  '"../../x"',
  '[[[[',
];

const mutations: readonly Mutation[] = [
  function dropStretch(text, random) {
    const [start, end] = stretch(text, random);
    return text.slice(0, start) + text.slice(end);
  },
  function repeatStretch(text, random) {
    const [start, end] = stretch(text, random);
    return text.slice(0, end) + text.slice(start, end) + text.slice(end);
  },
  function splice(text, random, others) {
    const other = random.of(others);
    const [start, end] = stretch(other, random);
    const at = random.below(text.length + 1);
    return text.slice(0, at) + other.slice(start, end) + text.slice(at);
  },
  function truncate(text, random) {
    return text.slice(0, random.below(text.length));
  },
  function changeLetter(text, random) {
    const at = random.below(text.length);
    return text.slice(0, at) + String.fromCharCode(32 + random.below(95)) + text.slice(at + 1);
  },
  function insertFragment(text, random) {
    const at = random.below(text.length + 1);
    return text.slice(0, at) + random.of(fragments) + text.slice(at);
  },
  function changeNumber(text, random) {
    const numbers = [...text.matchAll(/-?\d+(\.\d+)?/g)];
    if (numbers.length === 0) return text;
    const found = random.of(numbers);
    const value = random.of(['0', '-1', '2', '255', '1000000000', '4294967296', '1e308', '0.5']);
    return text.slice(0, found.index) + value + text.slice(found.index + found[0].length);
  },
];

/** A text made from one of the seeds by one to three random changes of its letters. */
export function mutateText(seeds: readonly string[], random: Random): string {
  let text = random.of(seeds);
  for (let i = random.below(3); i >= 0; i--) {
    if (text.length > 0) text = random.of(mutations)(text, random, seeds);
  }
  return text;
}
