import { tensor } from '@separable/core';
import { expect, it } from 'vitest';
import { disagreements } from '../../testing/agreement.js';
import { modelOf, noise } from '../../testing/models.js';
import { encodeModel } from '../proto/encode-model.js';
import { makeInt64s, makeNode } from '../proto/make.js';

it.each([
  ['the upper part', 0, { upper: 1 }],
  ['the lower part', 0, { upper: 0 }],
  ['above the diagonal', 1, {}],
  ['below the diagonal and more', -2, { upper: 0 }],
])('Trilu agrees with onnxruntime-web on %s', async (_, k, attributes) => {
  const model = modelOf({
    inputs: { x: [2, 4, 5] },
    initializers: [makeInt64s('k', [], [k])],
    nodes: [makeNode('Trilu', ['x', 'k'], ['y'], attributes)],
    outputs: ['y'],
  });
  const x = tensor('float32', [2, 4, 5], noise(40, 3));
  expect(await disagreements(encodeModel(model), { x })).toEqual([]);
});

it('EyeLike agrees with onnxruntime-web', async () => {
  const model = modelOf({
    inputs: { x: [4, 5] },
    nodes: [makeNode('EyeLike', ['x'], ['eye'], { k: 1 }), makeNode('Add', ['eye', 'x'], ['y'])],
    outputs: ['y'],
  });
  const x = tensor('float32', [4, 5], noise(20, 3));
  expect(await disagreements(encodeModel(model), { x })).toEqual([]);
});
