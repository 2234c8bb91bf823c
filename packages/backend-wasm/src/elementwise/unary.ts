import { type OpName, sizeOf, type ValueType } from '@separable/core';
import type { ConcreteType, Kernel } from '../kernel.js';
import { loadLanes, storeLanes } from '../tiles/lanes.js';
import { emitRange, rangeUnits } from './range-stage.js';
import { vectorFunctionOf } from './vector-function.js';

/** The kernel of a float32 op of one operand `x`. */
export function unary<K extends OpName>(op: K): Kernel<K> {
  return {
    refuse({ operands }) {
      const { dtype } = (operands as unknown as { readonly x: ValueType }).x;
      return dtype === 'float32' ? undefined : `backend wasm runs ${op} on float32 only`;
    },
    plan({ attributes, operands }) {
      const { x } = operands as unknown as { readonly x: ConcreteType };
      const elementwise = vectorFunctionOf(op, attributes as never)!;
      const count = sizeOf(x.shape);
      return {
        label: `${op}, 4 lanes`,
        inPlace: ['x' as never],
        math: elementwise.math ?? {},
        stages: [
          {
            units: rangeUnits(count),
            emit({ module, f, unit, operands: addresses, results }) {
              const from = (addresses as unknown as { readonly x: number }).x;
              emitRange(f, unit, count, (offset, lanes) => {
                const value = f.local('v128', loadLanes(offset, lanes, from));
                f.set(value, elementwise.apply({ module, f }, value));
                storeLanes(f, offset, value, lanes, results[0]!);
              });
            },
          },
        ],
      };
    },
  };
}
