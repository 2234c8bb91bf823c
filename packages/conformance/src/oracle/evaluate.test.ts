import { type Graph, graphBuilder, tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { tolerancePolicy } from '../tolerance/policy.js';
import { evaluateGraph } from './evaluate.js';

function twoLayers(): Graph {
  const g = graphBuilder('two');
  const x = g.input('x', 'float32', ['n', 2]);
  const filter = g.constant('w', tensor('float32', [2, 2], [1, -1, 0.5, 2]));
  const y = g.dense({ x, filter }, {}, 'first');
  g.output('y', g.dense({ x: y, filter }, { activation: 'relu' }, 'second'));
  return g.build();
}

const inputs = { x: tensor('float32', [1, 2], [3, 4]) };

describe('evaluating a graph', () => {
  it('gives exact values', () => {
    const { values, outputs } = evaluateGraph(twoLayers(), inputs);
    expect([...values.get('first')!.value]).toEqual([5, 5]);
    expect([...outputs['y']!.value]).toEqual([7.5, 5]);
  });

  it('lets errors travel from node to node, through activations as well', () => {
    const { values } = evaluateGraph(twoLayers(), inputs);
    const [first, second] = [values.get('first')!.error[0]!, values.get('second')!.error[0]!];
    expect(first).toBeGreaterThan(0);
    expect(second).toBeGreaterThan(1.5 * first);
    expect(second).toBeLessThan(1e-5);
  });

  it('starts with what a gpu may read in place of denormals', () => {
    const tiny = { x: tensor('float32', [1, 2], [1e-40, 1]) };
    const { values } = evaluateGraph(twoLayers(), tiny, tolerancePolicy('gpu'));
    expect([...values.get('x')!.error]).toEqual([Math.fround(1e-40), 0]);
  });

  it('says what it does not know', () => {
    const graph = twoLayers();
    const unknown = { ...graph, nodes: graph.nodes.map((node) => ({ ...node, op: 'relu9' })) };
    expect(() => evaluateGraph(unknown, inputs)).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: there is no op named 'relu9']`,
    );
    expect(() => evaluateGraph(graph, {})).toThrowErrorMatchingInlineSnapshot(
      `
      [InputMismatchError: graph 'two' got wrong inputs: 'x' float32 [n, 2] is missing
        hint: it takes 'x' float32 [n, 2]]
    `,
    );
  });
});
