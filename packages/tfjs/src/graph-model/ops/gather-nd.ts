import { dim, type Shape, tensor, type Value } from '@separable/core';
import { Unsupported } from '../../unsupported.js';
import type { NodeImport } from '../node-import.js';
import type { OpLowerings } from './op-lowering.js';

/** An index beyond every axis. */
const farthest = 2 ** 31 - 1;

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
  const sum = g.reduceSum({ x: parts }, { axes: [-1] }, node.name('sum'));
  const inside = within(node, indices, indexed);
  const outside = g.constant(node.name('outside'), tensor('int32', [], [farthest]));
  const positions = g.where({ condition: inside, a: sum, b: outside }, {}, node.name('positions'));
  return g.gather({ x: flat, indices: positions }, { axis: 0 }, node.name());
}

/** Whether all indices of an entry lie on their axes; else their sum might be some other entry's. */
function within(node: NodeImport, indices: Value, extents: Shape): Value {
  const { g } = node;
  // Only the first extent may be open, and what lies behind it lies behind all entries.
  const numbers = extents.map((extent) => (typeof extent === 'number' ? extent : farthest));
  const zero = g.constant(node.name('zero'), tensor('int32', [], [0]));
  const ends = g.constant(node.name('ends'), tensor('int32', [numbers.length], numbers));
  const from = g.greaterOrEqual({ a: indices, b: zero }, {}, node.name('from'));
  const to = g.less({ a: indices, b: ends }, {}, node.name('to'));
  const both = g.logicalAnd({ a: from, b: to }, {}, node.name('both'));
  const flags = g.cast({ x: both }, { to: 'int32' }, node.name('flags'));
  const least = g.reduceMin({ x: flags }, { axes: [-1] }, node.name('least'));
  return g.cast({ x: least }, { to: 'bool' }, node.name('inside'));
}

/** Entries that several axes choose together. */
export const gather: OpLowerings = { GatherNd: gatherNd };
