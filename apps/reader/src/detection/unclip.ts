import { grow, type RotatedBox } from '../geometry/rotated-box.js';

/**
 * Grows a box from the shrunken text kernel that the network marks back to the text itself.
 *
 * The distance is area × ratio / perimeter (Liao et al., "Real-time Scene Text Detection with
 * Differentiable Binarization", 2020, §3.4). Offsetting a rectangle's outline by it and taking the
 * least rectangle around the result, as PaddleOCR does, is the same as pushing out its four sides.
 */
export function unclip(box: RotatedBox, ratio: number): RotatedBox {
  const perimeter = 2 * (box.width + box.height);
  return perimeter === 0 ? box : grow(box, (box.width * box.height * ratio) / perimeter);
}
