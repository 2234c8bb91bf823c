import { ShapeMismatchError } from '../errors/errors.js';
import { type Shape, shapeText } from '../shape/shape.js';
import { type AttributeSpec, integer, oneOf } from './attribute.js';
import type { ValueType } from './definition.js';

/** Attributes of the ops that trade blocks of pixels for channels. */
export interface BlockAttributes {
  /** Rows and columns of a block. */
  readonly blockSize: number;
  /** What a channel of the deep side counts: `dcr` (row, column, channel), `crd` (channel, row, column). */
  readonly order: 'dcr' | 'crd';
}

export const blockAttributes: {
  readonly [K in keyof BlockAttributes]: AttributeSpec<BlockAttributes[K]>;
} = {
  blockSize: integer(undefined, { min: 1 }),
  order: oneOf(['dcr', 'crd'], 'dcr'),
};

/** @throws ShapeMismatchError unless the value is a feature map */
export function featureMap({ shape }: ValueType): Shape {
  if (shape.length !== 4) throw new ShapeMismatchError(`x needs rank 4, got ${shapeText(shape)}`);
  return shape;
}
