import { arithmetic } from './arithmetic.js';
import { cast } from './cast.js';
import { comparison } from './comparison.js';
import type { Evaluators } from './evaluator.js';
import { filled } from './filled.js';
import { moved } from './moved.js';
import { reduced } from './reduced.js';
import { reshaped } from './reshaped.js';
import { rounding } from './rounding.js';
import { shape } from './shape.js';
import { where } from './where.js';

/** Every ONNX operator that an import can compute on sizes. */
export const evaluators: Evaluators = {
  ...arithmetic,
  ...cast,
  ...comparison,
  ...filled,
  ...moved,
  ...reduced,
  ...reshaped,
  ...rounding,
  ...shape,
  ...where,
};
