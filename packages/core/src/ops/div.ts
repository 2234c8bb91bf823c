import { binary, type BinaryOp } from '../op/binary.js';
import { numeric } from '../op/definition.js';

/**
 * `a / b`. Integers truncate toward zero, a division by the integer 0 gives 0, and −2³¹ / −1 wraps.
 *
 * Source: ONNX Div-14.
 */
export const div: BinaryOp = binary({ name: 'div', dtypes: numeric });
