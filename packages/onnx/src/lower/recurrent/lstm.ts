import type { Value } from '@separable/core';
import { Unsupported } from '../../import/unsupported.js';
import type { Lowerings } from '../lowering.js';
import { gatesOf, recurrent, summedBias, transposed } from './recurrent.js';

const run = recurrent({
  gates: 4,
  activations: ['sigmoid', 'tanh', 'tanh'],
  initial: [5, 6],
  bias: summedBias(4),
  // i = f(x_i + h·R_i + P_i∘c), o likewise with the new c, f likewise; c̃ = g(x_c + h·R_c);
  // c = f∘c + i∘c̃; h = o∘h(c). Gates lie in the order i, o, f, c.
  cell(direction) {
    const { node, hidden, squashes } = direction;
    const { g } = node;
    const [f, squashCell, squashHidden] = squashes;
    const filter = transposed(direction, direction.part(2)!);
    const peepholes = direction.part(7);
    const peep = (x: Value, gate: number, cell: Value): Value => {
      if (peepholes === undefined) return x;
      const a = g.mul({ a: cell, b: gatesOf(direction, peepholes, gate, gate + 1) });
      return g.add({ a: x, b: a }, {}, node.name('peephole'));
    };
    const sizes = [hidden, hidden, hidden, hidden];
    return (input, [h, c]) => {
      const own = g.dense({ x: h!, filter }, {}, node.name('recurrent'));
      const x = g.add({ a: input, b: own }, {}, node.name('gates'));
      const [i, o, forget, candidate] = g.split({ x }, { axis: 1, sizes }, node.name('gates'));
      const kept = g.mul({ a: f!(peep(forget!, 2, c!)), b: c! }, {}, node.name('kept'));
      const fresh = { a: f!(peep(i!, 0, c!)), b: squashCell!(candidate!) };
      const cell = g.add(
        { a: kept, b: g.mul(fresh, {}, node.name('fresh')) },
        {},
        node.name('cell'),
      );
      const opened = f!(peep(o!, 1, cell));
      return [g.mul({ a: opened, b: squashHidden!(cell) }, {}, node.name('hidden')), cell];
    };
  },
});

/** `LSTM`, with peepholes, in either direction or both. */
export const lstm: Lowerings = {
  LSTM(node) {
    if (node.attributes.flag('input_forget', false)) {
      throw new Unsupported('its input and forget gates are one');
    }
    return run(node);
  },
};
