import { scalar } from '@separable/core';
import { Unsupported } from '../import/unsupported.js';
import { errorAt } from '../proto/place.js';
import type { Lowerings } from './lowering.js';

/** Operators that hand on what they get when nothing is trained. */
export const identity: Lowerings = {
  Identity: (node) => node.operand(0),
  Dropout(node) {
    node.attributes.ignore('ratio', 'seed', 'is_test');
    if (node.has(2) && node.number(2) !== 0) throw new Unsupported('it is in training mode');
    if (!node.has(0)) throw errorAt(node.node.place, 'Dropout needs an operand');
    if (!node.isRead(1)) return node.operand(0);
    const x = node.g.constant(node.name('kept'), scalar('bool', 1));
    return [node.operand(0), node.g.expand({ x }, { shape: node.shape(0) }, node.name('mask'))];
  },
};
