import { type Dim, dim, resolveAxis } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';
import { Unsupported } from '../import/unsupported.js';
import { errorAt } from '../proto/place.js';

/** The axis of a `Split` and the extents of its parts. */
export function splitSizes(node: NodeImport): {
  readonly axis: number;
  readonly sizes: readonly Dim[];
} {
  const shape = node.shape(0);
  const axis = resolveAxis(node.attributes.int('axis', 0), shape.length);
  const given = node.opset >= 13 && node.has(1) ? node.dims(1) : node.attributes.ints('split');
  const count = node.node.outputs.length;
  const declared = node.attributes.int('num_outputs', count);
  if (declared !== count || (given ?? node.node.outputs).length !== count) {
    throw errorAt(
      node.node.place,
      `Split names ${count} outputs and describes ${given?.length ?? declared}`,
    );
  }
  if (given !== undefined) return { axis, sizes: given };
  const extent = shape[axis]!;
  const part = dim.ceilDiv(extent, count);
  if (typeof extent !== 'number') {
    if (dim.exactDiv(extent, count) === undefined) {
      throw new Unsupported(`it splits the size ${extent} into ${count} equal parts`);
    }
    return { axis, sizes: Array.from({ length: count }, () => part) };
  }
  const sizes = Array.from({ length: count }, (_, i) => {
    return Math.max(0, Math.min(Number(part), extent - i * Number(part)));
  });
  return { axis, sizes };
}
