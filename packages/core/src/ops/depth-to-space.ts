import { blockAttributes, type BlockAttributes, featureMap } from '../op/blocks.js';
import type { ValueType } from '../op/definition.js';
import { divided } from '../op/extent.js';
import { movement, type MovementOp } from '../op/movement.js';
import * as dim from '../shape/dimension.js';
import type { Shape } from '../shape/shape.js';

/**
 * Lays the channels of each pixel out as a block of b × b pixels.
 *
 * `y[n, i·b + r, j·b + q, c] = x[n, i, j, k]` with `k = (r·b + q)·C + c` in the order `dcr` and
 * `k = (c·b + r)·b + q` in the order `crd`.
 *
 * - `x` `[N, H, W, b·b·C]`, `y` `[N, b·H, b·W, C]`.
 *
 * Source: ONNX DepthToSpace-13; TensorFlow `depth_to_space` is `dcr`, PyTorch PixelShuffle `crd`.
 */
export const depthToSpace: MovementOp<BlockAttributes> = movement<BlockAttributes>({
  name: 'depthToSpace',
  attributes: blockAttributes,
  shape: spread,
  decompose(g, { x }, { blockSize: b, order }) {
    const [n, h, w] = x.shape as [dim.Dim, dim.Dim, dim.Dim];
    const shape = spread(x, { blockSize: b, order });
    const c = shape[3]!;
    const deep = order === 'dcr' ? [n, h, w, b, b, c] : [n, h, w, c, b, b];
    const permutation = order === 'dcr' ? [0, 1, 3, 2, 4, 5] : [0, 1, 4, 2, 5, 3];
    const blocks = g.transpose({ x: g.reshape({ x }, { shape: deep }) }, { permutation });
    return [g.reshape({ x: blocks }, { shape })];
  },
});

function spread(x: ValueType, { blockSize: b }: BlockAttributes): Shape {
  const [n, h, w, c] = featureMap(x) as [dim.Dim, dim.Dim, dim.Dim, dim.Dim];
  return [n, dim.multiply(h, b), dim.multiply(w, b), divided(c, b * b, 'number of channels')];
}
