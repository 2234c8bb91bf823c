import { convert } from '../convert.js';
import type { OracleOp } from '../exact.js';
import { rearrange } from '../movement.js';

/** Elements before and after each axis: a constant, the edge repeated, or the mirror image without the edge. */
export const pad: OracleOp<'pad'> = ({ operands: { x }, attributes }) => {
  const before = attributes.before as readonly number[];
  const after = attributes.after as readonly number[];
  const inside = (index: number, extent: number): number | undefined => {
    if (index >= 0 && index < extent) return index;
    if (attributes.mode === 'constant') return undefined;
    if (attributes.mode === 'edge') return index < 0 ? 0 : extent - 1;
    return index < 0 ? -index : 2 * (extent - 1) - index;
  };
  return [
    rearrange(
      x,
      x.shape.map((extent, axis) => before[axis]! + extent + after[axis]!),
      (at) => {
        const origin = at.map((index, axis) => inside(index - before[axis]!, x.shape[axis]!));
        return origin.includes(undefined) ? undefined : (origin as number[]);
      },
      x.dtype === 'float32'
        ? Math.fround(attributes.value)
        : convert(attributes.value, 'int32', x.dtype),
    ),
  ];
};
