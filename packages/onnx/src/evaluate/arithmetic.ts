import { isInteger, type KnownResult } from '../import/known.js';
import type { NodeImport } from '../import/node-import.js';
import {
  addQuantities,
  divideQuantities,
  floorQuantity,
  multiplyQuantities,
  negate,
  type Quantity,
  truncate,
} from '../import/quantity.js';
import { pairwise } from './elementwise.js';
import { extremum } from './extremum.js';
import type { Evaluator, Evaluators } from './evaluator.js';

type Compute = (a: Quantity, b: Quantity) => Quantity | undefined;

function binary(compute: (integer: boolean) => Compute): Evaluator {
  return (node) => {
    const a = node.known(0);
    return a && pairwise(a, node.known(1), undefined, compute(isInteger(a.elementType)));
  };
}

/** `Max`, `Min` and `Sum` take any number of operands. */
function chain(compute: Compute): Evaluator {
  return (node: NodeImport) => {
    let total: KnownResult | undefined = node.known(0);
    for (let i = 1; i < node.count && total !== undefined; i++) {
      total = pairwise(total, node.known(i), undefined, compute);
    }
    return total;
  };
}

/** Integer division rounds toward zero. */
const divide =
  (integer: boolean): Compute =>
  (a, b) => {
    const exact = divideQuantities(a, b);
    return exact === undefined || !integer ? exact : truncate(exact);
  };

/** `a - b·floor(a / b)`: the sign of the divisor, as ONNX has it without `fmod`. */
const modulo: Compute = (a, b) => {
  const ratio = divideQuantities(a, b);
  const multiple = ratio && multiplyQuantities(floorQuantity(ratio), b);
  return multiple && addQuantities(a, negate(multiple));
};

/** Arithmetic on sizes. */
export const arithmetic: Evaluators = {
  Add: binary(() => addQuantities),
  Sub: binary(() => (a, b) => addQuantities(a, negate(b))),
  Mul: binary(() => multiplyQuantities),
  Div: binary(divide),
  Mod: (node) => (node.attributes.flag('fmod', false) ? undefined : binary(() => modulo)(node)),
  Sum: chain(addQuantities),
  Max: chain((a, b) => extremum('max', a, b)),
  Min: chain((a, b) => extremum('min', a, b)),
};
