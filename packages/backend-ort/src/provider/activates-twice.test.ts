import { graphBuilder, tensor } from '@separable/core';
import { expect, it } from 'vitest';
import { activatesTwice } from './activates-twice.js';

function chain(activation: string | null, ...behind: readonly string[]): boolean {
  const g = graphBuilder('chain');
  const x = g.input('x', 'float32', [1, 4, 4, 2]);
  const filter = g.constant('filter', tensor('float32', [2, 3]));
  let y = g.pointwiseConv2d({ x, filter }, { activation });
  for (const op of behind) y = g.apply(op, { x: y }, {})[0]!;
  g.output('y', y);
  return activatesTwice(g.build());
}

it('counts the activations that follow a convolution, the fused one included', () => {
  expect(chain(null)).toBe(false);
  expect(chain('relu')).toBe(false);
  expect(chain(null, 'tanh')).toBe(false);
  expect(chain('relu', 'tanh')).toBe(true);
  expect(chain(null, 'hardSwish', 'relu')).toBe(true);
  expect(chain('relu', 'neg', 'tanh')).toBe(false);
});
