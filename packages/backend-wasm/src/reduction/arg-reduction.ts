import { resolveAxis, sizeOf } from '@separable/core';
import { loadElements } from '../elements/element-lanes.js';
import { strideLanes } from '../elements/strided-lanes.js';
import { type Expression, f32x4, i32, i32x4, type Local, v128 } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';
import { storeLanes } from '../tiles/lanes.js';

/** The kernel that searches an axis for an extreme, four results at a time. */
export function argReduction<K extends 'argMax' | 'argMin'>(op: K): Kernel<K> {
  const kernel: Kernel<'argMax'> = {
    plan({ attributes, operands: { x } }) {
      const axis = resolveAxis(attributes.axis, x.shape.length);
      const extent = x.shape[axis]!;
      const inner = sizeOf(x.shape.slice(axis + 1));
      const lines = strideLanes(x.shape, axis, x.dtype);
      return {
        label: `${op}, 4 lanes`,
        stages: [
          {
            units: lines.units,
            emit({ f, unit, operands, results }) {
              lines.emit(f, unit, operands.x, (line, lanes) => {
                const at = f.local('i32', line.source);
                const read = (): Expression<'v128'> =>
                  inner === 1 ? line.gather(at, lanes) : loadElements(x.dtype, at, lanes);
                const best = f.local('v128', read());
                const place = f.local('v128', i32x4.splat(0));
                f.for({ from: 1, to: extent }, (index) => {
                  f.advance(at, line.step);
                  const value = f.local('v128', read());
                  const wins = f.local(
                    'v128',
                    better(
                      value,
                      best,
                      x.dtype === 'float32',
                      op === 'argMax',
                      attributes.selectLast,
                    ),
                  );
                  f.set(best, v128.bitselect(value, best, wins));
                  f.set(place, v128.bitselect(i32x4.splat(index), place, wins));
                });
                const target = i32.add(i32.shl(line.number, 2), results[0]!);
                storeLanes(f, f.local('i32', target), place, lanes);
              });
            },
          },
        ],
      };
    },
  };
  return kernel as unknown as Kernel<K>;
}

/** Where a value takes the place of the best so far; NaN is beyond every number. */
function better(
  value: Local<'v128'>,
  best: Local<'v128'>,
  isFloat: boolean,
  isMax: boolean,
  selectLast: boolean,
): Expression<'v128'> {
  const [below, above] = isFloat
    ? [selectLast ? f32x4.lt : f32x4.le, selectLast ? f32x4.gt : f32x4.ge]
    : [selectLast ? i32x4.ltS : i32x4.leS, selectLast ? i32x4.gtS : i32x4.geS];
  const isNotWorse = v128.not((isMax ? below : above)(value, best));
  if (!isFloat) return isNotWorse;
  const beatsNaN = f32x4.eq(best, best);
  const counts = selectLast ? v128.or(beatsNaN, f32x4.ne(value, value)) : beatsNaN;
  return v128.and(isNotWorse, counts);
}
