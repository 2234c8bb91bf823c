import { blank, type OracleOp } from '../exact.js';

/** x where it is above alpha, otherwise 0; NaN stays. */
export const thresholdedRelu: OracleOp<'thresholdedRelu'> = ({ operands: { x }, attributes }) => {
  const alpha = Math.fround(attributes.alpha);
  const y = blank('float32', x.shape);
  x.value.forEach((v, i) => {
    const e = x.error[i]!;
    const open = e > 0 && Math.abs(v - alpha) <= e;
    y.value[i] = v <= alpha ? 0 : v;
    y.error[i] = open ? Infinity : v <= alpha && e < Infinity ? 0 : e;
  });
  return [y];
};
