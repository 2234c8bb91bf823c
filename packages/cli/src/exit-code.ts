import { BackendUnavailableError, ImportError, UnsupportedOpError } from '@separable/core';
import { FileError, UsageError } from './errors.js';

/** What the command's exit status says. */
export const exitCodes = {
  /** Everything was done. */
  fine: 0,
  /** The work itself failed: a run threw, a conformance case failed. */
  failed: 1,
  /** The command line cannot be obeyed. */
  usage: 2,
  /** A model or an input file cannot be read, or an output cannot be written. */
  file: 3,
  /** The backend is not there, or an op is not supported. */
  unsupported: 4,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The exit status that an error asks for. */
export function exitCodeOf(error: unknown): ExitCode {
  if (error instanceof UsageError) return exitCodes.usage;
  if (error instanceof FileError || error instanceof ImportError) return exitCodes.file;
  if (error instanceof BackendUnavailableError || error instanceof UnsupportedOpError) {
    return exitCodes.unsupported;
  }
  return exitCodes.failed;
}
