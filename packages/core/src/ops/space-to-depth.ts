import { blockAttributes, type BlockAttributes, featureMap } from '../op/blocks.js';
import type { ValueType } from '../op/definition.js';
import { divided } from '../op/extent.js';
import { movement, type MovementOp } from '../op/movement.js';
import * as dim from '../shape/dimension.js';
import type { Shape } from '../shape/shape.js';

/**
 * Stacks each block of b × b pixels into the channels of one pixel: the inverse of `depthToSpace`.
 *
 * `y[n, i, j, k] = x[n, i·b + r, j·b + q, c]` with `k = (r·b + q)·C + c` in the order `dcr` and
 * `k = (c·b + r)·b + q` in the order `crd`.
 *
 * - `x` `[N, b·H, b·W, C]`, `y` `[N, H, W, b·b·C]`.
 *
 * Source: ONNX SpaceToDepth-13; TensorFlow `space_to_depth` is `dcr`, PyTorch PixelUnshuffle `crd`.
 */
export const spaceToDepth: MovementOp<BlockAttributes> = movement<BlockAttributes>({
  name: 'spaceToDepth',
  attributes: blockAttributes,
  shape: stacked,
  decompose(g, { x }, { blockSize: b, order }) {
    const shape = stacked(x, { blockSize: b, order });
    const [n, h, w] = shape as [dim.Dim, dim.Dim, dim.Dim];
    const permutation = order === 'dcr' ? [0, 1, 3, 2, 4, 5] : [0, 1, 3, 5, 2, 4];
    const blocks = g.reshape({ x }, { shape: [n, h, b, w, b, x.shape[3]!] });
    return [g.reshape({ x: g.transpose({ x: blocks }, { permutation }) }, { shape })];
  },
});

function stacked(x: ValueType, { blockSize: b }: BlockAttributes): Shape {
  const [n, h, w, c] = featureMap(x) as [dim.Dim, dim.Dim, dim.Dim, dim.Dim];
  return [n, divided(h, b, 'height'), divided(w, b, 'width'), dim.multiply(c, b * b)];
}
