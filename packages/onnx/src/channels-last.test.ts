import { js } from '@separable/backend-js';
import { optimise } from '@separable/core';
import { expect, it } from 'vitest';
import { modelOf, weights } from '../testing/models.js';
import { importOnnx } from './import-onnx.js';
import { encodeModel } from './proto/encode-model.js';
import { makeFloats, makeInt64s, makeNode } from './proto/make.js';

// TensorFlow's maps are NHWC. Its exporter puts a transpose behind the input and before the output, pads
// channels by joining zeros, and flattens in its own order.
const exported = encodeModel(
  modelOf({
    inputs: { x: [1, 8, 8, 3] },
    initializers: [
      weights('w', [6, 3, 3, 3]),
      weights('d', [6, 1, 3, 3], 2),
      makeFloats('b', [1, 6, 1, 1], [1, 2, 3, 4, 5, 6]),
      makeInt64s('zeros', [4], [1, 2, 4, 4]),
      makeInt64s('flat', [3], [1, -1, 4]),
    ],
    nodes: [
      makeNode('Transpose', ['x'], ['first'], { perm: [0, 3, 1, 2] }),
      makeNode('Conv', ['first', 'w'], ['c'], { strides: [2, 2], auto_pad: 'SAME_UPPER' }),
      makeNode('Add', ['c', 'b'], ['biased']),
      makeNode('Relu', ['biased'], ['r']),
      makeNode('Conv', ['r', 'd'], ['e'], { group: 6, pads: [1, 1, 1, 1] }),
      makeNode('ConstantOfShape', ['zeros'], ['more']),
      makeNode('Concat', ['e', 'more'], ['padded'], { axis: 1 }),
      makeNode('Transpose', ['padded'], ['last'], { perm: [0, 2, 3, 1] }),
      makeNode('Reshape', ['last', 'flat'], ['y']),
    ],
    outputs: ['y'],
  }),
);

it('the transposes of a network exported from TensorFlow cancel', async () => {
  const graph = importOnnx(exported);
  expect(graph.nodes.filter(({ op }) => op === 'transpose')).not.toEqual([]);
  const backend = await js().create();
  const optimised = await optimise(graph, { backend });
  await backend[Symbol.asyncDispose]();
  const ops = optimised.nodes.map(({ op }) => op);
  expect(ops).toEqual(['conv2d', 'depthwiseConv2d', 'concat', 'reshape']);
});
