import { scalar } from '@separable/core';
import type { Lowerings } from './lowering.js';

/** `Shrink`: `x + bias` below `-lambd`, `x - bias` above `lambd`, 0 between. */
export const shrink: Lowerings = {
  Shrink(node) {
    const { g, attributes } = node;
    const x = node.value(0);
    const number = (name: string, value: number) =>
      g.constant(node.name(name), scalar('float32', value));
    const bias = number('bias', attributes.float('bias', 0));
    const lambda = attributes.float('lambd', 0.5);
    const zero = number('zero', 0);
    const below = g.less({ a: x, b: number('below', -lambda) }, {}, node.name('isBelow'));
    const above = g.greater({ a: x, b: number('above', lambda) }, {}, node.name('isAbove'));
    const raised = g.add({ a: x, b: bias }, {}, node.name('raised'));
    const lowered = g.sub({ a: x, b: bias }, {}, node.name('lowered'));
    const rest = g.where({ condition: above, a: lowered, b: zero }, {}, node.name('rest'));
    return g.where({ condition: below, a: raised, b: rest }, {}, node.name());
  },
};
