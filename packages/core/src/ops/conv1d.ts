import { integer } from '../op/attribute.js';
import {
  attributes1d,
  attributesOfRow,
  type Convolution1dAttributes,
  typesOfRow,
  valuesOfRow,
  withoutRow,
} from '../op/convolution1d.js';
import { floatOnly, one, type OpDefinition, optional } from '../op/definition.js';
import { conv2d } from './conv2d.js';

/** Attributes of {@link conv1d}. */
export interface Conv1dAttributes extends Convolution1dAttributes {
  /** Groups of channels that do not see each other; 1. */
  readonly groups: number;
}

/**
 * Convolution along one axis: `conv2d` of a map of one row.
 *
 * `y[n,j,o] = f(bias[o] + Σ_{v,c} x[n, j·s + v·d − left, g·Cin/G + c] · filter[v,c,o])` with
 * `g = floor(o / (Cout/G))`; x is 0 outside.
 *
 * - `x` `[N, W, Cin]`, `filter` `[k, Cin/G, Cout]`, `bias` `[Cout]`, `y` `[N, W', Cout]`.
 *
 * Source: ONNX Conv-11 on one spatial axis; TensorFlow `conv1d`.
 */
export const conv1d: OpDefinition<
  { x: 'one'; filter: 'one'; bias: 'optional' },
  Conv1dAttributes,
  readonly ['y']
> = {
  name: 'conv1d',
  operands: { x: one(floatOnly, 3), filter: one(floatOnly, 3), bias: optional(floatOnly, 1) },
  results: ['y'],
  attributes: { ...attributes1d, groups: integer(1, { min: 1 }) },
  sets: ['convolution'],
  linear: { filter: 'filter', bias: 'bias', inputAxis: 1 },
  infer: (operands, attributes) =>
    conv2d.infer(typesOfRow(operands), rowed(attributes)).map(withoutRow),
  work: (operands, results, attributes) =>
    conv2d.work!(typesOfRow(operands), results, rowed(attributes)),
  decompose: (g, operands, attributes) => [
    g.squeeze({ x: g.conv2d(valuesOfRow(g, operands), rowed(attributes)) }, { axes: [1] }),
  ],
};

function rowed(attributes: Conv1dAttributes) {
  return { ...attributesOfRow(attributes), groups: attributes.groups };
}
