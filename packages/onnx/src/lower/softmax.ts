import { dim, resolveAxis, type Value } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';
import type { Lowering, Lowerings } from './lowering.js';

/**
 * Before opset 13 these operators see their input as a matrix, cut at the axis, and work on its
 * rows; since then they work along the axis.
 */
function alongAxis(
  compute: (node: NodeImport, x: Value, axis: number, name: string) => Value,
): Lowering {
  return (node) => {
    const shape = node.shape(0);
    const x = node.value(0);
    const given = node.attributes.int('axis', node.opset < 13 ? 1 : -1);
    const axis = resolveAxis(given, shape.length);
    const rowsAreOneAxis = shape.every((d, at) => at <= axis || d === 1);
    if (node.opset >= 13 || rowsAreOneAxis) return compute(node, x, axis, node.name());
    const to = [dim.product(shape.slice(0, axis)), dim.product(shape.slice(axis))];
    const matrix = node.g.reshape({ x }, { shape: to }, node.name('matrix'));
    const rows = compute(node, matrix, 1, node.name('rows'));
    return node.g.reshape({ x: rows }, { shape }, node.name());
  };
}

/** `Softmax`, `LogSoftmax` and `Hardmax`. */
export const softmax: Lowerings = {
  Softmax: alongAxis((node, x, axis, name) => node.g.softmax({ x }, { axis }, name)),
  LogSoftmax: alongAxis((node, x, axis, name) => node.g.logSoftmax({ x }, { axis }, name)),
  Hardmax: alongAxis((node, x, axis, name) => {
    const indices = node.g.argMax({ x }, { axis }, node.name('largest'));
    const depth = x.shape[axis];
    return node.g.apply('oneHot', { indices }, { depth, axis }, name)[0]!;
  }),
};
