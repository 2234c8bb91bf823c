import { sizeOf } from '../data/tensor.js';
import { float, integer } from '../op/attribute.js';
import { floatOnly, one, type OpDefinition } from '../op/definition.js';
import { number } from '../op/number.js';
import * as dim from '../shape/dimension.js';
import { resolveAxis } from '../shape/shape.js';

/** Attributes of {@link lrn}. */
export interface LrnAttributes {
  /** Channels in a window. */
  readonly size: number;
  /** Weight of the mean square; 1e-4. */
  readonly alpha: number;
  /** Exponent; 0.75. */
  readonly beta: number;
  /** Added to the mean square; 1. */
  readonly bias: number;
}

/**
 * Local response normalisation across the channels of the last axis:
 * `y[…, c] = x[…, c] / (bias + alpha / size · Σ_w x[…, w]²)^beta` with w from `c − floor((size − 1) / 2)` to
 * `c + ceil((size − 1) / 2)`, as far as there are channels.
 *
 * Work: square, sum over the window, and four operations, an element.
 *
 * Source: Krizhevsky, Sutskever & Hinton, "ImageNet classification with deep convolutional neural
 * networks" (2012); ONNX LRN-13.
 */
export const lrn: OpDefinition<{ x: 'one' }, LrnAttributes, readonly ['y']> = {
  name: 'lrn',
  operands: { x: one(floatOnly) },
  results: ['y'],
  attributes: {
    size: integer(undefined, { min: 1 }),
    alpha: float(1e-4),
    beta: float(0.75),
    bias: float(1),
  },
  sets: ['normalisation'],
  infer({ x }) {
    resolveAxis(-1, x.shape.length);
    return [x];
  },
  work: ({ x }, _, { size }) => ({
    macs: 0,
    operations: sizeOf(x.shape as number[]) * (size + 5),
  }),
  permute: (attributes, permutation) =>
    permutation.at(-1) === permutation.length - 1 ? { attributes, result: permutation } : undefined,
  decompose(g, { x }, { size, alpha, beta, bias }) {
    // Channels become the columns of one-channel rows, so that a pooling window slides over them.
    const rows = dim.product(x.shape.slice(0, -1));
    const square = g.mul({ a: x, b: x });
    const pixels = g.reshape({ x: square }, { shape: [1, rows, x.shape.at(-1)!, 1] });
    const attributes = { kernel: [1, size], padding: 'same', countPadding: true } as const;
    const pooled = g.averagePool2d({ x: pixels }, attributes);
    const mean = g.reshape({ x: pooled }, { shape: x.shape });
    const sum = g.add({ a: g.mul({ a: mean, b: number(g, alpha) }), b: number(g, bias) });
    return [g.div({ a: x, b: g.pow({ a: sum, b: number(g, beta) }) })];
  },
};
