import {
  callOf,
  type Expression,
  f32,
  f32x4,
  f64,
  type FunctionRef,
  i32x4,
  type Local,
} from '../encoder/index.js';
import type { VectorFunction, VectorSite } from './vector-function.js';

/** A function of single numbers, written into a function of its own. */
type Scalar<T extends 'f64' | 'i32'> = (
  site: VectorSite,
  ...values: readonly Local<T>[]
) => Expression<T>;

/**
 * A function of JavaScript's `Math` on each lane, in doubles: right to the last place and slow, for
 * functions that networks hardly use.
 */
export function perLane(name: string): VectorFunction {
  return (site, x) => floatLanes(site, [x], site.module.math(name));
}

/** A function of floats, in doubles, on each lane; modules hold its code once under the key. */
export function perFloat(
  site: VectorSite,
  key: string,
  values: readonly Local<'v128'>[],
  scalar: Scalar<'f64'>,
): Expression<'v128'> {
  return floatLanes(site, values, scalarFunction(site, key, 'f64', values.length, scalar));
}

/** The same for integers of 32 bits. */
export function perInteger(
  site: VectorSite,
  key: string,
  values: readonly Local<'v128'>[],
  scalar: Scalar<'i32'>,
): Expression<'v128'> {
  const callee = scalarFunction(site, key, 'i32', values.length, scalar);
  const result = site.f.local('v128');
  for (let lane = 0; lane < 4; lane++) {
    const operands = values.map((value) => i32x4.extractLane(value, lane));
    site.f.set(result, i32x4.replaceLane(result, lane, callOf(callee, ...operands)));
  }
  return result;
}

function floatLanes(
  { f }: VectorSite,
  values: readonly Local<'v128'>[],
  callee: FunctionRef<readonly 'f64'[], 'f64'>,
): Expression<'v128'> {
  const result = f.local('v128');
  for (let lane = 0; lane < 4; lane++) {
    const operands = values.map((value) => f64.promoteF32(f32x4.extractLane(value, lane)));
    f.set(result, f32x4.replaceLane(result, lane, f32.demoteF64(callOf(callee, ...operands))));
  }
  return result;
}

function scalarFunction<T extends 'f64' | 'i32'>(
  { module }: VectorSite,
  key: string,
  type: T,
  operands: number,
  scalar: Scalar<T>,
): FunctionRef<readonly T[], T> {
  const params: readonly T[] = Array.from({ length: operands }, () => type);
  return module.once(key, () =>
    module.define(params, (f, ...values) => f.result(scalar({ module, f }, ...values)), type),
  );
}
