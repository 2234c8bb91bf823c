import type { ExportValue } from '../export-value.js';
import type { Lowerings } from '../lowering.js';
import type { NodeExport } from '../node-export.js';
import { reduced, reducedAxes } from '../reduction.js';

/**
 * `ReduceProd`. ONNX Runtime's product of int32 saturates where `Mul` wraps, so that halves are
 * multiplied until one element is left; not along axes of open size.
 */
export const reduceProd: Lowerings<'reduceProd'> = {
  reduceProd(node) {
    const shape = node.shape('x');
    const { axes, keepDims } = node.attributes;
    const along = reducedAxes(axes, shape.length);
    const isKnown = along.every((axis) => typeof shape[axis] === 'number' && shape[axis] > 0);
    if (node.dtype !== 'int32' || !isKnown) return reduced(node, 'ReduceProd');
    const y = along.reduce((x, axis) => multipliedAlong(node, x, axis), node.value('x'));
    return keepDims ? node.model.home(y) : node.as('squeeze', { x: y }, { axes: along });
  },
};

/** Leaves one element along an axis, the product of all. */
function multipliedAlong(
  node: NodeExport<'reduceProd'>,
  x: ExportValue,
  axis: number,
): ExportValue {
  const count = x.shape[axis] as number;
  if (count === 1) return x;
  const part = (start: number, end: number): ExportValue =>
    node.apply('slice', { x }, { axes: [axis], starts: [start], ends: [end], steps: [1] })[0]!;
  const half = count >> 1;
  const [pairs] = node.apply('mul', { a: part(0, half), b: part(half, 2 * half) });
  const rest = count % 2 === 0 ? [] : [part(count - 1, count)];
  const [y] = node.apply('concat', { inputs: [pairs!, ...rest] }, { axis });
  return multipliedAlong(node, y!, axis);
}
