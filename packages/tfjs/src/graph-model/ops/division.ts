import type { OpLowerings } from './op-lowering.js';

/** Division that rounds down, and what it leaves. */
export const division: OpLowerings = {
  FloorDiv(node) {
    const { g } = node;
    const [a, b] = [node.value(0), node.value(1)];
    if (a.dtype === 'float32') {
      return g.floor({ x: g.div({ a, b }, {}, node.name('quotient')) }, {}, node.name());
    }
    // Integers divide toward zero; without the remainder nothing is left to round.
    const rest = g.mod({ a, b }, { sign: 'divisor' }, node.name('rest'));
    const whole = g.sub({ a, b: rest }, {}, node.name('whole'));
    return g.div({ a: whole, b }, {}, node.name());
  },
  FloorMod: (node) =>
    node.g.mod({ a: node.value(0), b: node.value(1) }, { sign: 'divisor' }, node.name()),
};
