import { type Dim, dim, resolveAxis } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';
import { errorAt } from '../proto/place.js';

/** Ranges to cut out of a value, one an axis: NumPy's `start:end:step`. */
export interface SliceRanges {
  readonly axes: readonly number[];
  readonly starts: readonly Dim[];
  readonly ends: readonly Dim[];
  readonly steps: readonly number[];
}

/** Positions at or beyond this mean "as far as it goes", whatever the extent. */
const endless = 2 ** 31 - 1;

/** The ranges of a `Slice` node: attributes before opset 10, operands since. */
export function sliceRanges(node: NodeImport): SliceRanges {
  const shape = node.shape(0);
  const list = (name: string, operand: number): readonly Dim[] => {
    const found = node.opset < 10 ? node.attributes.ints(name) : node.dims(operand);
    if (found === undefined) throw errorAt(node.node.place, `Slice needs ${name}`);
    return found;
  };
  const starts = list('starts', 1);
  const ends = list('ends', 2);
  const given =
    node.opset < 10 ? node.attributes.ints('axes') : node.has(3) ? node.integers(3) : undefined;
  const axes = (given ?? starts.map((_, i) => i)).map((axis) => resolveAxis(axis, shape.length));
  const steps = node.opset >= 10 && node.has(4) ? node.integers(4) : axes.map(() => 1);
  if ([ends, axes, steps].some((other) => other.length !== starts.length)) {
    throw errorAt(node.node.place, 'Slice needs starts, ends, axes and steps of one length');
  }
  if (steps.includes(0)) throw errorAt(node.node.place, 'Slice needs steps other than 0');
  const clamp = (positions: readonly Dim[]): Dim[] =>
    positions.map((at, i) => clampPosition(at, shape[axes[i]!]!, steps[i]! > 0));
  return { axes, starts: clamp(starts), ends: clamp(ends), steps: steps.map(shorten) };
}

function clampPosition(position: Dim, extent: Dim, forward: boolean): Dim {
  if (typeof position !== 'number') return position;
  if (position >= endless) return extent;
  if (position > -endless) return position;
  return forward ? 0 : dim.subtract(dim.multiply(extent, -1), 1);
}

function shorten(step: number): number {
  return Math.sign(step) * Math.min(Math.abs(step), endless);
}
