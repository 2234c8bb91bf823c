import {
  type ComputeCase,
  constant,
  integers,
  nodeCases,
  normal,
  runCase,
  tolerancePolicy,
} from '@separable/conformance';
import type { Backend } from '@separable/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wasm } from './provider.js';

const map = normal([2, 40, 41, 37]);
const rows = normal([300, 130]);
const window = { kernel: [3, 2], strides: [2, 1], padding: 'same' } as const;
const bounds = { axes: [1, 3], starts: [1, -1], ends: [40, -38], steps: [2, -1] };

/** Sizes whose work falls into several units, the last of them shorter; conformance has small ones. */
const cases: readonly ComputeCase[] = [
  ...nodeCases('add', [
    { name: 'rows', operands: { a: map, b: normal([41, 1]) } },
    { name: 'pieces', operands: { a: map, b: map } },
  ]),
  ...nodeCases('less', [{ name: 'bytes', operands: { a: map, b: normal([37]) } }]),
  ...nodeCases('gelu', [{ name: 'map', operands: { x: map } }]),
  ...nodeCases('cast', [
    { name: 'bytes', operands: { x: integers([50_001], -9, 9) }, attributes: { to: 'uint8' } },
  ]),
  ...nodeCases(
    'transpose',
    [
      [0, 3, 1, 2],
      [3, 2, 1, 0],
      [1, 0, 2, 3],
    ].map((permutation) => ({
      name: `${permutation}`,
      operands: { x: map },
      attributes: { permutation },
    })),
  ),
  ...nodeCases('concat', [
    { name: 'channels', operands: { inputs: [map, map] }, attributes: { axis: 3 } },
    { name: 'images', operands: { inputs: [map, map] }, attributes: { axis: 0 } },
  ]),
  ...nodeCases('split', [
    { name: 'rows', operands: { x: map }, attributes: { axis: 1, sizes: [7, 33] } },
  ]),
  ...nodeCases('slice', [{ name: 'steps', operands: { x: map }, attributes: bounds }]),
  ...nodeCases('expand', [
    { name: 'rows', operands: { x: normal([130, 1]) }, attributes: { shape: [7, 130, 60] } },
  ]),
  ...nodeCases(
    'pad',
    (['constant', 'edge', 'reflect'] as const).map((mode) => ({
      name: mode,
      operands: { x: map },
      attributes: { mode, before: [0, 1, 2, 0], after: [0, 3, 1, 0] },
    })),
  ),
  ...nodeCases('gather', [
    { name: 'rows', operands: { x: rows, indices: integers([900], 0, 299) } },
  ]),
  ...nodeCases('maxPool2d', [{ name: 'map', operands: { x: map }, attributes: window }]),
  ...nodeCases('averagePool2d', [{ name: 'map', operands: { x: map }, attributes: window }]),
  ...nodeCases('globalAveragePool2d', [{ name: 'map', operands: { x: normal([5, 30, 30, 70]) } }]),
  ...nodeCases(
    'reduceSum',
    [[1, 2], [3], [0, 2], [0, 1, 3]].map((axes) => ({
      name: `${axes}`,
      operands: { x: map },
      attributes: { axes },
    })),
  ),
  ...nodeCases('argMax', [
    { name: 'last', operands: { x: rows } },
    { name: 'first', operands: { x: rows }, attributes: { axis: 0 } },
  ]),
  ...nodeCases('cumsum', [
    { name: 'last', operands: { x: rows } },
    { name: 'first', operands: { x: rows }, attributes: { axis: 0 } },
  ]),
  ...nodeCases('topK', [{ name: 'last', operands: { x: rows }, attributes: { k: 5 } }]),
  ...nodeCases(
    'resize2d',
    (['nearest', 'bilinear', 'cubic'] as const).map((mode) => ({
      name: mode,
      operands: { x: normal([2, 15, 16, 19]) },
      attributes: { mode, size: [37, 50] },
    })),
  ),
  ...nodeCases('softmax', [{ name: 'rows', operands: { x: rows } }]),
  ...nodeCases('layerNorm', [{ name: 'rows', operands: { x: rows, scale: normal([130]) } }]),
  ...nodeCases('instanceNorm', [{ name: 'map', operands: { x: map, offset: normal([37]) } }]),
  ...nodeCases('groupNorm', [
    { name: 'map', operands: { x: normal([3, 20, 20, 36]) }, attributes: { groups: 6 } },
  ]),
  ...nodeCases(
    'matmul',
    [0, 1, 2, 3].map((bits) => {
      const [transposeA, transposeB] = [bits % 2 === 1, bits > 1];
      return {
        name: `transposes ${bits}`,
        operands: {
          a: normal(transposeA ? [3, 90, 133] : [3, 133, 90]),
          b: normal(transposeB ? [2, 1, 101, 90] : [2, 1, 90, 101]),
        },
        attributes: { transposeA, transposeB },
      };
    }),
  ),
  ...nodeCases('matmul', [
    {
      name: 'constant, transposed',
      operands: { a: normal([3, 133, 90]), b: constant(normal([101, 90])) },
      attributes: { transposeB: true },
    },
  ]),
];

describe.each([1, 3])('work of several units on %i threads', (threads) => {
  let backend: Backend;
  const provider = wasm({ threads });
  beforeAll(async () => {
    backend = await provider.create();
  });
  afterAll(() => backend[Symbol.asyncDispose]());

  it.each(cases.map((given) => [given.id, given] as const))('%s', async (_, given) => {
    const policy = tolerancePolicy('cpu');
    const { verdict, reason } = await runCase(given, { provider, backend, policy });
    expect({ verdict, reason }).toEqual({ verdict: 'native', reason: undefined });
  });
});
