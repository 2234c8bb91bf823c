import type { OracleOp } from '../exact.js';
import { rearrange } from '../movement.js';

/** Channels of a pixel laid out as a block; channel `(r·b + s)·C + c` ('dcr') or `(c·b + r)·b + s` ('crd') goes to row r, column s. */
export const depthToSpace: OracleOp<'depthToSpace'> = ({ operands: { x }, attributes }) => {
  const { blockSize: b, order } = attributes;
  const [n, h, w, deep] = x.shape as [number, number, number, number];
  const depth = deep / (b * b);
  return [
    rearrange(x, [n, h * b, w * b, depth], (at) => {
      const [image, i, j, c] = at as [number, number, number, number];
      const r = i % b;
      const s = j % b;
      const channel = order === 'dcr' ? (r * b + s) * depth + c : (c * b + r) * b + s;
      return [image, Math.floor(i / b), Math.floor(j / b), channel];
    }),
  ];
};
