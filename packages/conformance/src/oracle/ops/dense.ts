import type { OracleOp } from '../exact.js';
import { project } from '../project.js';

/** `Σ_c x[…, c] · filter[c, o] + bias[o]`. */
export const dense: OracleOp<'dense'> = ({ operands, attributes, policy }) => [
  project(operands.x, operands.filter, operands.bias, attributes.activation, policy, 'matmul'),
];
