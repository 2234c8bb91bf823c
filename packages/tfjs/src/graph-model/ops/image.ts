import { type Dim, type Value } from '@separable/core';
import { errorAt } from '../../file/place.js';
import type { NodeImport } from '../node-import.js';
import type { OpLowerings } from './op-lowering.js';

function sizeOf(node: NodeImport): readonly [Dim, Dim] {
  const [rows, columns, ...more] = node.dims(1);
  if (rows !== undefined && columns !== undefined && more.length === 0) return [rows, columns];
  throw errorAt(node.node.place, 'a size must be rows and columns');
}

function coordinatesOf(node: NodeImport): 'alignCorners' | 'halfPixel' | 'asymmetric' {
  if (node.attributes.flag('align_corners')) return 'alignCorners';
  return node.attributes.flag('half_pixel_centers') ? 'halfPixel' : 'asymmetric';
}

function bilinear(node: NodeImport): Value {
  const attributes = {
    size: sizeOf(node),
    mode: 'bilinear',
    coordinates: coordinatesOf(node),
  } as const;
  return node.g.resize2d({ x: node.value(0) }, attributes, node.name());
}

function nearest(node: NodeImport): Value {
  const coordinates = coordinatesOf(node);
  // TensorFlow rounds corners to the nearer pixel, takes floor((i + ½) / s) of half pixels, which is the
  // nearer of (i + ½) / s − ½ with a half going up, and floor(i / s) otherwise.
  const nearestRounding = coordinates === 'asymmetric' ? 'floor' : 'roundPreferCeil';
  const attributes = { size: sizeOf(node), mode: 'nearest', coordinates, nearestRounding } as const;
  return node.g.resize2d({ x: node.value(0) }, attributes, node.name());
}

/** Operators on rows and columns of images. */
export const image: OpLowerings = {
  DepthToSpace: (node) =>
    node.g.depthToSpace(
      { x: node.value(0) },
      { blockSize: node.attributes.int('block_size') },
      node.name(),
    ),
  ResizeBilinear: bilinear,
  ResizeNearestNeighbor: nearest,
  SpaceToDepth: (node) =>
    node.g.spaceToDepth(
      { x: node.value(0) },
      { blockSize: node.attributes.int('block_size') },
      node.name(),
    ),
};
