import { sizeOf } from '../data/tensor.js';
import { ShapeMismatchError } from '../errors/errors.js';
import { type Activation, activation } from '../op/activation.js';
import { applyActivation, biasOperations, checkBias } from '../op/convolution.js';
import { floatOnly, one, type OpDefinition, optional } from '../op/definition.js';
import { shapeText } from '../shape/shape.js';

/** Attributes of {@link dense}. */
export interface DenseAttributes {
  /** Applied after the bias; none. */
  readonly activation: Activation | null;
}

/**
 * A fully connected layer over the last axis: `y[…,o] = f(bias[o] + Σ_c x[…,c] · filter[c,o])`.
 *
 * - `x` `[…, Cin]`, `filter` `[Cin, Cout]`, `bias` `[Cout]`, `y` `[…, Cout]`.
 *
 * Source: Keras `Dense`; ONNX Gemm-13 on matrices.
 */
export const dense: OpDefinition<
  { x: 'one'; filter: 'one'; bias: 'optional' },
  DenseAttributes,
  readonly ['y']
> = {
  name: 'dense',
  operands: { x: one(floatOnly), filter: one(floatOnly, 2), bias: optional(floatOnly, 1) },
  results: ['y'],
  attributes: { activation: activation() },
  sets: ['matmul'],
  linear: { filter: 'filter', bias: 'bias', inputAxis: 0 },
  infer({ x, filter, bias }) {
    const [inputs, outputs] = filter.shape;
    if (x.shape.at(-1) !== inputs) {
      throw new ShapeMismatchError(
        `filter takes a last axis of ${inputs}, x has ${shapeText(x.shape)}`,
      );
    }
    checkBias(bias, outputs!);
    return [{ dtype: x.dtype, shape: [...x.shape.slice(0, -1), outputs!] }];
  },
  work({ filter, bias }, [y], { activation: f }) {
    const size = sizeOf(y!.shape as number[]);
    return { macs: size * (filter.shape[0] as number), operations: biasOperations(size, bias, f) };
  },
  decompose(g, { x, filter, bias }, { activation: f }) {
    const isVector = x.shape.length === 1;
    const a = isVector ? g.expandDims({ x }, { axes: [0] }) : x;
    let y = g.matmul({ a, b: filter });
    if (bias !== undefined) y = g.add({ a: y, b: bias });
    y = applyActivation(g, y, f);
    return [isVector ? g.squeeze({ x: y }, { axes: [0] }) : y];
  },
};
