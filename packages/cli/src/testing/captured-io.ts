import type { BackendTable } from '../backends.js';
import type { Io } from '../io.js';

/** Streams that keep what is written to them. */
export interface CapturedIo extends Io {
  /** What was written to standard output so far. */
  out(): string;
  /** What was written to standard error so far. */
  err(): string;
}

/** An {@link Io} for tests. */
export function capturedIo(cwd: string, backends?: BackendTable): CapturedIo {
  const [out, err] = [[] as string[], [] as string[]];
  return {
    stdout: { write: (text) => out.push(text) },
    stderr: { write: (text) => err.push(text) },
    cwd,
    env: {},
    ...(backends === undefined ? {} : { backends }),
    out: () => out.join(''),
    err: () => err.join(''),
  };
}
