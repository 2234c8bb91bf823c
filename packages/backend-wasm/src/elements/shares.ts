import { type FunctionBuilder, i32, type Local } from '../encoder/index.js';

/** Items of equal work, dealt out to units. */
export interface Shares {
  readonly units: number;
  /** Writes the loop of a unit over its items. */
  emit(f: FunctionBuilder, unit: Local<'i32'>, body: (item: Local<'i32'>) => void): void;
}

/** Elements that take a unit some ten microseconds. */
const unitElements = 16_384;

/**
 * Deals `count` items out.
 *
 * @param elements elements that an item takes
 * @param perUnit elements that a unit should take
 */
export function shares(count: number, elements: number, perUnit: number = unitElements): Shares {
  const items = Math.max(1, Math.floor(perUnit / Math.max(1, elements)));
  return {
    units: Math.ceil(count / items),
    emit(f, unit, body) {
      const first = f.local('i32', i32.mul(unit, items));
      const end = f.local('i32', i32.add(first, items));
      if (count % items > 0) f.if(i32.gtS(end, count), () => f.set(end, count));
      f.for({ from: first, to: end }, body);
    },
  };
}
