import type { OracleOp } from '../exact.js';
import { rearrange } from '../movement.js';

/** Blocks of pixels laid out as channels, the inverse of depthToSpace. */
export const spaceToDepth: OracleOp<'spaceToDepth'> = ({ operands: { x }, attributes }) => {
  const { blockSize: b, order } = attributes;
  const [n, h, w, depth] = x.shape as [number, number, number, number];
  return [
    rearrange(x, [n, h / b, w / b, depth * b * b], (at) => {
      const [image, i, j, channel] = at as [number, number, number, number];
      const block = order === 'dcr' ? Math.floor(channel / depth) : channel % (b * b);
      const c = order === 'dcr' ? channel % depth : Math.floor(channel / (b * b));
      return [image, i * b + Math.floor(block / b), j * b + (block % b), c];
    }),
  ];
};
