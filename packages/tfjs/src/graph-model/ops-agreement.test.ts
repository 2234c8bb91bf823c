import { js } from '@separable/backend-js';
import { createSession, type Tensor, tensor } from '@separable/core';
import { expect, it } from 'vitest';
import { relativeDistance } from '../../testing/distance.js';
import { graphFiles, node, placeholder, type PlainAttributes } from '../../testing/graph-files.js';
import { randomNumbers } from '../../testing/random-numbers.js';
import { runGraphModel } from '../../testing/tensorflow.js';
import { importTfjs, type TfjsFiles } from '../import-tfjs.js';

function numbers(shape: readonly number[], seed = 5, bound = 2): Tensor {
  return tensor(
    'float32',
    shape,
    randomNumbers(
      shape.reduce((a, b) => a * b, 1),
      seed,
      bound,
    ),
  );
}

function ints(...values: readonly number[]): Tensor {
  return tensor('int32', [values.length], values);
}

const int = (value: number): Tensor => tensor('int32', [], [value]);

async function distance(files: TfjsFiles, x: Tensor, outputs: readonly string[]): Promise<number> {
  await using session = await createSession(importTfjs(files), { backends: [js()], verify: true });
  const got = await session.run({ x });
  const wanted = await runGraphModel(files, { x }, outputs);
  const list = outputs.map((name) => got[name]!);
  expect(list.map(({ shape }) => shape)).toEqual(wanted.map(({ shape }) => shape));
  return Math.max(...list.map((t, i) => relativeDistance(t, wanted[i]!)));
}

const map = [2, 7, 6, 4] as const;
const nhwc = { data_format: 'NHWC', dilations: [1, 1, 1, 1] } as const;
const same = { ...nhwc, strides: [1, 2, 2, 1], padding: 'SAME' } as const;
const valid = { ...nhwc, strides: [1, 1, 1, 1], padding: 'VALID' } as const;

type Case = readonly [
  name: string,
  op: string,
  constants: Readonly<Record<string, Tensor>>,
  attributes?: PlainAttributes,
  shape?: readonly number[],
];

const filter = numbers([3, 3, 4, 5], 1);
const depthwise = numbers([3, 3, 4, 2], 2);
const matrix = numbers([4, 3], 3);

/** An operator that reads `x`, then the constants. */
const cases: readonly Case[] = [
  ['Conv2D', 'Conv2D', { filter }, same],
  [
    'Conv2D, explicit padding',
    'Conv2D',
    { filter },
    {
      ...nhwc,
      strides: [1, 2, 1, 1],
      padding: 'EXPLICIT',
      explicit_paddings: [0, 0, 1, 2, 0, 1, 0, 0],
    },
  ],
  ['Conv2D, dilated', 'Conv2D', { filter }, { ...valid, dilations: [1, 2, 2, 1] }],
  [
    '_FusedConv2D, bias and relu6',
    '_FusedConv2D',
    { filter, bias: numbers([5], 4) },
    { ...same, num_args: 1, fused_ops: ['BiasAdd', 'Relu6'] },
  ],
  [
    '_FusedConv2D, bias',
    '_FusedConv2D',
    { filter, bias: numbers([5], 4) },
    { ...same, num_args: 1, fused_ops: ['BiasAdd'] },
  ],
  [
    '_FusedConv2D, prelu',
    '_FusedConv2D',
    { filter, bias: numbers([5], 4), slope: numbers([5], 6) },
    { ...same, num_args: 2, fused_ops: ['BiasAdd', 'Prelu'] },
  ],
  [
    '_FusedConv2D, leaky',
    '_FusedConv2D',
    { filter, bias: numbers([5], 4) },
    { ...same, num_args: 1, fused_ops: ['BiasAdd', 'LeakyRelu'], leakyrelu_alpha: { f: 0.25 } },
  ],
  ['DepthwiseConv2dNative', 'DepthwiseConv2dNative', { depthwise }, same],
  [
    'DepthwiseConv2dNative, dilated',
    'DepthwiseConv2dNative',
    { depthwise },
    { ...valid, padding: 'SAME', dilations: [1, 2, 2, 1] },
  ],
  [
    'FusedDepthwiseConv2dNative',
    'FusedDepthwiseConv2dNative',
    { depthwise, bias: numbers([8], 4) },
    { ...valid, num_args: 1, fused_ops: ['BiasAdd', 'Relu'] },
  ],
  ['BiasAdd', 'BiasAdd', { bias: numbers([4]) }, { data_format: 'NHWC' }],
  ['MatMul', 'MatMul', { matrix }, {}, [5, 4]],
  ['MatMul, transposed', 'MatMul', { matrix: numbers([3, 4], 3) }, { transpose_b: true }, [5, 4]],
  [
    '_FusedMatMul',
    '_FusedMatMul',
    { matrix, bias: numbers([3], 4) },
    { num_args: 1, fused_ops: ['BiasAdd', 'Sigmoid'], transpose_a: false, transpose_b: false },
    [5, 4],
  ],
  [
    'BatchMatMulV2',
    'BatchMatMulV2',
    { b: numbers([2, 6, 3], 3) },
    { adj_x: false, adj_y: false },
    [2, 5, 6],
  ],
  ['MaxPool', 'MaxPool', {}, { ...same, ksize: [1, 3, 3, 1] }],
  ['AvgPool', 'AvgPool', {}, { ...same, ksize: [1, 2, 3, 1] }],
  [
    'FusedBatchNormV3',
    'FusedBatchNormV3',
    {
      scale: numbers([4], 1),
      offset: numbers([4], 2),
      mean: numbers([4], 3),
      variance: tensor('float32', [4], [0.5, 1, 1.5, 2]),
    },
    { epsilon: { f: 0.001 }, data_format: 'NHWC', is_training: false },
  ],
  ['LRN', 'LRN', {}, { depth_radius: 1, bias: { f: 2 }, alpha: { f: 0.1 }, beta: { f: 0.6 } }],
  ['Relu6', 'Relu6', {}],
  ['LeakyRelu', 'LeakyRelu', {}, { alpha: { f: 0.3 } }],
  ['Elu', 'Elu', {}],
  ['Sigmoid', 'Sigmoid', {}],
  ['Softmax', 'Softmax', {}],
  ['LogSoftmax', 'LogSoftmax', {}],
  ['Square', 'Square', {}],
  ['Abs', 'Abs', {}],
  ['Exp', 'Exp', {}],
  ['Erf', 'Erf', {}],
  ['Softplus', 'Softplus', {}],
  [
    'ClipByValue',
    'ClipByValue',
    { low: tensor('float32', [], [-0.5]), high: tensor('float32', [], [0.75]) },
  ],
  ['AddV2', 'AddV2', { b: numbers([4]) }],
  ['Sub', 'Sub', { b: numbers([6, 1]) }],
  ['Mul', 'Mul', { b: numbers([]) }],
  ['RealDiv', 'RealDiv', { b: tensor('float32', [4], [1, 2, -3, 4]) }],
  ['Maximum', 'Maximum', { b: numbers([4]) }],
  ['SquaredDifference', 'SquaredDifference', { b: numbers([4]) }],
  ['Prelu', 'Prelu', { slope: numbers([4]) }],
  ['AddN', 'AddN', { b: numbers(map, 2), c: numbers(map, 3) }],
  ['Mean', 'Mean', { axes: ints(1, 2) }, { keep_dims: false }],
  ['Sum', 'Sum', { axes: ints(-1) }, { keep_dims: true }],
  ['Max', 'Max', { axes: ints(0, 3) }],
  ['ArgMax', 'ArgMax', { axis: int(-1) }],
  ['Reshape', 'Reshape', { shape: ints(2, -1, 4) }],
  ['Squeeze', 'Squeeze', {}, { squeeze_dims: [1] }, [2, 1, 3, 1]],
  ['Squeeze of all', 'Squeeze', {}, {}, [2, 1, 3, 1]],
  ['ExpandDims', 'ExpandDims', { axis: int(1) }],
  ['Transpose', 'Transpose', { permutation: ints(0, 3, 1, 2) }],
  ['Slice', 'Slice', { begin: ints(0, 1, 2, 0), size: ints(-1, 3, -1, 2) }],
  [
    'StridedSlice',
    'StridedSlice',
    { begin: ints(0, 1, -1, 0), end: ints(0, 6, -7, 2), strides: ints(1, 2, -1, 1) },
    { begin_mask: 1, end_mask: 5, ellipsis_mask: 0, new_axis_mask: 0, shrink_axis_mask: 0 },
  ],
  [
    'StridedSlice that drops an axis',
    'StridedSlice',
    { begin: ints(0, -1), end: ints(0, 0), strides: ints(1, 1) },
    { begin_mask: 1, end_mask: 1, ellipsis_mask: 0, new_axis_mask: 0, shrink_axis_mask: 2 },
  ],
  [
    'StridedSlice with an ellipsis',
    'StridedSlice',
    { begin: ints(0, 1), end: ints(0, 3), strides: ints(1, 1) },
    { begin_mask: 0, end_mask: 0, ellipsis_mask: 1, new_axis_mask: 0, shrink_axis_mask: 0 },
  ],
  ['Pad', 'Pad', { around: tensor('int32', [4, 2], [0, 0, 1, 2, 0, 3, 0, 0]) }],
  [
    'PadV2',
    'PadV2',
    {
      around: tensor('int32', [4, 2], [0, 0, 1, 2, 0, 3, 0, 0]),
      value: tensor('float32', [], [7]),
    },
  ],
  [
    'MirrorPad',
    'MirrorPad',
    { around: tensor('int32', [4, 2], [0, 0, 1, 2, 0, 3, 0, 0]) },
    { mode: 'REFLECT' },
  ],
  ['Tile', 'Tile', { repeats: ints(1, 2, 1, 3) }],
  ['GatherV2', 'GatherV2', { indices: ints(2, 0, 3), axis: int(3) }, { batch_dims: 0 }],
  [
    'ResizeBilinear',
    'ResizeBilinear',
    { size: ints(11, 4) },
    { align_corners: false, half_pixel_centers: true },
  ],
  [
    'ResizeBilinear, corners',
    'ResizeBilinear',
    { size: ints(11, 4) },
    { align_corners: true, half_pixel_centers: false },
  ],
  [
    'ResizeBilinear, plain',
    'ResizeBilinear',
    { size: ints(11, 4) },
    { align_corners: false, half_pixel_centers: false },
  ],
  [
    'ResizeNearestNeighbor',
    'ResizeNearestNeighbor',
    { size: ints(11, 4) },
    { align_corners: false, half_pixel_centers: true },
  ],
  [
    'ResizeNearestNeighbor, corners',
    'ResizeNearestNeighbor',
    { size: ints(13, 4) },
    { align_corners: true, half_pixel_centers: false },
  ],
  [
    'ResizeNearestNeighbor, plain',
    'ResizeNearestNeighbor',
    { size: ints(11, 4) },
    { align_corners: false, half_pixel_centers: false },
  ],
  ['DepthToSpace', 'DepthToSpace', {}, { block_size: 2, data_format: 'NHWC' }],
  [
    'SpaceToBatchND',
    'SpaceToBatchND',
    { block: ints(2, 2), around: tensor('int32', [2, 2], [0, 1, 1, 1]) },
  ],
  ['Cumsum', 'Cumsum', { axis: int(2) }, { exclusive: true, reverse: false }],
  ['Cast', 'Cast', {}, { SrcT: { type: 'DT_FLOAT' }, DstT: { type: 'DT_INT32' } }],
  ['Identity', 'Identity', {}],
  ['FloorDiv', 'FloorDiv', { b: tensor('float32', [4], [0.75, -0.5, 3, -1.25]) }],
  ['FloorMod', 'FloorMod', { b: tensor('float32', [4], [0.75, -0.5, 3, -1.25]) }],
  ['ZerosLike', 'ZerosLike', {}],
  ['OnesLike', 'OnesLike', {}],
  ['GatherNd', 'GatherNd', { at: tensor('int32', [3, 2], [0, 6, 1, 0, 1, 3]) }, {}, [2, 7, 6, 4]],
];

const complete = cases.map(
  ([name, op, constants, attributes = {}, shape = map]) =>
    [name, op, constants, attributes, shape] as const,
);

it.each(complete)('%s agrees with TensorFlow.js', async (_, op, constants, attributes, shape) => {
  const y = node('y', op, ['x', ...Object.keys(constants)], attributes);
  const files = graphFiles([placeholder('x', [-1, ...shape.slice(1)]), y], constants);
  expect(await distance(files, numbers(shape, 9), ['y'])).toBeLessThan(3e-6);
});

it.each<readonly [string, readonly string[], Readonly<Record<string, Tensor>>, PlainAttributes]>([
  ['ConcatV2', ['x', 'b', 'axis'], { b: numbers([2, 7, 6, 3]), axis: int(-1) }, { N: 2 }],
  ['Pack', ['x', 'x'], {}, { axis: 1, N: 2 }],
  [
    'BatchToSpaceND',
    ['x', 'block', 'crops'],
    { block: ints(2, 1), crops: tensor('int32', [2, 2], [0, 1, 1, 2]) },
    {},
  ],
  [
    'Conv2DBackpropInput',
    ['size', 'filter', 'x'],
    { size: ints(2, 14, 12, 3), filter: numbers([3, 3, 3, 4]) },
    { ...same, strides: [1, 2, 2, 1] },
  ],
  [
    'Conv2DBackpropInput',
    ['size', 'filter', 'x'],
    { size: ints(2, 15, 13, 3), filter: numbers([3, 3, 3, 4]) },
    { ...valid, strides: [1, 2, 2, 1] },
  ],
])('%s agrees with TensorFlow.js', async (op, input, constants, attributes) => {
  const files = graphFiles([placeholder('x', map), node('y', op, input, attributes)], constants);
  expect(await distance(files, numbers(map, 9), ['y'])).toBeLessThan(1e-6);
});

it.each<readonly [string, readonly string[], Readonly<Record<string, Tensor>>, PlainAttributes]>([
  ['Split', ['axis', 'x'], { axis: int(3) }, { num_split: 2 }],
  ['SplitV', ['x', 'sizes', 'axis'], { sizes: ints(1, 3), axis: int(3) }, { num_split: 2 }],
  ['Unpack', ['x'], {}, { axis: 0, num: 2 }],
])('each result of %s agrees with TensorFlow.js', async (op, input, constants, attributes) => {
  const files = graphFiles(
    [
      placeholder('x', map),
      node('parts', op, input, attributes),
      node('a', 'Relu', ['parts']),
      node('b', 'Neg', ['parts:1']),
    ],
    constants,
  );
  expect(await distance(files, numbers(map, 9), ['a', 'b'])).toBe(0);
});

it('what integers come to agrees with TensorFlow.js', async () => {
  const files = graphFiles(
    [
      placeholder('x', map),
      node('best', 'ArgMax', ['x', 'axis'], { output_type: { type: 'DT_INT32' } }),
      node('less', 'Sub', ['best', 'two']),
      node('row', 'FloorDiv', ['less', 'minusTwo']),
      node('column', 'FloorMod', ['less', 'three']),
      node('numbers', 'Range', ['zero', 'six', 'two']),
      node('filled', 'Fill', ['shape', 'seven']),
      node('times', 'Mul', ['numbers', 'filled']),
      node('a', 'Cast', ['row'], { SrcT: { type: 'DT_INT32' }, DstT: { type: 'DT_FLOAT' } }),
      node('b', 'Cast', ['column'], { SrcT: { type: 'DT_INT32' }, DstT: { type: 'DT_FLOAT' } }),
      node('c', 'Cast', ['times'], { SrcT: { type: 'DT_INT32' }, DstT: { type: 'DT_FLOAT' } }),
    ],
    {
      axis: int(1),
      zero: int(0),
      two: int(2),
      three: int(3),
      six: int(6),
      seven: int(7),
      minusTwo: int(-2),
      shape: ints(4, 3),
    },
  );
  expect(await distance(files, numbers(map, 9), ['a', 'b', 'c'])).toBe(0);
});

it('GatherNd says when an index lies outside, instead of taking what lies elsewhere', async () => {
  const at = tensor('int32', [1, 2], [0, 7]);
  const files = graphFiles([placeholder('x', map), node('y', 'GatherNd', ['x', 'at'])], { at });
  await using session = await createSession(importTfjs(files), { backends: [js()] });
  await expect(session.run({ x: numbers(map) })).rejects.toMatchObject({ code: 'execution' });
});

it('sizes that are computed from shapes stay open', async () => {
  const masks = {
    begin_mask: 0,
    end_mask: 0,
    ellipsis_mask: 0,
    new_axis_mask: 0,
    shrink_axis_mask: 1,
  };
  const files = graphFiles(
    [
      placeholder('x', [-1, -1, 6, 4]),
      node('shape', 'Shape', ['x']),
      node('batch', 'StridedSlice', ['shape', 'zero', 'one', 'one'], masks),
      node('rows', 'StridedSlice', ['shape', 'one', 'two', 'one'], masks),
      node('pixels', 'Mul', ['rows', 'six']),
      node('target', 'Pack', ['batch', 'pixels', 'four'], { axis: 0, N: 3 }),
      node('y', 'Reshape', ['x', 'target']),
    ],
    { zero: ints(0), one: ints(1), two: ints(2), six: int(6), four: int(4) },
  );
  const graph = importTfjs(files);
  expect(graph.nodes.map(({ op }) => op)).toEqual(['reshape']);
  expect(graph.values.get('y')?.shape).toEqual(['batch', '6*H', 4]);
  expect(await distance(files, numbers([3, 5, 6, 4]), ['y'])).toBe(0);
});

it('a dilated convolution that is written as blocks over the batch keeps the batch open', async () => {
  const around = tensor('int32', [2, 2], [2, 3, 2, 2]);
  const crops = tensor('int32', [2, 2], [0, 1, 0, 0]);
  const files = graphFiles(
    [
      placeholder('x', [-1, 7, 6, 4]),
      node('dealt', 'SpaceToBatchND', ['x', 'block', 'around']),
      node('convolved', 'DepthwiseConv2dNative', ['dealt', 'depthwise'], valid),
      node('y', 'BatchToSpaceND', ['convolved', 'block', 'crops']),
    ],
    { block: ints(2, 2), around, crops, depthwise },
  );
  expect(await distance(files, numbers(map, 9), ['y'])).toBeLessThan(1e-6);
  expect(importTfjs(files).values.get('y')?.shape).toEqual(['batch', 7, 6, 8]);
});
