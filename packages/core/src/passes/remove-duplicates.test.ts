import { describe, expect, it } from 'vitest';
import { tensor } from '../data/tensor.js';
import { textAfter } from '../../testing/pass-text.js';
import { removeDuplicates } from './remove-duplicates.js';

describe('removing duplicates', () => {
  it('merges equal constants and then equal nodes, and drops what is dead', async () => {
    const text = await textAfter(removeDuplicates, (g) => {
      const x = g.input('x', 'float32', [2]);
      const a = g.constant('a', tensor('float32', [2], [1, 2]));
      const b = g.constant('b', tensor('float32', [2], [1, 2]));
      const c = g.constant('c', tensor('float32', [2], [1, 3]));
      g.relu({ x }, {}, 'dead');
      const sum = g.add(
        { a: g.mul({ a: x, b: a }, {}, 'p'), b: g.mul({ a: x, b }, {}, 'q') },
        {},
        'sum',
      );
      g.output('y', g.add({ a: sum, b: g.mul({ a: x, b: c }, {}, 'r') }, {}, 'y'));
    });
    expect(text).toMatchInlineSnapshot(`
      "graph g
        input x: float32 [2]
        constant a: float32 [2] = [1, 2]
        constant c: float32 [2] = [1, 3]
        p: float32 [2] = mul(a=x, b=a)
        sum: float32 [2] = add(a=p, b=p)
        r: float32 [2] = mul(a=x, b=c)
        y: float32 [2] = add(a=sum, b=r)
        output y = y"
    `);
  });

  it('tells nodes apart by their attributes', async () => {
    const text = await textAfter(removeDuplicates, (g) => {
      const x = g.input('x', 'float32', [2]);
      const a = g.leakyRelu({ x }, { alpha: 0.1 }, 'a');
      g.output('y', g.add({ a, b: g.leakyRelu({ x }, { alpha: 0.2 }, 'b') }, {}, 'sum'));
    });
    expect(text).toContain('add(a=a, b=b)');
  });
});
