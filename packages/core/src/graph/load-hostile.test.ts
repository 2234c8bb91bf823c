import { describe, expect, it } from 'vitest';
import { writeSafetensors } from '../data/safetensors.js';
import { tensor } from '../data/tensor.js';
import { SeparableError } from '../errors/separable-error.js';
import { graphBuilder } from './builder.js';
import { graphFromJson, graphToJson } from './graph-json.js';
import { loadGraph, saveGraph } from './save.js';

function sample() {
  const g = graphBuilder('sample');
  const x = g.input('x', 'float32', ['n', 'H', '2*W', 3]);
  const filter = g.constant('filter', tensor('float32', [3, 3, 3, 4]));
  const bias = g.constant('bias', tensor('float32', [4]));
  const stem = g.conv2d({ x, filter, bias }, { strides: 2, padding: 'same', activation: 'relu6' });
  const both = g.concat({ inputs: [stem, g.clip({ x: stem }, { max: Infinity })] }, { axis: -1 });
  const { values, indices } = g.topK({ x: g.slice({ x: both }, slices) }, { k: 2 });
  g.output('values', values);
  g.output('indices', indices);
  return g.build();
}
const slices = { axes: [1], starts: [0], ends: ['H//2'], steps: [1] };

/** The error of a hostile file by its code, `loaded` for none; anything untyped is thrown on. */
function outcome(load: () => unknown): string {
  try {
    load();
    return 'loaded';
  } catch (error) {
    if (error instanceof SeparableError) return error.code;
    throw error;
  }
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Deterministic numbers from 0 up to 1 (mulberry32). */
function seeded(state: number): () => number {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Nested past the stack, which JSON.stringify cannot write. */
const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
const odd: readonly Json[] = [
  null,
  true,
  -1,
  0.5,
  1e9,
  2 ** 53,
  '',
  '__proto__',
  'constructor',
  'x',
  'H*H*H',
  '(H + W)*(H + W)//3',
  'Infinity',
  [],
  [[]],
  {},
  { op: 'relu' },
  { toString: 1 },
  JSON.parse('{"__proto__": ["x"]}') as Json,
  Array.from({ length: 5000 }, (_, i) => i),
  'DEEP',
];

/** The same document with one place changed: replaced, left out, doubled, or named anew. */
function mutated(json: Json, random: () => number): Json {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  if (typeof json !== 'object' || json === null || random() < 0.08) return pick(odd);
  const keys = Object.keys(json);
  if (keys.length === 0) return pick(odd);
  const key = pick(keys);
  const chance = random();
  if (Array.isArray(json)) {
    const at = Number(key);
    if (chance < 0.1) return json.toSpliced(at, 1);
    if (chance < 0.2) return [...json, json[at]!];
    if (chance < 0.3) return json.toReversed();
    return json.with(at, mutated(json[at]!, random));
  }
  const entries = Object.entries(json).map(([name, value]): [string, Json] =>
    name === key ? [name, mutated(value, random)] : [name, value],
  );
  if (chance < 0.1) return Object.fromEntries(entries.filter(([name]) => name !== key));
  if (chance < 0.2) return Object.fromEntries([...entries, ['__proto__', pick(odd)]]);
  return Object.fromEntries(entries);
}

describe('loading what someone else wrote', () => {
  it('answers any change to the JSON with a graph or a typed error', () => {
    const random = seeded(1);
    const graph = sample();
    const json = JSON.parse(graphToJson(graph)) as Json;
    const seen = new Map<string, number>();
    for (let round = 0; round < 3000; round++) {
      let changed = mutated(json, random);
      if (random() < 0.3) changed = mutated(changed, random);
      const text = JSON.stringify(changed).replaceAll('"DEEP"', () => deep);
      const code = outcome(() => graphFromJson(text, graph.constants));
      seen.set(code, (seen.get(code) ?? 0) + 1);
    }
    expect([...seen.keys()].sort()).toEqual(['graph', 'import', 'loaded', 'shape-mismatch']);
  });

  it('answers any change to the bytes with a graph or a typed error', () => {
    const random = seeded(2);
    const file = saveGraph(sample());
    const codes = new Set<string>();
    for (let round = 0; round < 2000; round++) {
      const bytes = Uint8Array.from(file);
      for (let i = 0; i < 1 + random() * 3; i++) {
        bytes[Math.floor(random() ** 2 * bytes.length)] = Math.floor(random() * 256);
      }
      const end = random() < 0.2 ? Math.floor(random() * bytes.length) : bytes.length;
      codes.add(outcome(() => loadGraph(bytes.subarray(0, end))));
    }
    expect(
      [...codes].every((code) => ['graph', 'import', 'loaded', 'shape-mismatch'].includes(code)),
    ).toBe(true);
  });

  it('allocates no more than the file holds', () => {
    const place = { dtype: 'U8', shape: [1000], data_offsets: [0, 1000] };
    const entries = Array.from({ length: 3000 }, (_, i) => [`t${i}`, place] as const);
    expect(() =>
      loadGraph(safetensors(Object.fromEntries(entries), 1000)),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ImportError: safetensors: tensor 't1' lies at 0 to 1000, expected it from 1000 on within 1000 bytes]`,
    );
    const huge = { dtype: 'F32', shape: [1e9, 1e9], data_offsets: [0, 4e18] };
    expect(() => loadGraph(safetensors({ huge }, 8))).toThrowErrorMatchingInlineSnapshot(
      `[ImportError: safetensors: tensor 'huge' has no valid shape and data_offsets]`,
    );
    const claimed = { dtype: 'F32', shape: [1e9], data_offsets: [0, 4e9] };
    expect(() => loadGraph(safetensors({ claimed }, 8))).toThrowErrorMatchingInlineSnapshot(
      `[ImportError: safetensors: tensor 'claimed' lies at 0 to 4000000000, expected it from 0 on within 8 bytes]`,
    );
    expect(() => loadGraph(safetensors({}, 8))).toThrowErrorMatchingInlineSnapshot(
      `[ImportError: safetensors: no tensor takes the last 8 bytes]`,
    );
    const two = { dtype: 'BOOL', shape: [1], data_offsets: [0, 1] };
    expect(() => loadGraph(safetensors({ two }, 1, 2))).toThrowErrorMatchingInlineSnapshot(
      `[ImportError: safetensors: tensor 'two' of bool holds more than 0 and 1]`,
    );
    expect(() =>
      loadGraph(safetensors({ __metadata__: null as never }, 0)),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ImportError: safetensors: __metadata__ is not a record of texts]`,
    );
    const named = new Map([['__metadata__', tensor('float32', [1])]]);
    expect(() =>
      writeSafetensors({ tensors: named, metadata: {} }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: safetensors: a tensor cannot be named '__metadata__']`,
    );
  });
});

/** A file of a header and `length` bytes. */
function safetensors(
  header: Readonly<Record<string, object>>,
  length: number,
  fill = 0,
): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(header));
  const file = new Uint8Array(8 + text.length + length).fill(fill);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  return file;
}
