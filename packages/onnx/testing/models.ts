import {
  makeFloats,
  makeInt64s,
  makeModel,
  makeNode,
  makeTensor,
  makeValueInfo,
} from '../src/proto/make.js';
import { encodeModel } from '../src/proto/encode-model.js';
import type { ModelProto } from '../src/proto/model-proto.js';
import type { NodeProto } from '../src/proto/node-proto.js';
import type { TensorProto } from '../src/proto/tensor-proto.js';
import type { DimensionProto } from '../src/proto/type-proto.js';

/** Numbers that look random and are the same everywhere. */
export function noise(count: number, seed = 1): Float32Array {
  let state = seed;
  return Float32Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 31 - 1;
  });
}

/** A constant of noise. */
export function weights(name: string, dims: readonly number[], seed = 1): TensorProto {
  return makeFloats(
    name,
    dims,
    noise(
      dims.reduce((a, b) => a * b, 1),
      seed,
    ),
  );
}

interface Parts {
  readonly opset?: number;
  readonly inputs: Readonly<Record<string, readonly DimensionProto[]>>;
  readonly initializers?: readonly TensorProto[];
  readonly nodes: readonly NodeProto[];
  readonly outputs: readonly string[];
}

/** A model of float inputs and outputs of open shapes. */
export function modelOf({
  opset = 17,
  inputs,
  initializers = [],
  nodes,
  outputs,
}: Parts): ModelProto {
  return makeModel(opset, {
    name: 'test',
    nodes,
    initializers,
    inputs: Object.entries(inputs).map(([name, shape]) => makeValueInfo(name, 'float', shape)),
    outputs: outputs.map((name) => makeValueInfo(name, 'float', undefined)),
  });
}

/** A model of one node on one input, for tests of a single operator. */
export function single(
  node: NodeProto,
  shape: readonly DimensionProto[],
  initializers: readonly TensorProto[] = [],
  opset = 17,
): Uint8Array {
  return encodeModel(
    modelOf({
      opset,
      inputs: { x: shape },
      initializers,
      nodes: [node],
      outputs: [node.outputs[0]!],
    }),
  );
}

/** A convolutional network with every kind of convolution, a squeeze and an upsampling branch. */
export function convolutionalModel(): ModelProto {
  return modelOf({
    opset: 11,
    inputs: { x: ['batch', 3, 'H', 'W'] },
    initializers: [
      weights('w1', [8, 3, 3, 3]),
      weights('b1', [8], 2),
      weights('w2', [8, 1, 3, 3], 3),
      weights('w3', [6, 8, 1, 1], 4),
      ...['gamma', 'beta', 'mean'].map((name, i) => weights(name, [6], 5 + i)),
      makeFloats('variance', [6], [1, 2, 0.5, 1, 3, 1]),
      weights('w4', [6, 4, 2, 2], 9),
      makeFloats('low', [], [0]),
      makeFloats('high', [], [6]),
      makeFloats('none', [0], []),
      makeFloats('twice', [4], [1, 1, 2, 2]),
      makeTensor('int64', [2], { name: 'flat', int64Data: BigInt64Array.of(0n, -1n) }),
    ],
    nodes: [
      makeNode('Conv', ['x', 'w1', 'b1'], ['c1'], {
        pads: [1, 1, 1, 1],
        strides: [2, 2],
        kernel_shape: [3, 3],
      }),
      makeNode('Clip', ['c1', 'low', 'high'], ['a1']),
      makeNode('Conv', ['a1', 'w2'], ['c2'], { group: 8, auto_pad: 'SAME_UPPER' }),
      makeNode('Conv', ['c2', 'w3'], ['c3']),
      makeNode('BatchNormalization', ['c3', 'gamma', 'beta', 'mean', 'variance'], ['n3'], {
        epsilon: { float: 1e-3 },
      }),
      makeNode('HardSigmoid', ['n3'], ['a3']),
      makeNode('MaxPool', ['a3'], ['p3'], { kernel_shape: [2, 2], strides: [2, 2], ceil_mode: 1 }),
      makeNode('Resize', ['p3', 'none', 'twice'], ['r3'], {
        mode: 'nearest',
        coordinate_transformation_mode: 'asymmetric',
        nearest_mode: 'floor',
      }),
      makeNode('ConvTranspose', ['r3', 'w4'], ['t4'], { strides: [2, 2] }),
      makeNode('GlobalAveragePool', ['t4'], ['g4']),
      makeNode('Reshape', ['g4', 'flat'], ['y'], {}, { name: 'flatten' }),
    ],
    outputs: ['y', 't4'],
  });
}

/** Shape computations as exporters write them, attention and a spelt-out layer norm. */
export function shapeModel(): ModelProto {
  return modelOf({
    opset: 13,
    inputs: { x: ['batch', 4, 'length'] },
    initializers: [
      weights('q', [4, 4]),
      makeInt64s('zero', [], [0]),
      makeInt64s('two', [], [2]),
      makeInt64s('first', [1], [0]),
      makeInt64s('heads', [2], [2, 2]),
      makeInt64s('minus', [1], [-1]),
      makeInt64s('end', [1], [2n ** 63n - 1n]),
      makeFloats('eps', [], [1e-5]),
    ],
    nodes: [
      makeNode('Shape', ['x'], ['shape']),
      makeNode('Gather', ['shape', 'zero'], ['batch']),
      makeNode('Gather', ['shape', 'two'], ['length']),
      makeNode('Unsqueeze', ['batch', 'first'], ['batch1']),
      makeNode('Unsqueeze', ['length', 'first'], ['length1']),
      makeNode('Transpose', ['x'], ['rows'], { perm: [0, 2, 1] }),
      makeNode('MatMul', ['rows', 'q'], ['projected']),
      makeNode('Concat', ['batch1', 'length1', 'heads'], ['split'], { axis: 0 }),
      makeNode('Reshape', ['projected', 'split'], ['headed']),
      makeNode('Transpose', ['headed'], ['queries'], { perm: [0, 2, 1, 3] }),
      makeNode('Transpose', ['headed'], ['keys'], { perm: [0, 2, 3, 1] }),
      makeNode('MatMul', ['queries', 'keys'], ['scores']),
      makeNode('Softmax', ['scores'], ['weights'], { axis: -1 }),
      makeNode('MatMul', ['weights', 'queries'], ['mixed']),
      makeNode('Transpose', ['mixed'], ['back'], { perm: [0, 2, 1, 3] }),
      makeNode('Concat', ['batch1', 'minus', 'split4'], ['joined'], { axis: 0 }),
      makeNode('Constant', [], ['split4'], { value: { tensor: makeInt64s('c', [1], [4]) } }),
      makeNode('Reshape', ['back', 'joined'], ['merged']),
      makeNode('ReduceMean', ['merged'], ['mean'], { axes: [-1] }),
      makeNode('Sub', ['merged', 'mean'], ['centred']),
      makeNode('Mul', ['centred', 'centred'], ['square']),
      makeNode('ReduceMean', ['square'], ['variance'], { axes: [-1] }),
      makeNode('Add', ['variance', 'eps'], ['raised']),
      makeNode('Sqrt', ['raised'], ['deviation']),
      makeNode('Div', ['centred', 'deviation'], ['normal']),
      makeNode('Slice', ['normal', 'first', 'end', 'minus'], ['y']),
    ],
    outputs: ['y'],
  });
}
