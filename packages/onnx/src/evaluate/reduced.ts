import type { KnownResult } from '../import/known.js';
import type { NodeImport } from '../import/node-import.js';
import { addQuantities, multiplyQuantities, type Quantity, whole } from '../import/quantity.js';
import { extremum } from './extremum.js';
import type { Evaluator, Evaluators } from './evaluator.js';

type Fold = (a: Quantity, b: Quantity) => Quantity | undefined;

/** Reduces a vector to one element; tensors of other ranks are left to the graph. */
function reduction(fold: Fold, start: Quantity | undefined): Evaluator {
  return (node: NodeImport): KnownResult | undefined => {
    const x = node.known(0);
    if (x === undefined || x.dims.length !== 1) return undefined;
    const [head, ...rest] = start === undefined ? x.elements : [start, ...x.elements];
    const total = rest.reduce<Quantity | undefined>((a, b) => a && fold(a, b), head);
    if (total === undefined) return undefined;
    const dims = node.attributes.flag('keepdims', true) ? [1] : [];
    return { elementType: x.elementType, dims, elements: [total] };
  };
}

/** Reductions of shapes: the number of elements, the longer side. */
export const reduced: Evaluators = {
  ReduceProd: reduction(multiplyQuantities, whole(1)),
  ReduceSum: reduction(addQuantities, whole(0)),
  ReduceMax: reduction((a, b) => extremum('max', a, b), undefined),
  ReduceMin: reduction((a, b) => extremum('min', a, b), undefined),
};
