import { mapElements } from '../elementwise.js';
import { convert } from '../convert.js';
import type { OracleOp } from '../exact.js';

/**
 * `min(max(x, min), max)`, so max wins where the bounds cross; NaN stays. Bounds of integers are cut to
 * the range of the dtype.
 */
export const clip: OracleOp<'clip'> = ({ operands: { x }, attributes }) => {
  const bound = (v: number): number =>
    x.dtype === 'float32' ? Math.fround(v) : convert(v, 'float32', x.dtype);
  const least = bound(attributes.min ?? -Infinity);
  const most = bound(attributes.max ?? Infinity);
  return [
    mapElements(x, (v) => {
      const raised = v < least ? least : v;
      return raised > most ? most : raised;
    }),
  ];
};
