import { type Tensor, tensor } from '@separable/core';
import type { TfjsFiles } from '../src/import-tfjs.js';
import { graphFiles, node, placeholder } from './graph-files.js';
import { randomNumbers } from './random-numbers.js';

function numbers(...shape: readonly number[]): Tensor {
  return tensor(
    'float32',
    shape,
    randomNumbers(
      shape.reduce((a, b) => a * b),
      shape.length,
    ),
  );
}

const window = {
  strides: [1, 1, 1, 1],
  dilations: [1, 1, 1, 1],
  padding: 'SAME',
  data_format: 'NHWC',
} as const;
const masks = {
  begin_mask: 0,
  end_mask: 0,
  ellipsis_mask: 0,
  new_axis_mask: 0,
  shrink_axis_mask: 1,
};

/** A graph model with fused operators, a residual and a shape computed from shapes. */
export function graphBlockFiles(): TfjsFiles {
  const relu6 = { ...window, num_args: 1, fused_ops: ['BiasAdd', 'Relu6'] };
  return graphFiles(
    [
      placeholder('x', [-1, -1, 8, 3]),
      node('a', '_FusedConv2D', ['x', 'filter', 'bias'], relu6),
      node('b', 'FusedDepthwiseConv2dNative', ['a', 'depthwise', 'bias'], relu6),
      node('c', 'AddV2', ['a', 'b']),
      node('shape', 'Shape', ['c']),
      node('batch', 'StridedSlice', ['shape', 'zero', 'one', 'one'], masks),
      node('target', 'Pack', ['batch', 'rest'], { axis: 0, N: 2 }),
      node('pooled', 'Mean', ['c', 'axes'], { keep_dims: true }),
      node('flat', 'Reshape', ['pooled', 'target']),
      node('y', '_FusedMatMul', ['flat', 'matrix', 'offset'], {
        num_args: 1,
        fused_ops: ['BiasAdd'],
        transpose_a: false,
        transpose_b: false,
      }),
    ],
    {
      filter: numbers(3, 3, 3, 4),
      bias: numbers(4),
      depthwise: numbers(3, 3, 4, 1),
      matrix: numbers(4, 2),
      offset: numbers(2),
      zero: tensor('int32', [1], [0]),
      one: tensor('int32', [1], [1]),
      rest: tensor('int32', [], [4]),
      axes: tensor('int32', [2], [1, 2]),
    },
  );
}
