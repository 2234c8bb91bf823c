import { type Graph, graphBuilder, GraphError, tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { runOnnxruntime } from '../../testing/onnxruntime.js';
import { decodeModel } from '../proto/model-proto.js';
import { exportedOperators, exportOnnx, exportProblems } from './export-onnx.js';

/** The nodes of the exported model, one a line, without what computes sizes. */
function exported(graph: Graph): readonly string[] {
  const { nodes } = decodeModel(exportOnnx(graph, { numerics: 'plain' })).graph!;
  return nodes.map(
    ({ opType, inputs, outputs }) => `${outputs.join(', ')} = ${opType}(${inputs.join(', ')})`,
  );
}

function filter(...shape: readonly number[]) {
  return tensor(
    'float32',
    shape,
    Array.from({ length: shape.reduce((a, b) => a * b, 1) }, (_, i) => i),
  );
}

describe('layout', () => {
  it('transposes at the rim alone', () => {
    const g = graphBuilder('net');
    const x = g.input('x', 'float32', ['batch', 'H', 'W', 3]);
    const stem = g.conv2d(
      { x, filter: g.constant('w', filter(3, 3, 3, 4)), bias: g.constant('b', filter(4)) },
      { padding: 'same', strides: 2, activation: 'relu6' },
      'stem',
    );
    const scaled = g.mul({ a: stem, b: g.constant('scale', filter(4)) }, {}, 'scaled');
    const [left, right] = g.split({ x: scaled }, { axis: -1, sizes: [2, 2] }, 'halves');
    const joined = g.concat({ inputs: [right!, left!] }, { axis: 3 }, 'joined');
    const padded = g.pad({ x: joined }, { before: [0, 1, 0, 0], after: [0, 0, 2, 0] }, 'padded');
    const pooled = g.reduceMean({ x: padded }, { axes: [1, 2], keepDims: true }, 'pooled');
    g.output('y', g.mul({ a: padded, b: g.sigmoid({ x: pooled }, {}, 'gate') }, {}, 'gated'));
    expect(exported(g.build())).toMatchInlineSnapshot(`
      [
        "x.laid = Transpose(x)",
        "stem.Conv = Conv(x.laid, w, b)",
        "stem = Clip(stem.Conv, numbers, numbers_2)",
        "scaled = Mul(stem, scale)",
        "halves.0, halves.1 = Split(scaled, sizes)",
        "joined = Concat(halves.1, halves.0)",
        "padded = Pad(joined, sizes_2, numbers)",
        "pooled = ReduceMean(padded, sizes_3)",
        "gate = Sigmoid(pooled)",
        "gated = Mul(padded, gate)",
        "y = Transpose(gated)",
      ]
    `);
  });

  it('lets a flattened pool be', () => {
    const g = graphBuilder('head');
    const x = g.input('x', 'float32', ['batch', 8, 8, 4]);
    const y = g.maxPool2d({ x }, { kernel: 2, strides: 2 }, 'pool');
    const mean = g.globalAveragePool2d({ x: y }, {}, 'mean');
    const flat = g.reshape({ x: mean }, { shape: ['batch', 4] }, 'flat');
    g.output('y', g.dense({ x: flat, filter: g.constant('w', filter(4, 2)) }, {}, 'logits'));
    expect(exported(g.build())).toMatchInlineSnapshot(`
      [
        "x.laid = Transpose(x)",
        "pool = MaxPool(x.laid)",
        "mean = GlobalAveragePool(pool)",
        "flat = Reshape(mean, sizes)",
        "y = Gemm(flat, w)",
      ]
    `);
  });

  it('takes a transpose as another order of axes', () => {
    const g = graphBuilder('transposed');
    const x = g.input('x', 'float32', [1, 3, 8, 8]);
    const nhwc = g.transpose({ x }, { permutation: [0, 2, 3, 1] });
    const y = g.depthwiseConv2d({ x: nhwc, filter: g.constant('w', filter(3, 3, 3, 2)) });
    g.output('y', g.transpose({ x: y }, { permutation: [0, 3, 1, 2] }));
    expect(exported(g.build())).toMatchInlineSnapshot(`
      [
        "y = Conv(x, w)",
      ]
    `);
  });
});

it('lays constant filters out anew', () => {
  const g = graphBuilder('filters');
  const x = g.input('x', 'float32', [1, 4, 4, 2]);
  const y = g.pointwiseConv2d({ x, filter: g.constant('w', filter(2, 3)) });
  g.output('y', y);
  const [w] = decodeModel(exportOnnx(g.build())).graph!.initializers;
  expect(w!.dims).toEqual([3, 2, 1, 1]);
  expect([...new Float32Array(w!.rawData!.slice().buffer)]).toEqual([0, 3, 1, 4, 2, 5]);
});

it('keeps the names of inputs and outputs, and open sizes', () => {
  const g = graphBuilder('named');
  const x = g.input('x', 'float32', ['batch', 'H', 4, 2]);
  g.output('y', g.relu({ x: g.maxPool2d({ x }, { kernel: 2, strides: 2 }, 'x.pool') }, {}, 'y'));
  g.output('same', x);
  g.output('constant', g.constant('k', filter(2)));
  const { inputs, outputs, nodes } = decodeModel(exportOnnx(g.build())).graph!;
  const shapes = [...inputs, ...outputs].map(({ name, type }) => [
    name,
    type?.kind === 'tensor' ? type.shape : undefined,
  ]);
  expect(shapes).toEqual([
    ['x', ['batch', 'H', 4, 2]],
    ['y', ['batch', '(H)//2', 2, 2]],
    ['same', ['batch', 'H', 4, 2]],
    ['constant', [2]],
  ]);
  const made = nodes.flatMap((node) => node.outputs);
  expect(new Set(made).size).toBe(made.length);
  expect(made).toEqual(expect.arrayContaining(['y', 'same', 'constant']));
});

describe('outputs', () => {
  it('may share a value, be an input, or be named after one', async () => {
    const g = graphBuilder('shared');
    const x = g.input('x', 'float32', [2, 3]);
    const y = g.relu({ x }, {}, 'y');
    const turned = g.transpose({ x: y }, { permutation: [1, 0] });
    g.output('x', x);
    g.output('b', y);
    g.output('c', y);
    g.output('turned', turned);
    g.output('back', g.transpose({ x: turned }, { permutation: [1, 0] }));
    const bytes = exportOnnx(g.build());
    const given = tensor('float32', [2, 3], [-1, 2, -3, 4, 5, 6]);
    const got = await runOnnxruntime(bytes, { x: given });
    const rectified = { ...given, data: Float32Array.of(0, 2, 0, 4, 5, 6) };
    expect(got).toEqual({
      x: given,
      b: rectified,
      c: rectified,
      turned: tensor('float32', [3, 2], [0, 4, 2, 5, 0, 6]),
      back: rectified,
    });
  });

  it('cannot take the name of another input', () => {
    const g = graphBuilder('taken');
    g.output('x', g.relu({ x: g.input('x', 'float32', [2]) }));
    expect(() => exportOnnx(g.build())).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: output 'x' has the name of an input, which in ONNX it would be]`,
    );
  });
});

describe('what has no form in ONNX', () => {
  const g = graphBuilder('open');
  const x = g.input('x', 'float32', ['batch', 'H', 'W', 'C']);
  const weights = g.input('w', 'float32', [3, 3, 'C', 1]);
  const first = g.depthwiseConv2d({ x, filter: weights }, { padding: 'same' }, 'first');
  g.output('y', g.relu({ x: first }));
  g.output('z', g.depthwiseConv2d({ x: first, filter: weights }, {}, 'second'));
  const graph = g.build();

  it('is listed at once', () => {
    expect(() => exportOnnx(graph)).toThrowErrorMatchingInlineSnapshot(`
      [UnsupportedOpError: graph 'open' has no form in ONNX:
        depthwiseConv2d: the number of channels of a depthwise convolution has the open size C (2: first, second)]
    `);
  });

  it('is told node by node', () => {
    expect(graph.nodes.map((node) => exportProblems(node, graph))).toMatchInlineSnapshot(`
      [
        "the number of channels of a depthwise convolution has the open size C",
        undefined,
        "the number of channels of a depthwise convolution has the open size C",
      ]
    `);
  });
});

it('tells the operators a node becomes', () => {
  const g = graphBuilder('positive');
  const x = g.input('x', 'float32', [1, 4, 4, 2]);
  g.output('y', g.maxPool2d({ x }, { kernel: 2 }));
  const made = g.build();
  const [node] = made.nodes;
  expect(exportedOperators(node!, made, { numerics: 'plain' })).toEqual(['Transpose', 'MaxPool']);
  expect(exportedOperators(node!, made)).toContain('IsNaN');
  expect(() => exportedOperators({ ...node!, op: 'fourier' }, made)).toThrow(GraphError);
});
