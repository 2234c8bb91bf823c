import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { disagreements } from '../testing/agreement.js';
import { convolutionalModel, noise, shapeModel, single, weights } from '../testing/models.js';
import { makeFloats, makeInt64s, makeNode } from './proto/make.js';
import { encodeModel } from './proto/encode-model.js';

/** One model, run at several shapes of its input `x`. */
type Case = readonly [name: string, model: Uint8Array, ...shapes: readonly (readonly number[])[]];

const image = [2, 3, 7, 6];
const open = ['n', 3, 'h', 'w'];
const { w3, w3t, group, bias } = {
  w3: weights('w', [4, 3, 3, 3]),
  w3t: weights('w', [3, 2, 3, 2]),
  group: weights('w', [6, 1, 3, 2]),
  bias: weights('b', [4], 3),
};

function conv(attributes: Parameters<typeof makeNode>[3]): Uint8Array {
  return single(makeNode('Conv', ['x', 'w', 'b'], ['y'], attributes), open, [w3, bias]);
}

function unconv(
  attributes: Parameters<typeof makeNode>[3],
  shape: readonly (string | number)[] = open,
): Uint8Array {
  return single(makeNode('ConvTranspose', ['x', 'w'], ['y'], attributes), shape, [w3t]);
}

function pool(op: string, attributes: Parameters<typeof makeNode>[3], opset = 19): Uint8Array {
  return single(makeNode(op, ['x'], ['y'], attributes), open, [], opset);
}

function resize(
  scales: readonly number[],
  attributes: Parameters<typeof makeNode>[3],
  shape = open,
): Uint8Array {
  const constants = [makeFloats('none', [0], []), makeFloats('s', [4], scales)];
  return single(makeNode('Resize', ['x', 'none', 's'], ['y'], attributes), shape, constants, 13);
}

const cases: readonly Case[] = [
  [
    'a convolutional network',
    encodeModel(convolutionalModel()),
    [1, 3, 8, 8],
    [2, 3, 13, 9],
    [1, 3, 5, 20],
  ],
  ['shape computations', encodeModel(shapeModel()), [1, 4, 3], [2, 4, 5], [3, 4, 1]],
  [
    'Conv with explicit padding',
    conv({ pads: [0, 1, 2, 1], strides: [2, 1] }),
    image,
    [1, 3, 3, 3],
  ],
  ['Conv with SAME_UPPER', conv({ auto_pad: 'SAME_UPPER', strides: [2, 3] }), image, [1, 3, 8, 9]],
  ['Conv with SAME_LOWER', conv({ auto_pad: 'SAME_LOWER', strides: [2, 2] }), image, [1, 3, 8, 9]],
  ['Conv with dilations', conv({ dilations: [2, 1], auto_pad: 'VALID' }), image],
  [
    'depthwise Conv with a multiplier',
    single(makeNode('Conv', ['x', 'w'], ['y'], { group: 3 }), open, [group]),
    image,
  ],
  [
    'Conv over one axis',
    single(
      makeNode('Conv', ['x', 'w'], ['y'], { pads: [1, 0], strides: [2] }),
      ['n', 3, 'w'],
      [weights('w', [4, 3, 3])],
    ),
    [2, 3, 8],
    [1, 3, 5],
  ],
  ['ConvTranspose', unconv({ strides: [2, 3], pads: [1, 0, 0, 1], output_padding: [1, 0] }), image],
  ['ConvTranspose with SAME_UPPER', unconv({ strides: [2, 2], auto_pad: 'SAME_UPPER' }), image],
  ['ConvTranspose with SAME_LOWER', unconv({ strides: [2, 2], auto_pad: 'SAME_LOWER' }), image],
  [
    'ConvTranspose with output_shape',
    unconv({ strides: [2, 2], output_shape: [14, 13] }, [2, 3, 7, 6]),
    image,
  ],
  [
    'MaxPool with ceil_mode',
    pool('MaxPool', { kernel_shape: [3, 2], strides: [2, 3], ceil_mode: 1 }),
    image,
  ],
  [
    'MaxPool with dilations',
    pool('MaxPool', { kernel_shape: [2, 2], dilations: [2, 3], pads: [1, 1, 0, 0] }),
    image,
  ],
  [
    'AveragePool without padding in its mean',
    pool('AveragePool', { kernel_shape: [3, 3], pads: [1, 0, 1, 1] }),
    image,
  ],
  [
    'AveragePool with padding in its mean',
    pool('AveragePool', {
      kernel_shape: [3, 3],
      pads: [1, 1, 1, 1],
      count_include_pad: 1,
      strides: [2, 2],
    }),
    image,
  ],
  [
    'AveragePool with ceil_mode',
    pool('AveragePool', { kernel_shape: [2, 2], strides: [2, 2], ceil_mode: 1 }),
    image,
  ],
  ['GlobalMaxPool', pool('GlobalMaxPool', {}), image],
  ['Resize, linear, half pixels', resize([1, 1, 2, 1.5], { mode: 'linear' }), image],
  [
    'Resize, linear, align_corners',
    resize([1, 1, 2, 3], { mode: 'linear', coordinate_transformation_mode: 'align_corners' }),
    image,
  ],
  ['Resize, cubic, smaller', resize([1, 1, 0.5, 0.75], { mode: 'cubic' }), image, [1, 3, 8, 8]],
  ['Resize, nearest, a third', resize([1, 1, 2.6, 1.3], { mode: 'nearest' }, [2, 3, 7, 6]), image],
  [
    'Resize, nearest, align_corners, fraction',
    resize(
      [1, 1, 0.6, 0.6],
      { mode: 'linear', coordinate_transformation_mode: 'align_corners' },
      [1, 1, 4, 4],
    ),
    [1, 1, 4, 4],
  ],
  [
    'Upsample of opset 9',
    single(
      makeNode('Upsample', ['x', 's'], ['y'], { mode: 'linear' }),
      open,
      [makeFloats('s', [4], [1, 1, 2, 2])],
      9,
    ),
    image,
  ],
  [
    'Softmax of opset 11 over several axes',
    single(makeNode('Softmax', ['x'], ['y'], { axis: 1 }), open, [], 11),
    image,
  ],
  ['Softmax of opset 13', single(makeNode('Softmax', ['x'], ['y'], { axis: 1 }), open), image],
  ['LogSoftmax', single(makeNode('LogSoftmax', ['x'], ['y'], { axis: -1 }), open), image],
  [
    'Clip of opset 6 form',
    single(makeNode('Clip', ['x'], ['y'], { min: { float: -0.5 }, max: 0.25 }), open, [], 10),
    image,
  ],
  [
    'Pad by attributes',
    single(
      makeNode('Pad', ['x'], ['y'], { pads: [0, 0, 1, 2, 0, 0, 0, 3], mode: 'reflect' }),
      open,
      [],
      10,
    ),
    image,
  ],
  [
    'Pad that cuts',
    single(
      makeNode('Pad', ['x', 'p', 'v'], ['y']),
      open,
      [makeInt64s('p', [8], [0, 0, -1, 2, 0, 0, 1, -2]), makeFloats('v', [], [0.5])],
      13,
    ),
    image,
  ],
  [
    'Slice backwards',
    single(makeNode('Slice', ['x', 's', 'e', 'a', 't'], ['y']), open, [
      makeInt64s('s', [2], [-1, 1]),
      makeInt64s('e', [2], [-(2n ** 63n), 2n ** 63n - 1n]),
      makeInt64s('a', [2], [2, 3]),
      makeInt64s('t', [2], [-2, 2]),
    ]),
    image,
    [1, 3, 4, 9],
  ],
  [
    'Split in two',
    single(makeNode('Split', ['x'], ['y', 'z'], { axis: 1, split: [1, 2] }), open, [], 11),
    image,
  ],
  [
    'InstanceNormalization',
    single(makeNode('InstanceNormalization', ['x', 's', 'b'], ['y']), open, [
      weights('s', [3]),
      weights('b', [3], 2),
    ]),
    image,
  ],
  [
    'LayerNormalization',
    single(makeNode('LayerNormalization', ['x', 's'], ['y'], { axis: 2 }), image, [
      weights('s', [7, 6]),
    ]),
    image,
  ],
  ['LRN', single(makeNode('LRN', ['x'], ['y'], { size: 3, alpha: 0.01 }), open), image],
  ['PRelu', single(makeNode('PRelu', ['x', 's'], ['y']), open, [weights('s', [3, 1, 1])]), image],
  [
    'Gemm',
    single(
      makeNode('Gemm', ['x', 'w', 'b'], ['y'], { transB: 1, alpha: 0.5, beta: 2.5 }),
      ['n', 4],
      [weights('w', [5, 4]), weights('b', [5])],
    ),
    [3, 4],
  ],
  [
    'a dense layer',
    single(
      makeNode('Gemm', ['x', 'w', 'b'], ['y'], { transB: 1 }),
      ['n', 4],
      [weights('w', [5, 4]), weights('b', [5])],
    ),
    [3, 4],
  ],
  [
    'MatMul by a vector',
    single(makeNode('MatMul', ['x', 'w'], ['y']), ['n', 3, 4], [weights('w', [4])]),
    [2, 3, 4],
  ],
  [
    'DepthToSpace, CRD',
    single(makeNode('DepthToSpace', ['x'], ['y'], { blocksize: 2, mode: 'CRD' }), [
      'n',
      8,
      'h',
      'w',
    ]),
    [2, 8, 3, 2],
  ],
  [
    'DepthToSpace, DCR',
    single(makeNode('DepthToSpace', ['x'], ['y'], { blocksize: 2 }), ['n', 8, 'h', 'w']),
    [2, 8, 3, 2],
  ],
  [
    'SpaceToDepth',
    single(makeNode('SpaceToDepth', ['x'], ['y'], { blocksize: 2 }), ['n', 3, 'h', 'w']),
    [2, 3, 4, 6],
  ],
  [
    'ReduceL2',
    single(makeNode('ReduceL2', ['x'], ['y'], { axes: [1, -1], keepdims: 0 }), open),
    image,
  ],
  [
    'CumSum',
    single(makeNode('CumSum', ['x', 'a'], ['y'], { exclusive: 1, reverse: 1 }), open, [
      makeInt64s('a', [], [2]),
    ]),
    image,
  ],
  ['Gelu', single(makeNode('Gelu', ['x'], ['y'], { approximate: 'tanh' }), open, [], 20), image],
  ['HardSwish', single(makeNode('HardSwish', ['x'], ['y']), open), image],
  [
    'Expand both ways',
    single(makeNode('Expand', ['x', 's'], ['y']), ['n', 1], [makeInt64s('s', [3], [2, 1, 4])]),
    [3, 1],
  ],
];

describe('an imported model agrees with onnxruntime-web', () => {
  const runs = cases.map(([name, model, ...shapes]) => ({ name, model, shapes }));
  it.each(runs)('on $name', async ({ model, shapes }) => {
    for (const shape of shapes) {
      const size = shape.reduce((a, b) => a * b, 1);
      expect(await disagreements(model, { x: tensor('float32', shape, noise(size, 7)) })).toEqual(
        [],
      );
    }
  });
});
