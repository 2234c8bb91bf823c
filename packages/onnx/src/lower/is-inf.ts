import { scalar } from '@separable/core';
import { Unsupported } from '../import/unsupported.js';
import type { Lowerings } from './lowering.js';

/** `IsInf`: both signs, or one of them as `x = ±∞`. */
export const isInf: Lowerings = {
  IsInf(node) {
    const { g, attributes } = node;
    const negative = attributes.flag('detect_negative', true);
    const positive = attributes.flag('detect_positive', true);
    const x = node.value(0);
    if (negative && positive) return g.isInf({ x }, {}, node.name());
    if (!negative && !positive) throw new Unsupported('it detects neither sign');
    const bound = g.constant(
      node.name('bound'),
      scalar('float32', negative ? -Infinity : Infinity),
    );
    return g.equal({ a: x, b: bound }, {}, node.name());
  },
};
