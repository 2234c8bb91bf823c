import { elementTypes } from '../../proto/element-types.js';
import { elementTypeOf } from '../initialisers.js';
import type { Lowerings } from '../lowering.js';

/** `Cast`. */
export const cast: Lowerings<'cast'> = {
  cast(node) {
    const { name, order } = node.home('x');
    const { dtype } = node.value('x');
    const { to } = node.attributes;
    if (to === dtype) return { name, order };
    return { name: node.cast(name, elementTypes[elementTypeOf[to]]), order };
  },
};
