import { floatOnly } from '../op/definition.js';
import { reduction, type ReductionOp } from '../op/reduction.js';

/**
 * `Σ x / n`, NaN of no elements.
 *
 * Source: ONNX ReduceMean-18.
 */
export const reduceMean: ReductionOp = reduction({ name: 'reduceMean', dtypes: floatOnly });
