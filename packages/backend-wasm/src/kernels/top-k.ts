import { bytesPerElement, type DType, resolveAxis, sizeOf } from '@separable/core';
import { shares } from '../elements/shares.js';
import { type Expression, f32, type FunctionBuilder, i32, type Local } from '../encoder/index.js';
import type { Kernel } from '../kernel.js';

/** Keeps the best k of a line in order in the results while it is read: few of its elements get in. */
export const topK: Kernel<'topK'> = {
  plan({ attributes: { k, axis: named, largest }, operands: { x } }) {
    const axis = resolveAxis(named, x.shape.length);
    const extent = x.shape[axis]!;
    const inner = sizeOf(x.shape.slice(axis + 1));
    const lines = k === 0 ? 0 : sizeOf(x.shape.slice(0, axis)) * inner;
    const work = shares(lines, extent);
    const bytes = bytesPerElement(x.dtype);
    return {
      label: 'topK, by insertion',
      stages: [
        {
          units: work.units,
          emit({ f, unit, operands, results: [values, indices] }) {
            work.emit(f, unit, (line) => {
              const outer = f.local('i32', i32.divU(line, inner));
              const within = f.local('i32', i32.remU(line, inner));
              const startOf = (length: number): Local<'i32'> =>
                f.local('i32', i32.add(i32.mul(outer, length * inner), within));
              const source = f.local('i32', i32.add(i32.mul(startOf(extent), bytes), operands.x));
              const start = startOf(k);
              const value = f.local('i32', i32.add(i32.mul(start, bytes), values!));
              const index = f.local('i32', i32.add(i32.mul(start, 4), indices!));
              f.for({ from: 0, to: extent }, (position) => {
                emitInsert(f, x.dtype, { value, index, inner, k, largest }, source, position);
                f.advance(source, inner * bytes);
              });
            });
          },
        },
      ],
    };
  },
};

interface Best {
  /** Addresses of the first of the best, in either result. */
  readonly value: Local<'i32'>;
  readonly index: Local<'i32'>;
  readonly inner: number;
  readonly k: number;
  readonly largest: boolean;
}

/** Writes the code that moves an element up past all that it beats, from behind the last. */
function emitInsert(
  f: FunctionBuilder,
  dtype: DType,
  { value, index, inner, k, largest }: Best,
  source: Local<'i32'>,
  position: Local<'i32'>,
): void {
  const bytes = bytesPerElement(dtype);
  const load = bytes === 4 ? i32.load : i32.load8U;
  const store = bytes === 4 ? i32.store : i32.store8;
  const at = (base: Local<'i32'>, place: Expression<'i32'>, size: number): Expression<'i32'> =>
    i32.add(base, i32.mul(place, inner * size));
  const rank = f.local('i32', position);
  f.if(i32.gtS(rank, k), () => f.set(rank, k));
  const bits = f.local('i32', load(source));
  const goes = f.local('i32', 1);
  const place = (target: Local<'i32'>, from: Local<'i32'>, element: Local<'i32'>): void => {
    f.if(i32.ltS(target, k), () => {
      f.do(store(at(value, target, bytes), element));
      f.do(i32.store(at(index, target, 4), from));
    });
  };
  const other = f.local('i32');
  const otherPosition = f.local('i32');
  const above = f.local('i32');
  f.while(i32.and(goes, i32.gtS(rank, 0)), () => {
    f.set(above, i32.sub(rank, 1));
    f.set(other, load(at(value, above, bytes)));
    f.set(goes, largest ? beats(dtype, bits, other) : beats(dtype, other, bits));
    f.if(goes, () => {
      f.set(otherPosition, i32.load(at(index, above, 4)));
      place(rank, otherPosition, other);
      f.set(rank, above);
    });
  });
  place(rank, position, bits);
}

/** Whether a is greater than b, which both are bits; NaN is the greatest of floats. */
function beats(dtype: DType, a: Local<'i32'>, b: Local<'i32'>): Expression<'i32'> {
  if (dtype !== 'float32') return i32.gtS(a, b);
  const [x, y] = [f32.reinterpretI32(a), f32.reinterpretI32(b)];
  return i32.and(i32.eqz(f32.le(x, y)), f32.eq(y, y));
}
