const marker: unique symbol = Symbol.for('separable.error') as never;

/** Every kind of error Separable throws; `error.code` holds one of these. */
export type ErrorCode =
  | 'graph'
  | 'shape-mismatch'
  | 'input-mismatch'
  | 'unsupported-op'
  | 'import'
  | 'backend-unavailable'
  | 'disposed'
  | 'aborted'
  | 'execution';

/** Where in a graph an error was met. */
export interface ErrorPlace {
  readonly node?: string;
  readonly op?: string;
}

/** What an error may carry besides its message. */
export interface ErrorOptions {
  readonly cause?: unknown;
  readonly place?: ErrorPlace;
  /** One sentence that says what to do about it; printed after the message. */
  readonly hint?: string;
}

/**
 * The root of every error thrown on purpose.
 *
 * `instanceof` works across duplicate installs of this package, because it looks at a registered
 * symbol and the code, not at the class object.
 *
 * @example
 * ```ts
 * import { SeparableError } from '@separable/core';
 * try {
 *   throw new SeparableError('graph', 'no output');
 * } catch (error) {
 *   if (error instanceof SeparableError) console.log(error.code);
 * }
 * ```
 */
export class SeparableError extends Error {
  readonly code: ErrorCode;
  readonly place: ErrorPlace | undefined;
  readonly hint: string | undefined;

  constructor(code: ErrorCode, message: string, options: ErrorOptions = {}) {
    const text = options.hint === undefined ? message : `${message}\n  hint: ${options.hint}`;
    super(text, options.cause === undefined ? undefined : { cause: options.cause });
    // `shape-mismatch` is the code of ShapeMismatchError, and so on.
    this.name = `${code.replaceAll(/(?:^|-)(.)/g, (_, first: string) => first.toUpperCase())}Error`;
    this.code = code;
    this.place = options.place;
    this.hint = options.hint;
    Object.defineProperty(this, marker, { value: code });
  }

  /** The code that `instanceof` looks for; undefined accepts every marked error. */
  protected static readonly matches: ErrorCode | undefined = undefined;

  static [Symbol.hasInstance](value: unknown): boolean {
    if (typeof value !== 'object' || value === null || !(marker in value)) return false;
    return (
      this.matches === undefined || (value as Record<symbol, unknown>)[marker] === this.matches
    );
  }
}
