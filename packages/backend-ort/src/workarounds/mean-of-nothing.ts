import { type Graph, type Node, typeOf } from '@separable/core';
import type { Workaround } from './workaround.js';

/** `ReduceMean` and `GlobalAveragePool` give 0 for the mean of no elements, which is 0/0. */
export const meanOfNothing: Workaround = {
  because: 'ONNX Runtime 1.30, ReduceMean over an axis of extent 0 is 0 instead of NaN',
  dependsOnSize: true,
  appliesTo(node, graph) {
    if (node.op !== 'reduceMean' && node.op !== 'globalAveragePool2d') return false;
    const { shape } = typeOf(graph, node.inputs['x'] as string);
    return axesOf(node, graph).some((axis) => shape.at(axis) === 0);
  },
  instead(node, { g, operand, number }) {
    const x = operand('x');
    const axes = node.op === 'reduceMean' ? node.attributes['axes'] : [1, 2];
    const [sum] = g.apply('reduceSum', { x }, { axes, keepDims: node.attributes['keepDims'] });
    return [g.div({ a: sum!, b: number(0) })];
  },
};

function axesOf(node: Node, graph: Graph): readonly number[] {
  if (node.op === 'globalAveragePool2d') return [1, 2];
  const axes = node.attributes['axes'] as readonly number[] | null;
  const { shape } = typeOf(graph, node.inputs['x'] as string);
  return axes ?? shape.map((_, axis) => axis);
}
