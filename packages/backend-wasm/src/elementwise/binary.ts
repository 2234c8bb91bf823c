import { type OpName, type ValueType } from '@separable/core';
import { type Expression, f32x4, i32, type Local, v128 } from '../encoder/index.js';
import type { ConcreteType, Kernel } from '../kernel.js';
import { loadLanes, storeLanes, vectorBytes } from '../tiles/lanes.js';
import { broadcastNest, emitRowStarts, isStretched } from './broadcast-nest.js';

/** Four lanes of a function of two float32 operands. */
export type PairFunction = (a: Local<'v128'>, b: Local<'v128'>) => Expression<'v128'>;

/** Elements of a unit. */
const unitElements = 16_384;

/** The kernel of a float32 op of two operands `a` and `b` that broadcast. */
export function binary<K extends OpName>(op: K, apply: PairFunction): Kernel<K> {
  return {
    refuse({ operands }) {
      const { dtype } = (operands as unknown as { readonly a: ValueType }).a;
      return dtype === 'float32' ? undefined : `backend wasm runs ${op} on float32 only`;
    },
    plan({ operands, results }) {
      const { a, b } = operands as unknown as Readonly<Record<'a' | 'b', ConcreteType>>;
      const nest = broadcastNest([a.shape, b.shape], results[0]!.shape);
      const { extent, steps } = nest.inner;
      const rowsOfUnit = Math.max(1, Math.floor(unitElements / Math.max(1, extent)));
      const pieces = nest.rows === 1 ? Math.ceil(extent / unitElements) : 1;
      const units = Math.ceil(nest.rows / rowsOfUnit) * pieces;
      const inPlace = (['a', 'b'] as const).filter((_, i) => !isStretched(nest, i));
      return {
        label: `${op}, 4 lanes`,
        inPlace: inPlace as never,
        stages: [
          {
            units,
            emit({ f, unit, operands: addresses, results: [y] }) {
              const from = addresses as unknown as Readonly<Record<'a' | 'b', number>>;
              const [stepA, stepB] = steps as [number, number];
              const values = [f.local('v128'), f.local('v128')] as const;
              const emitRow = (
                starts: readonly Local<'i32'>[],
                result: Local<'i32'>,
                count: number,
              ): void => {
                const pa = f.local('i32', i32.add(i32.shl(starts[0]!, 2), from.a));
                const pb = f.local('i32', i32.add(i32.shl(starts[1]!, 2), from.b));
                if (stepA === 0) f.set(values[0], v128.load32Splat(pa));
                if (stepB === 0) f.set(values[1], v128.load32Splat(pb));
                const step = (lanes: number): void => {
                  if (stepA !== 0) f.set(values[0], loadLanes(pa, lanes));
                  if (stepB !== 0) f.set(values[1], loadLanes(pb, lanes));
                  const sum = f.local('v128', apply(...values));
                  storeLanes(f, result, sum, lanes);
                };
                const whole = count - (count % 4);
                if (whole > 0) {
                  const end = f.local('i32', i32.add(result, whole * 4));
                  f.repeat(() => {
                    step(4);
                    if (stepA !== 0) f.advance(pa, vectorBytes);
                    if (stepB !== 0) f.advance(pb, vectorBytes);
                    f.advance(result, vectorBytes);
                    return i32.ne(result, end);
                  });
                }
                if (count % 4 !== 0) step(count % 4);
              };
              if (pieces > 1 || nest.rows === 1) {
                const first = f.local('i32', i32.mul(unit, unitElements));
                const starts = [stepA, stepB].map((step) => f.local('i32', i32.mul(first, step)));
                const result = f.local('i32', i32.add(i32.shl(first, 2), y!));
                const last = extent - (pieces - 1) * unitElements;
                if (pieces === 1) emitRow(starts, result, extent);
                else
                  f.if(
                    i32.ltS(unit, pieces - 1),
                    () => emitRow(starts, result, unitElements),
                    () => emitRow(starts, result, last),
                  );
                return;
              }
              const row = f.local('i32', i32.mul(unit, rowsOfUnit));
              const end = f.local('i32', i32.add(row, rowsOfUnit));
              f.if(i32.gtS(end, nest.rows), () => f.set(end, nest.rows));
              const result = f.local('i32');
              f.while(i32.ltS(row, end), () => {
                const starts = emitRowStarts(f, nest, row);
                f.set(result, i32.add(i32.mul(row, extent * 4), y!));
                emitRow(starts, result, extent);
                f.advance(row, 1);
              });
            },
          },
        ],
      };
    },
  };
}

export const arithmetic: Readonly<Record<'add' | 'sub' | 'mul' | 'div', PairFunction>> = {
  add: f32x4.add,
  sub: f32x4.sub,
  mul: f32x4.mul,
  div: f32x4.div,
};
