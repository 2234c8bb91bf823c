import type { Value } from '@separable/core';
import { axesFrom } from '../forms/axes.js';
import { windowOf } from '../forms/window.js';
import type { NodeImport } from '../import/node-import.js';
import { Unsupported } from '../import/unsupported.js';
import type { Lowered, Lowering, Lowerings } from './lowering.js';

/** Runs a two-dimensional op on a map of one or two axes, channels last. */
function onPlane(node: NodeImport, compute: (x: Value, name: string) => Value): Lowered {
  const feature = node.channelsLast(0);
  if (node.rank(0) === 4) return node.fromChannelsLast(compute(feature, node.name()));
  const x = node.g.expandDims({ x: feature }, { axes: [1] }, node.name('rows'));
  const y = compute(x, node.name('plane'));
  return node.fromChannelsLast(node.g.squeeze({ x: y }, { axes: [1] }, node.name()));
}

function globalAs(
  op: 'globalAveragePool2d' | 'globalMaxPool2d',
  reduction: 'reduceMean' | 'reduceMax',
): Lowering {
  return (node) => {
    const rank = node.rank(0);
    if (rank === 4) {
      const y = node.g[op]({ x: node.channelsLast(0) }, { keepDims: true }, node.name());
      return node.fromChannelsLast(y);
    }
    return node.g[reduction](
      { x: node.value(0) },
      { axes: axesFrom(2, rank), keepDims: true },
      node.name(),
    );
  };
}

/** Pooling over windows of one or two axes, and over everything. */
export const pool: Lowerings = {
  MaxPool(node) {
    const { attributes } = node;
    const form = windowOf(node);
    const ceilMode = attributes.flag('ceil_mode', false);
    attributes.ignore('storage_order');
    if (node.isRead(1)) throw new Unsupported('its indices are read');
    return onPlane(node, (x, name) => {
      if (x.dtype !== 'uint8') return node.g.maxPool2d({ x }, { ...form, ceilMode }, name);
      // Every uint8 is a float32 exactly, so the way there and back changes nothing.
      const wide = node.g.cast({ x }, { to: 'float32' }, node.name('wide'));
      const y = node.g.maxPool2d({ x: wide }, { ...form, ceilMode }, node.name('pooled'));
      return node.g.cast({ x: y }, { to: 'uint8' }, name);
    });
  },
  AveragePool(node) {
    const { attributes } = node;
    const form = windowOf(node);
    const ceilMode = attributes.flag('ceil_mode', false);
    const countPadding = attributes.flag('count_include_pad', false);
    return onPlane(node, (x, name) =>
      node.g.averagePool2d({ x }, { ...form, ceilMode, countPadding }, name),
    );
  },
  GlobalAveragePool: globalAs('globalAveragePool2d', 'reduceMean'),
  GlobalMaxPool: globalAs('globalMaxPool2d', 'reduceMax'),
};
