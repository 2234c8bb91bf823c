import type { BackendTable } from './backends.js';

/** A stream of text: standard output or error, or a stand-in for it. */
export interface TextStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Everything of the outside world that a command touches, except files. */
export interface Io {
  /** Results. */
  readonly stdout: TextStream;
  /** Progress, notes and errors. */
  readonly stderr: TextStream;
  /** The folder that relative paths start from. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Backends by the name that `--backend` takes; the ones of this package unless given. */
  readonly backends?: BackendTable;
}

/** Lines of text, and an end of line after the last. */
export function print(io: Io, text: string): void {
  io.stdout.write(`${text}\n`);
}

/** A value as indented JSON. Infinities and NaN, which JSON lacks, become null. */
export function printJson(io: Io, value: unknown): void {
  print(io, JSON.stringify(value, undefined, 2));
}
