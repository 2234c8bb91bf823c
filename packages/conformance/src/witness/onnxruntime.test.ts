// An engine no one here wrote looks at the oracle: ONNX Runtime computes every conv2d,
// depthwiseConv2d and convTranspose2d of the grid, and each result must lie within the oracle's bound.
import type { Graph, Node, Tensor, TensorMap } from '@separable/core';
import * as ort from 'onnxruntime-web/wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ComputeCase } from '../case/case.js';
import { selectCases } from '../case/suite.js';
import { compareTensor } from '../compare/compare-tensor.js';
import { evaluateGraph } from '../oracle/evaluate.js';

beforeAll(() => {
  ort.env.wasm.numThreads = 1;
  ort.env.logLevel = 'error';
});

/** Protobuf, written by hand: a varint, a length-delimited field, a varint field. */
function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  return [...bytes, rest];
}
const field = (number: number, bytes: readonly number[]): number[] => [
  ...varint(number * 8 + 2),
  ...varint(bytes.length),
  ...bytes,
];
const text = (number: number, value: string): number[] =>
  field(number, [...new TextEncoder().encode(value)]);
const int = (number: number, value: number): number[] => [...varint(number * 8), ...varint(value)];

// AttributeProto: name 1, i 3, s 4, ints 8, type 20 (INT 2, STRING 3, INTS 7).
function attribute(name: string, value: number | string | readonly number[]): number[] {
  if (typeof value === 'number')
    return field(5, [...text(1, name), ...int(3, value), ...int(20, 2)]);
  if (typeof value === 'string')
    return field(5, [...text(1, name), ...text(4, value), ...int(20, 3)]);
  return field(5, [...text(1, name), ...value.flatMap((v) => int(8, v)), ...int(20, 7)]);
}

// ValueInfoProto: name 1, type 2 { tensor_type 1 { elem_type 1, shape 2 { dim 1 { dim_value 1 } } } }.
function info(number: number, name: string, rank: number): number[] {
  const shape = Array.from({ length: rank }, (_, i) => field(1, text(2, `${name}${i}`))).flat();
  return field(number, [
    ...text(1, name),
    ...field(2, field(1, [...int(1, 1), ...field(2, shape)])),
  ]);
}

function model(op: string, attributes: readonly number[], biased: boolean): Uint8Array {
  const inputs = ['x', 'w', ...(biased ? ['b'] : [])];
  const node = [
    ...inputs.flatMap((name) => text(1, name)),
    ...text(2, 'y'),
    ...text(4, op),
    ...attributes,
  ];
  const ranks: Readonly<Record<string, number>> = { x: 4, w: 4, b: 1 };
  const graph = [
    ...field(1, node),
    ...text(2, 'g'),
    ...inputs.flatMap((name) => info(11, name, ranks[name]!)),
    ...info(12, 'y', 4),
  ];
  return Uint8Array.from([
    ...int(1, 8),
    ...field(7, graph),
    ...field(8, [...text(1, ''), ...int(2, 13)]),
  ]);
}

/** Moves the axes of a rank-4 tensor: result axis i is axis `order[i]`. */
function permuted(
  { shape, data }: Pick<Tensor, 'shape' | 'data'>,
  order: readonly number[],
): ort.Tensor {
  const to = order.map((axis) => shape[axis]!);
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const y = new Float32Array(data.length);
  for (let at = 0; at < y.length; at++) {
    let [rest, from] = [at, 0];
    for (let i = 3; i >= 0; i--) {
      from += (rest % to[i]!) * strides[order[i]!]!;
      rest = Math.floor(rest / to[i]!);
    }
    y[at] = data[from]!;
  }
  return new ort.Tensor('float32', y, to);
}

interface Written {
  readonly strides: readonly [number, number];
  readonly dilations: readonly [number, number];
  readonly padding:
    | string
    | {
        readonly top: number;
        readonly left: number;
        readonly bottom: number;
        readonly right: number;
      };
  readonly groups?: number;
  readonly outputPadding?: readonly [number, number];
}

function attributesOf(node: Node, kernel: readonly number[], groups: number): readonly number[] {
  const { strides, dilations, padding, outputPadding } = node.attributes as unknown as Written;
  const automatic = { same: 'SAME_UPPER', sameLower: 'SAME_LOWER', valid: 'VALID' } as const;
  return [
    ...attribute('strides', strides),
    ...attribute('dilations', dilations),
    ...attribute('kernel_shape', kernel),
    ...attribute('group', groups),
    ...(typeof padding === 'string'
      ? attribute('auto_pad', automatic[padding as keyof typeof automatic])
      : attribute('pads', [padding.top, padding.left, padding.bottom, padding.right])),
    ...(outputPadding === undefined ? [] : attribute('output_padding', outputPadding)),
  ];
}

/**
 * ONNX Runtime has no SAME padding for dilated kernels. A dilated kernel is a larger one with zeros
 * between its taps, so that is what it gets.
 */
function spreadTaps(filter: Tensor, [dh, dw]: readonly [number, number]): Tensor {
  const [kh, kw, c, m] = filter.shape as [number, number, number, number];
  const [height, width] = [(kh - 1) * dh + 1, (kw - 1) * dw + 1];
  const data = new Float32Array(height * width * c * m);
  for (let u = 0; u < kh; u++) {
    for (let v = 0; v < kw; v++) {
      const tap = filter.data.subarray((u * kw + v) * c * m, (u * kw + v + 1) * c * m);
      data.set(tap, (u * dh * width + v * dw) * c * m);
    }
  }
  return { dtype: 'float32', shape: [height, width, c, m], data };
}

/**
 * ONNX gives a transposed convolution with SAME padding `size · stride` outputs. ONNX Runtime gives
 * fewer where the kernel spans less than the stride, unless output padding fills the gap.
 */
function gapFilled({ attributes }: Node, { shape }: Tensor): Partial<Written> {
  const { strides, outputPadding } = attributes as unknown as Written;
  if (outputPadding === undefined) return {};
  const fill = (axis: 0 | 1): number => Math.max(outputPadding[axis], strides[axis] - shape[axis]!);
  return { outputPadding: [fill(0), fill(1)] };
}

/** What ONNX Runtime makes of a graph of one convolution without activation; NHWC as the graph has it. */
async function runOnnx(graph: Graph, inputs: TensorMap): Promise<Tensor> {
  let node = graph.nodes[0]!;
  const valueOf = (operand: string): Tensor | undefined => {
    const name = node.inputs[operand] as string | undefined;
    return name === undefined ? undefined : (graph.constants.get(name) ?? inputs[name]);
  };
  const [x, given, bias] = [valueOf('x')!, valueOf('filter')!, valueOf('bias')];
  const { padding, dilations } = node.attributes as unknown as Written;
  const spread = padding === 'same' || padding === 'sameLower';
  const filter = spread ? spreadTaps(given, dilations) : given;
  if (spread)
    node = {
      ...node,
      attributes: { ...node.attributes, dilations: [1, 1], ...gapFilled(node, filter) },
    };
  const [kh, kw, c, m] = filter.shape as [number, number, number, number];
  const depthwise = node.op === 'depthwiseConv2d';
  const groups = depthwise ? c : (node.attributes['groups'] as number);
  const op = node.op === 'convTranspose2d' ? 'ConvTranspose' : 'Conv';
  const w = depthwise
    ? permuted({ shape: [kh, kw, 1, c * m], data: filter.data }, [3, 2, 0, 1])
    : permuted(filter, op === 'Conv' ? [3, 2, 0, 1] : [2, 3, 0, 1]);
  const bytes = model(op, attributesOf(node, [kh, kw], groups), bias !== undefined);
  const session = await ort.InferenceSession.create(bytes, { graphOptimizationLevel: 'disabled' });
  const feeds = {
    x: permuted(x, [0, 3, 1, 2]),
    w,
    ...(bias === undefined
      ? {}
      : { b: new ort.Tensor('float32', bias.data as Float32Array, [...bias.shape]) }),
  };
  const { y } = await session.run(feeds);
  await session.release();
  const nchw = { shape: y!.dims as readonly number[], data: y!.data as Float32Array };
  const nhwc = permuted(nchw, [0, 2, 3, 1]);
  return { dtype: 'float32', shape: [...nhwc.dims], data: nhwc.data as Float32Array };
}

/** A grid case without its activation, which is another node in ONNX. */
function linear(given: ComputeCase): { readonly graph: Graph; readonly inputs: TensorMap } {
  const { graph, inputs } = given.build();
  const node = graph.nodes[0]!;
  return {
    graph: { ...graph, nodes: [{ ...node, attributes: { ...node.attributes, activation: null } }] },
    inputs,
  };
}

describe.each(['conv2d', 'depthwiseConv2d', 'convTranspose2d'])('%s of the oracle', (op) => {
  it('agrees with ONNX Runtime on the whole grid', async () => {
    const grid = selectCases({ filter: new RegExp(`^${op}/k\\d`) }).filter(
      (one) => one.kind === 'compute',
    );
    const apart: string[] = [];
    let agreed = 0;
    for (const one of grid) {
      const { graph, inputs } = linear(one);
      const exact = evaluateGraph(graph, inputs).outputs['y']!;
      try {
        const got = await runOnnx(graph, inputs);
        const { wrong } = compareTensor(got, exact);
        if (got.shape.join() !== exact.shape.join())
          apart.push(`${one.id}: [${got.shape.join()}] for [${exact.shape.join()}]`);
        else if (wrong > 0) apart.push(`${one.id}: ${wrong} of ${exact.value.length}`);
        else agreed++;
      } catch (error) {
        apart.push(`${one.id}: ${String(error)}`);
      }
    }
    expect(apart).toEqual([]);
    expect(agreed).toBe(grid.length);
  }, 120_000);
});
