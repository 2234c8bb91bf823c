import { dim } from '@separable/core';
import { isInteger, type KnownResult } from '../import/known.js';
import type { NodeImport } from '../import/node-import.js';
import {
  addQuantities,
  compare,
  divideQuantities,
  floorQuantity,
  multiplyQuantities,
  negate,
  type Quantity,
  toDim,
  truncate,
  whole,
} from '../import/quantity.js';
import { pairwise } from './elementwise.js';
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

function extremum(kind: 'min' | 'max'): Compute {
  return (a, b) => {
    const order = compare(a, b);
    if (order !== undefined) return order > 0 === (kind === 'max') ? a : b;
    const left = toDim(a);
    const right = toDim(b);
    return left === undefined || right === undefined ? undefined : whole(dim[kind](left, right));
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
  Max: chain(extremum('max')),
  Min: chain(extremum('min')),
};
