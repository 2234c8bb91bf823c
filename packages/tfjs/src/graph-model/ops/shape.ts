import { type Dim, type Value } from '@separable/core';
import { errorAt } from '../../file/place.js';
import { stridedSlice } from '../forms/strided-slice.js';
import type { NodeImport } from '../node-import.js';
import type { OpLowerings } from './op-lowering.js';

function squeezed(node: NodeImport): Value {
  const named = node.attributes.ints('squeeze_dims', node.attributes.ints('axis', []));
  const shape = node.shape(0);
  const axes = named.length > 0 ? named : [...shape.keys()].filter((axis) => shape[axis] === 1);
  return node.g.squeeze({ x: node.value(0) }, { axes }, node.name());
}

function strided(node: NodeImport): Value {
  const { g } = node;
  const lists = [node.ints(1), node.ints(2), node.ints(3)] as const;
  const { ranges, dropped, added } = stridedSlice(node, node.shape(0), lists);
  const attributes = {
    axes: ranges.map(({ axis }) => axis),
    starts: ranges.map(({ start }) => start),
    ends: ranges.map(({ end }) => end),
    steps: ranges.map(({ step }) => step),
  };
  let y = g.slice({ x: node.value(0) }, attributes, node.name());
  if (dropped.length > 0) y = g.squeeze({ x: y }, { axes: dropped }, node.name('dropped'));
  if (added.length > 0) y = g.expandDims({ x: y }, { axes: added }, node.name('added'));
  return y;
}

function sliced(node: NodeImport): Value {
  const starts = node.dims(1);
  const sizes = node.dims(2);
  const ends = sizes.map((size, axis): Dim => {
    if (size === -1) return 2 ** 31 - 1;
    const start = starts[axis]!;
    if (typeof start === 'number' && typeof size === 'number') return start + size;
    throw errorAt(node.node.place, 'a slice needs numbers as begin and size');
  });
  const axes = [...starts.keys()];
  const attributes = { axes, starts, ends, steps: axes.map(() => 1) };
  return node.g.slice({ x: node.value(0) }, attributes, node.name());
}

/** Operators that look at the elements of a value under another shape. */
export const shape: OpLowerings = {
  Cast(node) {
    const to = node.attributes.dtype('DstT');
    const x = node.value(0);
    return x.dtype === to ? x : node.g.cast({ x }, { to }, node.name());
  },
  ExpandDims: (node) =>
    node.g.expandDims({ x: node.value(0) }, { axes: [node.int(1)] }, node.name()),
  Reshape: (node) => node.g.reshape({ x: node.value(0) }, { shape: node.dims(1) }, node.name()),
  Slice: sliced,
  Squeeze: squeezed,
  StridedSlice: strided,
  Transpose: (node) =>
    node.g.transpose({ x: node.value(0) }, { permutation: node.ints(1) }, node.name()),
};
