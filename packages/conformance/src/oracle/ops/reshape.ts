import type { OracleOp } from '../exact.js';
import { reshaped } from '../movement.js';

/** The same elements under another shape; −1 stands for what is left. */
export const reshape: OracleOp<'reshape'> = ({ operands: { x }, attributes }) => {
  const shape = attributes.shape as readonly number[];
  const known = shape.reduce((a, b) => (b === -1 ? a : a * b), 1);
  return [
    reshaped(
      x,
      shape.map((extent) => (extent === -1 ? x.value.length / known : extent)),
    ),
  ];
};
