import { dim, tensor, type Value } from '@separable/core';
import { Unsupported } from '../../unsupported.js';
import type { NodeImport } from '../node-import.js';
import type { OpLowerings } from './op-lowering.js';

/**
 * `y[i…, r…] = x[indices[i…, 0], …, indices[i…, k − 1], r…]`: the axes that are indexed become one, and
 * each index its position there.
 */
function gatherNd(node: NodeImport): Value {
  const { g } = node;
  const x = node.value(0);
  const indices = node.value(1);
  const depth = indices.shape.at(-1);
  if (typeof depth !== 'number' || depth > x.shape.length) {
    throw new Unsupported(`it indexes ${depth} of ${x.shape.length} axes`);
  }
  const indexed = x.shape.slice(0, depth);
  const strides = indexed.map((_, axis) => dim.product(indexed.slice(axis + 1)));
  if (!strides.every((stride) => typeof stride === 'number')) {
    throw new Unsupported(`it indexes axes of the open extents ${indexed.join(', ')}`);
  }
  const flat = g.reshape(
    { x },
    { shape: [dim.product(indexed), ...x.shape.slice(depth)] },
    node.name('flat'),
  );
  const b = g.constant(node.name('strides'), tensor('int32', [depth], strides));
  const parts = g.mul({ a: indices, b }, {}, node.name('parts'));
  const positions = g.reduceSum({ x: parts }, { axes: [-1] }, node.name('positions'));
  return g.gather({ x: flat, indices: positions }, { axis: 0 }, node.name());
}

/** Entries that several axes choose together. */
export const gather: OpLowerings = { GatherNd: gatherNd };
