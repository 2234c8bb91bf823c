/** Random numbers that a seed repeats. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** An integer from 0 up to, not including, `limit`: mulberry32. */
  below(limit: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * limit);
  }
}

type Mutation = (bytes: Uint8Array, random: Random, others: readonly Uint8Array[]) => Uint8Array;

function join(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A stretch of a file, mostly short. */
function stretch(bytes: Uint8Array, random: Random): Uint8Array {
  const start = random.below(bytes.length);
  return bytes.subarray(start, start + 1 + random.below(1 << (1 + random.below(10))));
}

function insert(bytes: Uint8Array, piece: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length + 1);
  return join(bytes.subarray(0, at), piece, bytes.subarray(at));
}

const varints: readonly Uint8Array[] = [
  Uint8Array.of(0),
  Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0x0f),
  Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x7f),
  Uint8Array.of(0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0x01),
  Uint8Array.of(0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80),
];

const mutations: readonly Mutation[] = [
  function flipBits(bytes, random) {
    const copy = new Uint8Array(bytes);
    for (let i = random.below(4); i >= 0; i--) {
      const at = random.below(copy.length);
      copy[at] = copy[at]! ^ (1 << random.below(8));
    }
    return copy;
  },
  function replaceBytes(bytes, random) {
    const copy = new Uint8Array(bytes);
    for (let i = random.below(8); i >= 0; i--) copy[random.below(copy.length)] = random.below(256);
    return copy;
  },
  function truncate(bytes, random) {
    return bytes.slice(0, random.below(bytes.length));
  },
  function dropStretch(bytes, random) {
    const piece = stretch(bytes, random);
    const start = piece.byteOffset - bytes.byteOffset;
    return join(bytes.subarray(0, start), bytes.subarray(start + piece.length));
  },
  function repeatStretch(bytes, random) {
    return insert(bytes, stretch(bytes, random), random);
  },
  function splice(bytes, random, others) {
    return insert(bytes, stretch(others[random.below(others.length)]!, random), random);
  },
  function editNumber(bytes, random) {
    const at = random.below(bytes.length);
    const value = varints[random.below(varints.length)]!;
    return join(bytes.subarray(0, at), value, bytes.subarray(at + 1));
  },
  function insertNoise(bytes, random) {
    const piece = Uint8Array.from({ length: 1 + random.below(16) }, () => random.below(256));
    return insert(bytes, piece, random);
  },
  function appendAnother(bytes, random, others) {
    return join(bytes, others[random.below(others.length)]!);
  },
  function onlyNoise(_, random) {
    return Uint8Array.from({ length: random.below(512) }, () => random.below(256));
  },
];

/** A file made from one of the seeds by one to three random changes. */
export function mutate(seeds: readonly Uint8Array[], random: Random): Uint8Array {
  let bytes = seeds[random.below(seeds.length)]!;
  for (let i = random.below(3); i >= 0; i--) {
    if (bytes.length > 0) bytes = mutations[random.below(mutations.length)]!(bytes, random, seeds);
  }
  return bytes;
}
