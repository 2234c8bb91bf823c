import {
  type AttributesOf,
  bytesPerElement,
  type DType,
  type OpName,
  sizeOf,
} from '@separable/core';
import { loadElements, storeElements } from '../elements/element-lanes.js';
import { type Expression, i32, type Local } from '../encoder/index.js';
import type { ConcreteType, Kernel, StagePlan } from '../kernel.js';
import { emitRange, rangeUnits } from './range-stage.js';
import { type Elementwise, vectorFunctionOf } from './vector-function.js';

/** What integers and truth values become, in lanes of 32 bits. */
type IntegerFunction<K extends OpName> = (
  x: Local<'v128'>,
  dtype: DType,
  attributes: AttributesOf<K>,
) => Expression<'v128'>;

/**
 * The kernel of an op of one operand `x`. Its function of floats is in the table of vector functions.
 *
 * @param integers its function of other dtypes, where the op takes them
 */
export function unary<K extends OpName>(op: K, integers?: IntegerFunction<K>): Kernel<K> {
  return {
    plan({ attributes, operands, results }) {
      const { x } = operands as unknown as { readonly x: ConcreteType };
      const elementwise =
        x.dtype === 'float32' || integers === undefined
          ? vectorFunctionOf(op, attributes as never)!
          : { apply: (_: unknown, value: Local<'v128'>) => integers(value, x.dtype, attributes) };
      return mapPlan(op, x, results[0]!, elementwise) as unknown as StagePlan<K>;
    },
  };
}

/** The plan that maps every element of `x`, four at a time. */
export function mapPlan(
  label: string,
  x: ConcreteType,
  y: ConcreteType,
  elementwise: Elementwise,
): StagePlan<'cast'> {
  const count = sizeOf(x.shape);
  const isSameSize = bytesPerElement(x.dtype) === bytesPerElement(y.dtype);
  return {
    label: `${label}, 4 lanes`,
    inPlace: isSameSize ? ['x'] : [],
    math: elementwise.math ?? {},
    stages: [
      {
        units: rangeUnits(count),
        emit({ module, f, unit, operands, results }) {
          emitRange(f, unit, count, (offset, lanes) => {
            const value = f.local(
              'v128',
              loadElements(x.dtype, placeOf(x, offset), lanes, operands.x),
            );
            f.set(value, elementwise.apply({ module, f }, value));
            storeElements(f, y.dtype, placeOf(y, offset), value, lanes, results[0]!);
          });
        },
      },
    ],
  };
}

/** Where the elements lie that would be at an offset of floats. */
function placeOf({ dtype }: ConcreteType, offset: Local<'i32'>): Expression<'i32'> {
  return bytesPerElement(dtype) === 4 ? offset : i32.shrU(offset, 2);
}
