import type { Lowerings } from './lowering.js';

/** `Pow`: the exponent may have another dtype; the result has that of the base. */
export const pow: Lowerings = {
  Pow(node) {
    const { g } = node;
    const a = node.value(0);
    const exponent = node.value(1);
    if (exponent.dtype === a.dtype) return g.pow({ a, b: exponent }, {}, node.name());
    if (a.dtype === 'float32') {
      const b = g.cast({ x: exponent }, { to: 'float32' }, node.name('exponent'));
      return g.pow({ a, b }, {}, node.name());
    }
    const base = g.cast({ x: a }, { to: 'float32' }, node.name('base'));
    const power = g.pow({ a: base, b: exponent }, {}, node.name('power'));
    return g.cast({ x: power }, { to: a.dtype }, node.name());
  },
};
