import { type Dim, dim, resolveAxis, type Value } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';
import { Unsupported } from '../import/unsupported.js';
import { errorAt } from '../proto/place.js';
import type { Lowerings } from './lowering.js';

const modes: Readonly<Record<string, 'constant' | 'edge' | 'reflect'>> = {
  constant: 'constant',
  edge: 'edge',
  reflect: 'reflect',
};

/** `Pad`: amounts are attributes before opset 11, operands since; negative ones cut off. */
export const pad: Lowerings = {
  Pad(node) {
    const { g, attributes, opset } = node;
    const rank = node.rank(0);
    const named = attributes.string('mode', 'constant');
    const mode = Object.hasOwn(modes, named) ? modes[named] : undefined;
    if (mode === undefined) throw new Unsupported(`its mode is ${named}`);
    const amounts = opset < 11 ? attributes.ints('pads') : node.dims(1);
    const axes = (
      opset >= 18 && node.has(3) ? node.integers(3) : Array.from({ length: rank }, (_, i) => i)
    ).map((axis) => resolveAxis(axis, rank));
    if (amounts?.length !== 2 * axes.length) {
      throw errorAt(
        node.node.place,
        `Pad needs ${2 * axes.length} amounts, got ${amounts?.length ?? 0}`,
      );
    }
    const value = opset < 11 ? attributes.float('value', 0) : node.has(2) ? node.number(2) : 0;
    const before: Dim[] = Array.from({ length: rank }, () => 0);
    const after: Dim[] = Array.from({ length: rank }, () => 0);
    axes.forEach((axis, i) => {
      before[axis] = amounts[i]!;
      after[axis] = amounts[axes.length + i]!;
    });
    const x = cut(node, before, after);
    const positive = (list: readonly Dim[]): Dim[] =>
      list.map((d) => (typeof d === 'number' ? Math.max(0, d) : d));
    const options = { before: positive(before), after: positive(after), mode, value };
    return g.pad({ x }, options, node.name());
  },
};

/** The input without the rows that negative amounts take away. */
function cut(node: NodeImport, before: readonly Dim[], after: readonly Dim[]): Value {
  const x = node.value(0);
  const negative = (d: Dim): boolean => typeof d === 'number' && d < 0;
  const axes = before.flatMap((d, axis) => (negative(d) || negative(after[axis]!) ? [axis] : []));
  if (axes.length === 0) return x;
  const starts = axes.map((axis) =>
    negative(before[axis]!) ? dim.multiply(before[axis]!, -1) : 0,
  );
  const ends = axes.map((axis) => {
    const extent = x.shape[axis]!;
    return negative(after[axis]!) ? dim.add(extent, after[axis]!) : extent;
  });
  return node.g.slice({ x }, { axes, starts, ends, steps: axes.map(() => 1) }, node.name('cut'));
}
