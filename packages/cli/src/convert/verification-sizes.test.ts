import { graphBuilder, tensor, typeOf } from '@separable/core';
import { expect, it } from 'vitest';
import { separableGraph } from '../testing/small-graphs.js';
import { withSomeSizes } from './verification-sizes.js';

it('takes one example of a usual size', () => {
  const graph = withSomeSizes(separableGraph(['batch', 'H', 'W', 3]));
  expect(typeOf(graph, 'x').shape).toEqual([1, 64, 64, 3]);
});

it('takes the first size that fits', () => {
  const g = graphBuilder('rows');
  const x = g.input('x', 'float32', [1, 'n']);
  g.output('y', g.add({ a: x, b: g.constant('c', tensor('float32', [224])) }));
  expect(typeOf(withSomeSizes(g.build()), 'x').shape).toEqual([1, 224]);
});
