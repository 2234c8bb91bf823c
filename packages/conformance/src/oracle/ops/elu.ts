import type { OracleOp } from '../exact.js';
import { mapFormula } from '../running-error.js';

/** x where it is not negative, `alpha · (eˣ − 1)` where it is. */
export const elu: OracleOp<'elu'> = ({ operands: { x }, attributes: { alpha }, policy }) => [
  mapFormula(x, policy, (a, v) =>
    v.value < 0 ? a.multiply(a.constant(alpha), a.subtract(a.call('exp', v), a.exact(1))) : v,
  ),
];
