import { type FunctionBuilder, i32, type Local } from '../encoder/index.js';
import { vectorBytes } from '../tiles/lanes.js';

/** Runs of floats that lie equally far apart. */
export interface Lines {
  readonly from: Local<'i32'>;
  /** 1 unless given. */
  readonly repeats?: number;
  /** Bytes from one run to the next. */
  readonly rowBytes?: number;
  /** Floats of a run. */
  readonly length: number;
  /** Whether the vectors of a run are written out, so that each may have locals of its own. */
  readonly isStatic?: boolean;
}

/**
 * Writes the loops over the vectors of all runs. The body gets the address of a vector (of the run's
 * first where they are written out), its lanes, its number among those written out, and its offset in
 * bytes from the start of its run.
 */
export function emitLines(
  f: FunctionBuilder,
  { from, repeats = 1, rowBytes = 0, length, isStatic = false }: Lines,
  body: (at: Local<'i32'>, lanes: number, vector: number, parameter: Local<'i32'>) => void,
): void {
  const line = f.local('i32', from);
  const parameter = f.local('i32', 0);
  const rest = length % 4;
  const whole = Math.floor(length / 4);
  f.for({ from: 0, to: repeats }, () => {
    if (isStatic) {
      for (let vector = 0; vector * 4 < length; vector++) {
        body(line, Math.min(4, length - vector * 4), vector, parameter);
      }
    } else {
      const at = f.local('i32', line);
      f.set(parameter, 0);
      if (whole > 0) {
        f.while(i32.ltS(parameter, whole * vectorBytes), () => {
          body(at, 4, 0, parameter);
          f.advance(at, vectorBytes);
          f.advance(parameter, vectorBytes);
        });
      }
      if (rest > 0) body(at, rest, 0, parameter);
    }
    f.advance(line, rowBytes);
  });
}
