import { type FunctionBuilder, i32, type Local } from '../encoder/index.js';

/** One axis that several values are walked along, each by its own step. */
export interface SteppedAxis {
  readonly extent: number;
  readonly steps: readonly number[];
}

/** Writes the code that finds where index `index`, counted over all axes, lies in each of `values` values. */
export function emitPlaces(
  f: FunctionBuilder,
  axes: readonly SteppedAxis[],
  index: Local<'i32'>,
  values: number,
): readonly Local<'i32'>[] {
  const places = Array.from({ length: values }, () => f.local('i32', 0));
  const rest = f.local('i32', index);
  const own = f.local('i32');
  for (const [axis, { extent, steps }] of [...axes.entries()].reverse()) {
    f.set(own, axis === 0 ? rest : i32.remU(rest, extent));
    if (axis > 0) f.set(rest, i32.divU(rest, extent));
    steps.forEach((step, value) => {
      if (step !== 0) f.advance(places[value]!, i32.mul(own, step));
    });
  }
  return places;
}
