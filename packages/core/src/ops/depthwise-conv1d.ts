import {
  attributes1d,
  attributesOfRow,
  type Convolution1dAttributes,
  typesOfRow,
  valuesOfRow,
  withoutRow,
} from '../op/convolution1d.js';
import { floatOnly, one, type OpDefinition, optional } from '../op/definition.js';
import { depthwiseConv2d } from './depthwise-conv2d.js';

/**
 * Convolves each channel along one axis with `M` filters of its own: `depthwiseConv2d` of a map of
 * one row.
 *
 * `y[n,j,c·M + m] = f(bias[c·M + m] + Σ_v x[n, j·s + v·d − left, c] · filter[v,c,m])`; x is 0 outside.
 *
 * - `x` `[N, W, C]`, `filter` `[k, C, M]`, `bias` `[C·M]`, `y` `[N, W', C·M]`.
 *
 * Source: Keras `DepthwiseConv1D`.
 */
export const depthwiseConv1d: OpDefinition<
  { x: 'one'; filter: 'one'; bias: 'optional' },
  Convolution1dAttributes,
  readonly ['y']
> = {
  name: 'depthwiseConv1d',
  operands: { x: one(floatOnly, 3), filter: one(floatOnly, 3), bias: optional(floatOnly, 1) },
  results: ['y'],
  attributes: attributes1d,
  sets: ['convolution'],
  linear: { filter: 'filter', bias: 'bias', inputAxis: 1 },
  infer: (operands, attributes) =>
    depthwiseConv2d.infer(typesOfRow(operands), attributesOfRow(attributes)).map(withoutRow),
  work: (operands, results, attributes) =>
    depthwiseConv2d.work!(typesOfRow(operands), results, attributesOfRow(attributes)),
  denseMacs: (operands, results, attributes) =>
    depthwiseConv2d.denseMacs!(typesOfRow(operands), results, attributesOfRow(attributes)),
  decompose(g, operands, attributes) {
    const y = g.depthwiseConv2d(valuesOfRow(g, operands), attributesOfRow(attributes));
    return [g.squeeze({ x: y }, { axes: [1] })];
  },
};
