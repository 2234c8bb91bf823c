import { resolveAxis } from '@separable/core';
import type { Lowerings } from '../lowering.js';
import type { NodeExport } from '../node-export.js';
import { inOrder, type Laid, plainOrder } from '../order.js';

/** Ops that keep the elements as they lie. */
export const views: Lowerings<'reshape' | 'flatten' | 'expandDims' | 'squeeze'> = {
  reshape: reshaped,
  flatten(node) {
    const { shape } = node.value('x');
    const { axis } = node.attributes;
    const at = axis === shape.length ? axis : resolveAxis(axis, shape.length);
    const { name, order } = node.rowMajor('x');
    // Axes of 1 may lie anywhere; the first part ends behind the last wide axis before `at`.
    const cut = order.findLastIndex((own) => own < at && shape[own] !== 1) + 1;
    return { name: node.add('Flatten', [name], { axis: cut }), order: plainOrder(2) };
  },
  expandDims(node) {
    const rank = node.types[0]!.shape.length;
    const added = node.attributes.axes.map((axis) => resolveAxis(axis, rank));
    const kept = plainOrder(rank).filter((axis) => !added.includes(axis));
    const { name, order } = node.home('x');
    if (added.length === 0) return { name, order };
    const moved = order.map((axis) => kept[axis]!);
    // New axes stand where they would in the graph, as far as the old ones' order allows.
    const all = [...moved];
    for (const axis of added.toSorted((a, b) => a - b)) all.splice(axis, 0, axis);
    const places = added.map((axis) => all.indexOf(axis));
    return { name: node.add('Unsqueeze', [name, node.int64s(places)]), order: all };
  },
  squeeze(node) {
    const { shape } = node.value('x');
    const axes = node.attributes.axes?.map((axis) => resolveAxis(axis, shape.length));
    const out = axes ?? [...shape.keys()].filter((axis) => shape[axis] === 1);
    const kept = plainOrder(shape.length).filter((axis) => !out.includes(axis));
    const { name, order } = node.home('x');
    if (out.length === 0) return { name, order };
    const places = out.map((axis) => order.indexOf(axis));
    return {
      name: node.add('Squeeze', [name, node.int64s(places)]),
      order: order.filter((axis) => !out.includes(axis)).map((axis) => kept.indexOf(axis)),
    };
  },
};

function reshaped(node: NodeExport<'reshape'>): Laid {
  const { shape } = node.types[0]!;
  const from = node.rowMajor('x');
  return {
    name: node.reshape(from.name, inOrder(node.shape('x'), from.order), shape),
    order: plainOrder(shape.length),
  };
}
