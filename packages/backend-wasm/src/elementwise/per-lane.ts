import { callOf, f32, f32x4, f64, type Local } from '../encoder/index.js';
import type { VectorFunction } from './vector-function.js';

/**
 * A function of JavaScript's `Math` on each lane, in doubles: right to the last place and slow, for
 * functions that networks hardly use.
 */
export function perLane(name: string): VectorFunction {
  return ({ module, f }, x) => {
    const result: Local<'v128'> = f.local('v128', x);
    for (let lane = 0; lane < 4; lane++) {
      const argument = f64.promoteF32(f32x4.extractLane(x, lane));
      const value = f32.demoteF64(callOf(module.math(name), argument));
      f.set(result, f32x4.replaceLane(result, lane, value));
    }
    return result;
  };
}
