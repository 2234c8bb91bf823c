/**
 * Cases that ONNX Runtime computes otherwise and that no lowering of reasonable cost brings right, with
 * the reason. The sweep fails when one of them starts to pass.
 */
export const departures: Readonly<Record<string, string>> = {
  'resize2d/bilinear, NaN':
    'before the first pixel it adds the second with a weight of 0, and 0 · NaN is NaN',
  'resize2d/bilinear, infinities':
    'before the first pixel it adds the second with a weight of 0, and 0 · Infinity is NaN',
};
