import { js } from '@separable/backend-js';
import { createSession, type Tensor, tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { modelOf, noise, weights } from '../../../testing/models.js';
import { runOnnxruntime } from '../../../testing/onnxruntime.js';
import type { ImportNote } from '../../import/import-graph.js';
import { importOnnx } from '../../import-onnx.js';
import { encodeModel } from '../../proto/encode-model.js';
import { makeFloats, makeNode, makeTensor } from '../../proto/make.js';
import type { ModelProto } from '../../proto/model-proto.js';
import type { TensorProto } from '../../proto/tensor-proto.js';

function narrow(
  type: 'int8' | 'uint8' | 'int32',
  name: string,
  dims: readonly number[],
  values: (i: number) => number,
): TensorProto {
  const size = dims.reduce((a, b) => a * b, 1);
  return makeTensor(type, dims, {
    name,
    int32Data: Int32Array.from({ length: size }, (_, i) => values(i)),
  });
}

/** Numbers from −127 to 127 that look random. */
const mixed = (i: number): number => ((i * 73 + 19) % 255) - 127;

const scale = (name: string, value: number): TensorProto => makeFloats(name, [], [value]);

const shared: readonly TensorProto[] = [
  scale('xs', 1 / 63),
  narrow('uint8', 'xz', [], () => 131),
  scale('ys', 1 / 9),
  narrow('uint8', 'yz', [], () => 120),
  narrow('int8', 'w', [6, 4, 3, 3], mixed),
  makeFloats('ws', [6], [0.004, 0.003, 0.005, 0.002, 0.006, 0.001]),
  narrow('int8', 'wz', [6], () => 0),
  narrow('int32', 'b', [6], (i) => 900 * i - 2000),
];

/** Quantised, convolved in floats between two pairs of operators, as PyTorch and ONNX Runtime export. */
function paired(): ModelProto {
  return modelOf({
    inputs: { x: [1, 4, 7, 6] },
    initializers: [
      ...shared,
      makeFloats(
        'bs',
        [6],
        [0.004, 0.003, 0.005, 0.002, 0.006, 0.001].map((s) => s / 63),
      ),
    ],
    nodes: [
      makeNode('QuantizeLinear', ['x', 'xs', 'xz'], ['q']),
      makeNode('DequantizeLinear', ['q', 'xs', 'xz'], ['real']),
      makeNode('DequantizeLinear', ['w', 'ws', 'wz'], ['filter'], { axis: 0 }),
      makeNode('DequantizeLinear', ['b', 'bs'], ['bias'], { axis: 0 }),
      makeNode('Conv', ['real', 'filter', 'bias'], ['c'], { pads: [1, 1, 1, 1] }),
      makeNode('Relu', ['c'], ['r']),
      makeNode('QuantizeLinear', ['r', 'ys', 'yz'], ['rq']),
      makeNode('MaxPool', ['rq'], ['pooled'], { kernel_shape: [2, 2] }),
      makeNode('DequantizeLinear', ['pooled', 'ys', 'yz'], ['y']),
    ],
    outputs: ['y'],
  });
}

/** The same with operators that take and give integers. */
function integers(): ModelProto {
  return modelOf({
    inputs: { x: [1, 4, 7, 6] },
    initializers: shared,
    nodes: [
      makeNode('QuantizeLinear', ['x', 'xs', 'xz'], ['q']),
      makeNode('QLinearConv', ['q', 'xs', 'xz', 'w', 'ws', 'wz', 'ys', 'yz', 'b'], ['c'], {
        strides: [2, 1],
        pads: [1, 1, 1, 1],
      }),
      makeNode('DequantizeLinear', ['c', 'ys', 'yz'], ['y']),
    ],
    outputs: ['y'],
  });
}

/** Scales that the data decides. */
function dynamic(): ModelProto {
  return modelOf({
    inputs: { x: [3, 5] },
    initializers: [
      narrow('int8', 'w', [5, 4], mixed),
      narrow('int8', 'wz', [4], (i) => 3 * i),
      makeFloats('ws', [], [0.01]),
    ],
    nodes: [
      makeNode('DynamicQuantizeLinear', ['x'], ['q', 'qs', 'qz']),
      makeNode('MatMulInteger', ['q', 'w', 'qz', 'wz'], ['sum']),
      makeNode('Cast', ['sum'], ['steps'], { to: 1 }),
      makeNode('Mul', ['qs', 'ws'], ['s']),
      makeNode('Mul', ['steps', 's'], ['y']),
    ],
    outputs: ['y'],
  });
}

/** Operators of ONNX Runtime's own. */
function microsoft(): ModelProto {
  const model = modelOf({
    inputs: { x: [1, 4, 7, 6] },
    initializers: [...shared, weights('half', [1, 4, 1, 1])],
    nodes: [
      makeNode('QuantizeLinear', ['x', 'xs', 'xz'], ['q']),
      makeNode('QuantizeLinear', ['half', 'xs', 'xz'], ['h']),
      makeNode(
        'QLinearAdd',
        ['q', 'xs', 'xz', 'h', 'xs', 'xz', 'ys', 'yz'],
        ['sum'],
        {},
        { domain: 'com.microsoft' },
      ),
      makeNode(
        'QLinearLeakyRelu',
        ['sum', 'ys', 'yz', 'xs', 'xz'],
        ['leaky'],
        { alpha: 0.25 },
        { domain: 'com.microsoft' },
      ),
      makeNode(
        'QLinearConcat',
        ['ys', 'yz', 'leaky', 'xs', 'xz', 'q', 'xs', 'xz'],
        ['both'],
        { axis: 1 },
        { domain: 'com.microsoft' },
      ),
      makeNode('DequantizeLinear', ['both', 'ys', 'yz'], ['y']),
    ],
    outputs: ['y'],
  });
  return { ...model, opsets: [...model.opsets, { domain: 'com.microsoft', version: 1 }] };
}

async function both(
  model: ModelProto,
  shape: readonly number[],
): Promise<readonly [Tensor, Tensor]> {
  const bytes = encodeModel(model);
  const x = tensor(
    'float32',
    shape,
    noise(
      shape.reduce((a, b) => a * b, 1),
      5,
    ),
  );
  await using session = await createSession(importOnnx(bytes), { backends: [js()], verify: true });
  const { y } = await session.run({ x });
  const { y: wanted } = await runOnnxruntime(bytes, { x });
  return [y!, wanted!];
}

describe('quantised networks give the numbers of onnxruntime-web', () => {
  it.each([
    ['between pairs that quantise', paired(), [1, 4, 7, 6]],
    ['on integers', integers(), [1, 4, 7, 6]],
    ["with ONNX Runtime's own operators", microsoft(), [1, 4, 7, 6]],
  ])('%s, every one', async (_, model, shape) => {
    const [got, wanted] = await both(model, shape);
    expect(got.shape).toEqual(wanted.shape);
    expect([...got.data]).toEqual([...wanted.data]);
    expect(new Set(got.data).size).toBeGreaterThan(20);
  });

  it('with scales that the data decides', async () => {
    const [got, wanted] = await both(dynamic(), [3, 5]);
    for (const [i, value] of wanted.data.entries()) expect(got.data[i]).toBeCloseTo(value, 5);
  });
});

describe('an import of quantised nodes', () => {
  it('says that they are computed in floats, and which', () => {
    const notes: ImportNote[] = [];
    importOnnx(encodeModel(integers()), { onNote: (note) => notes.push(note) });
    expect(notes).toMatchInlineSnapshot(`
      [
        {
          "nodes": [
            "q",
            "c",
            "y",
          ],
          "text": "quantised nodes are computed in float32, on the values that their integers stand for and rounded where they round",
        },
      ]
    `);
  });

  it('turns weights into floats while it goes', () => {
    const graph = importOnnx(encodeModel(paired()));
    expect(graph.constants.get('filter')?.shape).toEqual([3, 3, 4, 6]);
    expect(graph.constants.get('filter')?.data[0]).toBe(Math.fround(Math.fround(0.004) * mixed(0)));
  });
});
