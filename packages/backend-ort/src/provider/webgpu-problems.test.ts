import { type Graph, graphBuilder, type GraphBuilder, tensor } from '@separable/core';
import { expect, it } from 'vitest';
import { webgpuProblem } from './webgpu-problems.js';

/** The problem of the last node of a graph. */
function problemOf(build: (g: GraphBuilder) => void): string | undefined {
  const g = graphBuilder('one');
  build(g);
  const graph: Graph = g.build();
  return webgpuProblem(graph.nodes.at(-1)!, graph);
}

it('finds none with convolutions, their activations and elementwise work', () => {
  const problem = problemOf((g) => {
    const x = g.input('x', 'float32', ['batch', 'H', 'W', 3]);
    const filter = g.constant('filter', tensor('float32', [3, 3, 3, 8]));
    g.output('y', g.conv2d({ x, filter }, { padding: 'same', activation: 'relu6' }));
  });
  expect(problem).toBeUndefined();
});

it('names the operator and the dtype that have no kernel', () => {
  expect(problemOf((g) => g.output('y', g.round({ x: g.input('x', 'float32', [2]) })))).toBe(
    'it has no kernel for Round of float32',
  );
  expect(problemOf((g) => g.output('y', g.abs({ x: g.input('x', 'int32', [2]) })))).toBe(
    'it has no kernel for Abs of int32',
  );
  expect(problemOf((g) => g.output('y', g.relu({ x: g.input('x', 'uint8', [2]) })))).toBe(
    'it has no kernel to copy uint8',
  );
});

it('names what its kernels get wrong', () => {
  const padded = (bottom: number, top: number): string | undefined =>
    problemOf((g) => {
      const x = g.input('x', 'float32', [1, 4, 4, 4]);
      const filter = g.constant('filter', tensor('float32', [1, 1, 4, 2]));
      const padding = { top, bottom, left: 0, right: 0 };
      g.output('y', g.conv2d({ x, filter }, { padding }));
    });
  expect(padded(1, 0)).toBe('its 1 × 1 convolution ignores padding below and to the right');
  expect(padded(1, 1)).toBeUndefined();
  const sliced = (step: number): string | undefined =>
    problemOf((g) => {
      const x = g.input('x', 'float32', [10]);
      g.output('y', g.slice({ x }, { axes: [0], starts: [8], ends: [2], steps: [step] }));
    });
  expect(sliced(-1)).toBe('its kernel begins a slice of negative step at the last element');
  const picked = (constant: boolean): string | undefined =>
    problemOf((g) => {
      const indices = constant
        ? g.constant('i', tensor('int32', [1], [1]))
        : g.input('i', 'int32', [1]);
      g.output('y', g.gather({ x: g.input('x', 'float32', [4]), indices }));
    });
  expect(picked(true)).toBeUndefined();
  expect(picked(false)).toBe(
    'its kernel does not report indices that are out of range, so they must be constants',
  );
});

it('refuses to make something of nothing, but not nothing of nothing', () => {
  const summed = (axes: readonly number[]): string | undefined =>
    problemOf((g) => {
      g.output('y', g.reduceSum({ x: g.input('x', 'float32', [0, 3]) }, { axes }));
    });
  expect(summed([0])).toBe('it takes no tensors without elements');
  expect(summed([1])).toBeUndefined();
});

it('leaves sizes that have to be computed to others', () => {
  const problem = problemOf((g) => {
    const x = g.input('x', 'float32', ['n', 'm']);
    g.output('y', g.reshape({ x }, { shape: ['m', 'n'] }));
  });
  expect(problem).toBe('its sizes are computed from symbols, which onnxruntime does on the CPU');
});
