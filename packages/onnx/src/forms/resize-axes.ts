import { type Dim, dim, resolveAxis } from '@separable/core';
import type { NodeImport } from '../import/node-import.js';
import {
  floorQuantity,
  multiplyQuantities,
  type Quantity,
  toDim,
  toNumber,
  whole,
} from '../import/quantity.js';
import { Unsupported } from '../import/unsupported.js';
import { errorAt } from '../proto/place.js';

/** What becomes of one axis. */
export interface ResizedAxis {
  readonly size: Dim;
  /** The factor the file gives, where it gives one that is a number. */
  readonly scale: number | undefined;
  /** Whether the size was rounded down, so that the factor is not new size / old size. */
  readonly rounded: boolean;
}

/** What becomes of every axis under `Resize` or `Upsample`, by scales or by sizes. */
export function resizedAxes(node: NodeImport): readonly ResizedAxis[] {
  const shape = node.shape(0);
  const listed = node.opset >= 18 ? node.attributes.ints('axes') : undefined;
  const axes =
    listed?.map((axis) => resolveAxis(axis, shape.length)) ?? shape.map((_, axis) => axis);
  const result: ResizedAxis[] = shape.map((size) => ({ size, scale: 1, rounded: false }));
  const [scales, sizes] = operandsOf(node);
  if (sizes !== undefined) {
    const given = node.dims(sizes);
    checkCount(node, 'sizes', given.length, axes.length);
    axes.forEach(
      (axis, i) => (result[axis] = { size: given[i]!, scale: undefined, rounded: false }),
    );
    return result;
  }
  const factors = factorsOf(node, scales);
  checkCount(node, 'scales', factors.length, axes.length);
  axes.forEach((axis, i) => (result[axis] = scaledAxis(node, shape[axis]!, factors[i]!)));
  return result;
}

type Factor = Quantity | number;

/** Positions of scales and sizes among the operands; an empty tensor stands for an absent one. */
function operandsOf(node: NodeImport): readonly [number | undefined, number | undefined] {
  if (node.node.opType === 'Upsample') return [node.opset < 9 ? undefined : 1, undefined];
  if (node.opset < 11) return [1, undefined];
  const there = (index: number): boolean => node.has(index) && node.shape(index)[0] !== 0;
  return [there(2) ? 2 : undefined, there(3) ? 3 : undefined];
}

function factorsOf(node: NodeImport, operand: number | undefined): readonly Factor[] {
  if (operand !== undefined) return node.known(operand)?.elements ?? node.numbers(operand);
  const scales = node.node.opType === 'Upsample' ? node.attributes.floats('scales') : undefined;
  if (scales === undefined)
    throw errorAt(node.node.place, `${node.node.opType} needs scales or sizes`);
  return scales;
}

function checkCount(node: NodeImport, name: string, count: number, wanted: number): void {
  if (count === wanted) return;
  throw errorAt(node.node.place, `${node.node.opType} needs ${wanted} ${name}, got ${count}`);
}

/** New extents are rounded down: `floor(size · scale)`. */
function scaledAxis(node: NodeImport, size: Dim, factor: Factor): ResizedAxis {
  const scale = typeof factor === 'number' ? factor : toNumber(factor);
  if (scale !== undefined && !(scale > 0 && scale < Infinity)) {
    throw errorAt(node.node.place, `${node.node.opType} needs positive scales, got ${scale}`);
  }
  if (typeof factor === 'number') {
    if (factor === 1) return { size, scale: 1, rounded: false };
    if (typeof size !== 'number') {
      throw new Unsupported(
        `it scales the open size ${size} by ${factor}; pin it with the option inputShapes`,
      );
    }
    const scaled = size * factor;
    return { size: Math.floor(scaled), scale: factor, rounded: !Number.isInteger(scaled) };
  }
  const exact = multiplyQuantities(whole(size), factor)!;
  const scaled = toDim(exact);
  if (scaled !== undefined) return { size: scaled, scale, rounded: false };
  const rounded = toDim(floorQuantity(exact)) ?? dim.floorDiv(exact.numerator, exact.denominator);
  return { size: rounded, scale, rounded: true };
}
