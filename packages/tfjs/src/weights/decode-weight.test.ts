import type { Tensor } from '@separable/core';
import { expect, it } from 'vitest';
import { decodeWithTensorflow } from '../../testing/tensorflow.js';
import { Json } from '../file/json.js';
import { readWeightsManifest } from '../file/weights-manifest.js';
import { Weights } from './weights.js';

interface Packed {
  readonly bytes: Uint8Array;
  readonly weights: readonly object[];
}

/** One weight behind one byte of another, so that nothing is aligned. */
function packed(entry: object, view: ArrayBufferView): Packed {
  const bytes = new Uint8Array(1 + view.byteLength);
  bytes.set(new Uint8Array(view.buffer, view.byteOffset, view.byteLength), 1);
  return {
    bytes,
    weights: [
      { name: 'odd', shape: [1], dtype: 'bool' },
      { name: 'w', ...entry },
    ],
  };
}

/** The weight, lying in two shards. */
function decoded({ bytes, weights }: Packed): Tensor {
  const model = new Json({ weightsManifest: [{ paths: ['a', 'b'], weights }] }, '');
  const shards = new Map([
    ['a', bytes.subarray(0, 3)],
    ['b', bytes.subarray(3)],
  ]);
  return new Weights(readWeightsManifest(model), shards).get('w')!;
}

it.each([
  ['float32', { dtype: 'float32' }, Float32Array.of(0.5, -0.25, 1e30), 'float32'],
  ['int32', { dtype: 'int32' }, Int32Array.of(-7, 2 ** 30, 0), 'int32'],
  ['bool', { dtype: 'bool' }, Uint8Array.of(1, 0, 1), 'bool'],
  [
    'float16',
    { dtype: 'float32', quantization: { dtype: 'float16' } },
    Uint16Array.of(0x3c00, 0x8001, 0x7bff),
    'float32',
  ],
  [
    'uint8',
    { dtype: 'float32', quantization: { dtype: 'uint8', scale: 0.1, min: -3 } },
    Uint8Array.of(0, 17, 255),
    'float32',
  ],
  [
    'uint16',
    { dtype: 'float32', quantization: { dtype: 'uint16', scale: 0.001, min: -3 } },
    Uint16Array.of(0, 1700, 65535),
    'float32',
  ],
  [
    'uint8 of int32',
    { dtype: 'int32', quantization: { dtype: 'uint8', scale: 0.5, min: -3 } },
    Uint8Array.of(0, 17, 255),
    'int32',
  ],
] as const)('%s is decoded as TensorFlow.js does', async (_, entry, view, dtype) => {
  const given = packed({ shape: [3], ...entry }, view);
  const ours = decoded(given);
  expect(ours.dtype).toBe(dtype);
  expect(Array.from(ours.data)).toEqual(
    await decodeWithTensorflow(given.bytes, given.weights, 'w'),
  );
});

it('half floats are exact: subnormal, infinite, NaN, negative zero', () => {
  const bits = Uint16Array.of(0x0001, 0x03ff, 0x7c00, 0xfc00, 0x7e00, 0x8000);
  const entry = { shape: [6], dtype: 'float32', quantization: { dtype: 'float16' } };
  const wanted = [2 ** -24, 1023 * 2 ** -24, Infinity, -Infinity, Number.NaN, -0];
  expect(Array.from(decoded(packed(entry, bits)).data)).toEqual(wanted);
});

it('a decoded weight does not hold on to its shard', () => {
  const ours = decoded(packed({ shape: [3], dtype: 'float32' }, Float32Array.of(1, 2, 3)));
  expect(ours.data.buffer.byteLength).toBe(12);
});
