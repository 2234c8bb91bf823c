import { dim, type Dim, resolveAxis } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';
import { Unsupported } from '../import/unsupported.js';
import { errorAt } from '../proto/place.js';

/** Axes given as an attribute in old opsets, as an operand in new ones; undefined when left out. */
export function axesOf(node: NodeImport, operand: number): readonly number[] | undefined {
  return node.has(operand) ? node.integers(operand) : node.attributes.ints('axes');
}

/** The axes that `Squeeze` takes away, counted from the front. */
export function squeezedAxes(node: NodeImport): readonly number[] {
  const shape = node.shape(0);
  const given = axesOf(node, 1);
  if (given !== undefined) return given.map((axis) => resolveAxis(axis, shape.length));
  const open = shape.find((d) => typeof d !== 'number');
  if (open !== undefined) {
    throw new Unsupported(
      `it squeezes every axis of extent 1, and whether ${open} is 1 is not known`,
    );
  }
  return shape.flatMap((d, axis) => (d === 1 ? [axis] : []));
}

/** The positions in the result at which `Unsqueeze` puts axes, ascending. */
export function unsqueezedAxes(node: NodeImport): readonly number[] {
  const given = axesOf(node, 1);
  if (given === undefined) throw errorAt(node.node.place, 'Unsqueeze needs axes');
  const rank = node.rank(0) + given.length;
  return given.map((axis) => resolveAxis(axis, rank)).sort((a, b) => a - b);
}

/**
 * The shape that `Reshape` asks for: 0 takes the extent of the input unless `allowzero` says
 * otherwise, -1 what is left.
 */
export function inferReshape(node: NodeImport): readonly Dim[] {
  const from = node.shape(0);
  const asked = node.opset < 5 ? (node.attributes.ints('shape') ?? []) : node.dims(1);
  const allowZero = node.attributes.flag('allowzero', false);
  const to = asked.map((d, axis) => (d === 0 && !allowZero ? (from[axis] ?? 0) : d));
  const open = to.indexOf(-1);
  if (open < 0) return to;
  const rest = dim.product(to.filter((_, axis) => axis !== open));
  const extent = rest === 0 ? undefined : dim.exactDiv(dim.product(from), rest);
  return extent === undefined ? to : to.with(open, extent);
}

/** Every axis from `first` on. */
export function axesFrom(first: number, rank: number): number[] {
  return Array.from({ length: Math.max(0, rank - first) }, (_, i) => first + i);
}
