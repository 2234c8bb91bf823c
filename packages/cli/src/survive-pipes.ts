/** The part of a stream that tells of errors. */
export interface FailingStream {
  on(event: 'error', listener: (error: NodeJS.ErrnoException) => void): unknown;
}

/**
 * Lets a command finish its work when whoever reads its output has heard enough, as `head` does:
 * files are still written and the exit status still says what happened.
 */
export function survivePipes(...streams: readonly FailingStream[]): void {
  for (const stream of streams) {
    stream.on('error', (error) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
}
