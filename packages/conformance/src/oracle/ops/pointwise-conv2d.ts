import type { OracleOp } from '../exact.js';
import { project } from '../project.js';

/** `Σ_c x[n, i, j, c] · filter[c, o]`. */
export const pointwiseConv2d: OracleOp<'pointwiseConv2d'> = ({ operands, attributes, policy }) => [
  project(operands.x, operands.filter, operands.bias, attributes.activation, policy, 'convolution'),
];
