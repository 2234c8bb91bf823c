import { SeparableError } from '@separable/core';
import { FileError, UsageError } from './errors.js';
import { type ExitCode, exitCodeOf } from './exit-code.js';
import type { Io } from './io.js';

/**
 * Prints an error as `separable: message` with its hint, and its stack and causes when they are asked
 * for.
 *
 * @returns the exit status the error asks for
 */
export function complain(error: unknown, verbose: boolean, io: Io): ExitCode {
  io.stderr.write(`separable: ${textOf(error, verbose)}\n`);
  return exitCodeOf(error);
}

function textOf(error: unknown, verbose: boolean): string {
  if (!(error instanceof Error)) return `something that is no error was thrown: ${String(error)}`;
  if (verbose) return stackOf(error);
  const foreseen =
    error instanceof SeparableError || error instanceof UsageError || error instanceof FileError;
  if (foreseen) return error.message;
  return `unexpected ${error.name}: ${error.message}\n  hint: --verbose shows where it came from`;
}

function stackOf(error: Error): string {
  const { cause } = error;
  const below = cause instanceof Error ? `\ncaused by: ${stackOf(cause)}` : '';
  return `${error.stack ?? `${error.name}: ${error.message}`}${below}`;
}
