import type { Lowerings } from '../lowering.js';
import { recurrent, summedBias, transposed } from './recurrent.js';

/** `RNN`: `h = f(x·W + h·R + b)`. */
export const rnn: Lowerings = {
  RNN: recurrent({
    gates: 1,
    activations: ['tanh'],
    initial: [5],
    bias: summedBias(1),
    cell(direction) {
      const { node, squashes } = direction;
      const filter = transposed(direction, direction.part(2)!);
      return (input, [h]) => {
        const own = node.g.dense({ x: h!, filter }, {}, node.name('recurrent'));
        return [squashes[0]!(node.g.add({ a: input, b: own }, {}, node.name('sum')))];
      };
    },
  }),
};
