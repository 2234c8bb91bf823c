/** A stream to tell people on: standard error, in practice. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/** Shows what is being done. */
export interface Progress {
  /** A new phase has begun. */
  phase(name: string): void;
  /** How far the phase has come. */
  step(done: number, of: number): void;
  /** Nothing is being done any more. */
  end(): void;
}

const eraseLine = '\r\x1b[2K';

/**
 * On a terminal one line that is rewritten, and erased at the end; elsewhere one line for each phase.
 *
 * Lines are written when something begins, because a running network leaves no time for a spinner.
 */
export function progressOn(stream: ProgressStream): Progress {
  let current = '';
  if (stream.isTTY === true) {
    return {
      phase: (name) => stream.write(`${eraseLine}${(current = name)} …`),
      step: (done, of) => stream.write(`${eraseLine}${current} ${bar(done / of)} ${done} of ${of}`),
      end: () => stream.write(eraseLine),
    };
  }
  return {
    phase: (name) => stream.write(`${name} …\n`),
    step: () => undefined,
    end: () => undefined,
  };
}

function bar(fraction: number): string {
  const width = 24;
  const filled = Math.round(width * fraction);
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
}
