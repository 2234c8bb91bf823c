import { elementTypes } from '../../proto/element-types.js';
import { elementTypeOf } from '../initialisers.js';
import type { Lowerings } from '../lowering.js';

/** `Cast`, which saturates at the ends of int32 but not of uint8. */
export const cast: Lowerings<'cast'> = {
  cast(node) {
    const { name, order } = node.home('x');
    const { dtype } = node.value('x');
    const { to } = node.attributes;
    if (to === dtype) return { name, order };
    if (dtype !== 'float32' || to !== 'uint8')
      return { name: node.cast(name, elementTypes[elementTypeOf[to]]), order };
    const whole = node.cast(name, elementTypes.int32);
    const inRange = node.add('Clip', [whole, node.int32(0), node.int32(255)]);
    return { name: node.cast(inRange, elementTypes.uint8), order };
  },
};
