/** What to do about it, printed below the message, and what it came from. */
export interface CommandErrorOptions {
  readonly hint?: string;
  readonly cause?: unknown;
}

/** A command line that cannot be obeyed. */
export class UsageError extends Error {
  constructor(message: string, { hint, cause }: CommandErrorOptions = {}) {
    super(withHint(message, hint), { cause });
    this.name = 'UsageError';
  }
}

/** A file that cannot be read, is not what it should be, or cannot be written. */
export class FileError extends Error {
  constructor(message: string, { hint, cause }: CommandErrorOptions = {}) {
    super(withHint(message, hint), { cause });
    this.name = 'FileError';
  }
}

function withHint(message: string, hint: string | undefined): string {
  return hint === undefined ? message : `${message}\n  hint: ${hint}`;
}
