import {
  type Activation,
  activationAttributes,
  type ExplicitPadding,
  type Padding,
  resolvePadding,
  type Tensor,
  tensor,
  windows,
} from '@separable/core';
import { type Call, type Kernel, operand, oracleKernel } from './kernel.js';

/** Everything about a convolution that an engine can get wrong; mutants replace parts of it. */
export interface Direct {
  readonly strides: readonly [number, number];
  readonly dilations: readonly [number, number];
  /** Rows above and columns left of the map. */
  readonly before: readonly [number, number];
  readonly written: Padding;
  /** Rows above and below the map, or columns on both sides. */
  readonly around: readonly [number, number];
  /** Image read for image n. */
  readonly image: (n: number) => number;
  /** Input channel read for output o and the c-th channel it sees. */
  readonly channel: (o: number, c: number) => number;
  readonly weight: (u: number, v: number, c: number, o: number) => number;
  readonly inside: (row: number, height: number, column: number, width: number) => boolean;
  /** Applied after each product and each sum. */
  readonly round: (x: number) => number;
  /** Channels seen, and channels put out. */
  readonly seen: number;
  readonly outputs: number;
  readonly depth: number;
  readonly groups: number;
}

/** A change to a convolution. */
export type Twist = (right: Direct) => Partial<Direct>;

/** conv2d and depthwiseConv2d in float32, added up in the order of the taps; other ops to `rest`. */
export function directConvolution(rest: Kernel = oracleKernel, twist: Twist = () => ({})): Kernel {
  return (call) => {
    if (call.op !== 'conv2d' && call.op !== 'depthwiseConv2d') return rest(call);
    const x = operand(call, 'x');
    const right = plan(call, x);
    const wrong = { ...right, ...twist(right) };
    const bias = call.operands['bias'] === undefined ? undefined : operand(call, 'bias');
    const y = convolve(x, operand(call, 'filter'), bias, wrong, call.shapes[0]!);
    const f = call.attributes['activation'] as Activation | null;
    if (f === null) return [y];
    const attributes = activationAttributes(f);
    return rest({ op: f.op, attributes, operands: { x: y }, shapes: [y.shape] });
  };
}

interface ConvolutionAttributes {
  readonly strides: readonly [number, number];
  readonly dilations: readonly [number, number];
  readonly padding: Padding;
  readonly groups?: number;
}

function plan({ op, attributes, operands, shapes }: Call, x: Tensor): Direct {
  const given = attributes as unknown as ConvolutionAttributes;
  const filter = operands['filter'] as Tensor;
  const [kh, kw, seenOrChannels, last] = filter.shape as [number, number, number, number];
  const [rows, columns] = windows([kh, kw], given);
  const vertical = resolvePadding(x.shape[1]!, rows);
  const horizontal = resolvePadding(x.shape[2]!, columns);
  const outputs = shapes[0]![3]!;
  const { groups = 1, strides, dilations, padding } = given;
  const shared = {
    strides,
    dilations,
    outputs,
    groups,
    written: padding,
    before: [vertical.before, horizontal.before] as const,
    around: [vertical.before + vertical.after, horizontal.before + horizontal.after] as const,
    depth: x.shape[3]!,
    image: (n: number) => n,
    inside: (row: number, height: number, column: number, width: number) =>
      row >= 0 && row < height && column >= 0 && column < width,
    round: Math.fround,
  };
  if (op === 'conv2d') {
    return {
      ...shared,
      seen: seenOrChannels,
      channel: (o, c) => Math.floor(o / (outputs / groups)) * seenOrChannels + c,
      weight: (u, v, c, o) => ((u * kw + v) * seenOrChannels + c) * last + o,
    };
  }
  return {
    ...shared,
    seen: 1,
    channel: (o) => Math.floor(o / last),
    weight: (u, v, _, o) => (u * kw + v) * seenOrChannels * last + o,
  };
}

function convolve(
  x: Tensor,
  filter: Tensor,
  bias: Tensor | undefined,
  d: Direct,
  shape: readonly number[],
): Tensor {
  const [, height, width] = x.shape as [number, number, number, number];
  const [kh, kw] = filter.shape as [number, number];
  const y = tensor('float32', shape);
  let at = 0;
  for (let n = 0; n < shape[0]!; n++) {
    for (let i = 0; i < shape[1]!; i++) {
      for (let j = 0; j < shape[2]!; j++) {
        for (let o = 0; o < d.outputs; o++) {
          let sum = 0;
          for (let u = 0; u < kh; u++) {
            for (let v = 0; v < kw; v++) {
              const row = i * d.strides[0] + u * d.dilations[0] - d.before[0];
              const column = j * d.strides[1] + v * d.dilations[1] - d.before[1];
              if (!d.inside(row, height, column, width)) continue;
              const pixel = ((d.image(n) * height + row) * width + column) * d.depth;
              for (let c = 0; c < d.seen; c++) {
                const product =
                  (x.data[pixel + d.channel(o, c)] ?? 0) * filter.data[d.weight(u, v, c, o)]!;
                sum = d.round(sum + d.round(product));
              }
            }
          }
          y.data[at++] = bias === undefined ? sum : d.round(sum + bias.data[o]!);
        }
      }
    }
  }
  return y;
}

/** Explicit padding of a convolution, when it has that. */
export function explicitPadding({ written }: Direct): ExplicitPadding | undefined {
  return typeof written === 'string' ? undefined : written;
}
