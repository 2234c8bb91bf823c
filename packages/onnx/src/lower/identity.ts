import { errorAt } from '../proto/place.js';
import { Unsupported } from '../import/unsupported.js';
import type { Lowerings } from './lowering.js';

/** Operators that hand on what they get when nothing is trained. */
export const identity: Lowerings = {
  Identity: (node) => node.operand(0),
  Dropout(node) {
    node.attributes.ignore('ratio', 'seed', 'is_test');
    if (node.isRead(1)) throw new Unsupported('its mask is read');
    if (node.has(2) && node.number(2) !== 0) throw new Unsupported('it is in training mode');
    if (!node.has(0)) throw errorAt(node.node.place, 'Dropout needs an operand');
    return node.operand(0);
  },
};
