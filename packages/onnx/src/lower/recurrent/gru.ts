import type { Lowerings } from '../lowering.js';
import { type Direction, gatesOf, type Kind, recurrent, transposed } from './recurrent.js';

const gates = 3;

/** Everything that is added whatever the reset gate says. */
function bias(direction: Direction, linearBeforeReset: boolean): ReturnType<Kind['bias']> {
  const both = direction.part(3);
  if (both === undefined) return undefined;
  const { g } = direction.node;
  const a = gatesOf(direction, both, 0, gates);
  const own = gatesOf(direction, both, gates, 2 * gates);
  if (!linearBeforeReset) return g.add({ a, b: own }, {}, direction.node.name('bias'));
  const b = g.pad(
    { x: gatesOf(direction, own, 0, 2) },
    { before: [0], after: [direction.hidden], mode: 'constant', value: 0 },
    direction.node.name('bias'),
  );
  return g.add({ a, b }, {}, direction.node.name('bias'));
}

// z = f(x_z + h·R_z); r = f(x_r + h·R_r); h̃ = g(x_h + (r∘h)·R_h), or g(x_h + r∘(h·R_h + b)) when the
// product comes before the reset; h = (1 − z)∘h̃ + z∘h, which is h̃ + z∘(h − h̃).
function cell(direction: Direction, linearBeforeReset: boolean): ReturnType<Kind['cell']> {
  const { node, hidden, squashes } = direction;
  const { g } = node;
  const [f, squash] = squashes;
  const weights = direction.part(2)!;
  const both = transposed(direction, gatesOf(direction, weights, 0, 2));
  const filter = transposed(direction, gatesOf(direction, weights, 2, 3));
  const added = linearBeforeReset ? direction.part(3) : undefined;
  const own = added && gatesOf(direction, added, 2 * gates - 1, 2 * gates);
  return (input, [h]) => {
    const [x, candidate] = g.split(
      { x: input },
      { axis: 1, sizes: [2 * hidden, hidden] },
      node.name('gates'),
    );
    const sum = g.add({ a: x!, b: g.dense({ x: h!, filter: both }) }, {}, node.name('gates'));
    const open = f!(sum);
    const [z, r] = g.split({ x: open }, { axis: 1, sizes: [hidden, hidden] }, node.name('gates'));
    const recurring = linearBeforeReset
      ? g.mul({ a: r!, b: g.dense({ x: h!, filter, ...(own && { bias: own }) }) })
      : g.dense({ x: g.mul({ a: r!, b: h! }), filter });
    const fresh = squash!(g.add({ a: candidate!, b: recurring }, {}, node.name('candidate')));
    const kept = g.mul({ a: z!, b: g.sub({ a: h!, b: fresh }) }, {}, node.name('kept'));
    return [g.add({ a: fresh, b: kept }, {}, node.name('hidden'))];
  };
}

/** `GRU`, with the reset before or after the product, in either direction or both. */
export const gru: Lowerings = {
  GRU(node) {
    const linear = node.attributes.flag('linear_before_reset', false);
    return recurrent({
      gates,
      activations: ['sigmoid', 'tanh'],
      initial: [5],
      bias: (direction) => bias(direction, linear),
      cell: (direction) => cell(direction, linear),
    })(node);
  },
};
