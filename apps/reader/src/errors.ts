/** A command line that cannot be obeyed; the program prints it with a pointer to `--help` and exits with 2. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** A file that gives no picture, or an output that cannot be written; the program prints it and exits with 1. */
export class PictureError extends Error {
  constructor(message: string, options?: { readonly cause: unknown }) {
    super(message, options);
    this.name = 'PictureError';
  }
}
