import { type DType, sizeOf } from '@separable/core';
import type { Json } from './json.js';
import { limits } from './limits.js';
import { errorAt, quote } from './place.js';
import { shardPath } from './shard-path.js';

/** How the elements of a weight lie in the shards, with the bytes of one. */
export const storedBytes = {
  float32: 4,
  int32: 4,
  bool: 1,
  uint8: 1,
  uint16: 2,
  float16: 2,
} as const;

export type Stored = keyof typeof storedBytes;

/** What the manifest says of one weight. */
export interface WeightSpec {
  readonly name: string;
  readonly shape: readonly number[];
  readonly dtype: DType;
  readonly stored: Stored;
  /** `stored · scale + min` is the value; only for uint8 and uint16. */
  readonly scale: number;
  readonly min: number;
  /** Bytes from the start of the first shard of its group. */
  readonly offset: number;
  readonly byteLength: number;
  readonly place: string;
}

/** Shards that together are one run of bytes, and the weights in them. */
export interface ShardGroup {
  readonly paths: readonly string[];
  readonly byteLength: number;
  readonly weights: readonly WeightSpec[];
  readonly place: string;
}

/**
 * Reads `weightsManifest`; a model without weights may leave it out.
 *
 * @throws ImportError naming the place of what is wrong
 */
export function readWeightsManifest(model: Json): readonly ShardGroup[] {
  const names = new Set<string>();
  return model
    .get('weightsManifest')
    .listOrNone()
    .map((group) => {
      const paths = group.get('paths').list().map(shardPath);
      const weights: WeightSpec[] = [];
      let offset = 0;
      for (const entry of group.get('weights').list()) {
        const weight = readWeight(entry, offset);
        if (names.has(weight.name))
          throw errorAt(entry.place, `a second weight ${quote(weight.name)}`);
        names.add(weight.name);
        weights.push(weight);
        offset += weight.byteLength;
      }
      return { paths, byteLength: offset, weights, place: group.place };
    });
}

const dtypes: Readonly<Record<string, DType>> = {
  float32: 'float32',
  int32: 'int32',
  bool: 'bool',
};

function readWeight(json: Json, offset: number): WeightSpec {
  const name = json.get('name').text();
  const given = json.get('dtype').text();
  const dtype = Object.hasOwn(dtypes, given) ? dtypes[given] : undefined;
  if (dtype === undefined) {
    const text = `weights of ${quote(given)} are not supported; float32, int32 and bool are`;
    throw errorAt(json.get('dtype').place, text);
  }
  const shape = readShape(json.get('shape'));
  const { stored, scale, min } = readQuantization(json.get('quantization'), dtype);
  const byteLength = sizeOf(shape) * storedBytes[stored];
  if (!Number.isSafeInteger(offset + byteLength)) {
    throw errorAt(json.place, `a weight of shape [${shape.join(', ')}] has over 2^53 bytes`);
  }
  return { name, shape, dtype, stored, scale, min, offset, byteLength, place: json.place };
}

function readShape(json: Json): readonly number[] {
  const shape = json.integers();
  if (shape.length > limits.rank || shape.some((extent) => extent < 0)) {
    throw json.expected(`at most ${limits.rank} extents of at least 0`);
  }
  return shape;
}

function readQuantization(json: Json, dtype: DType): Pick<WeightSpec, 'stored' | 'scale' | 'min'> {
  if (json.isAbsent) return { stored: dtype as Stored, scale: 1, min: 0 };
  const stored = json.get('dtype').text();
  if (stored === 'float16' && dtype === 'float32') return { stored, scale: 1, min: 0 };
  if ((stored !== 'uint8' && stored !== 'uint16') || dtype === 'bool') {
    const text = `weights of ${dtype} cannot be quantised to ${quote(stored)}`;
    throw errorAt(json.place, text);
  }
  return { stored, scale: json.get('scale').number(), min: json.get('min').number() };
}
