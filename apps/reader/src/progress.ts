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
/** A log is told less often than a terminal, which forgets. */
const millisecondsBetweenLines = 5000;

/**
 * On a terminal one line that is rewritten, and erased at the end; elsewhere one line for each phase,
 * and one every five seconds on how far a long phase has come.
 *
 * Lines are written when something begins, because a running network leaves no time for a spinner.
 *
 * @param now the time in milliseconds
 */
export function progressOn(
  stream: ProgressStream,
  now: () => number = () => performance.now(),
): Progress {
  let current = '';
  if (stream.isTTY === true) {
    return {
      phase: (name) => stream.write(`${eraseLine}${(current = name)} …`),
      step: (done, of) => stream.write(`${eraseLine}${current} ${bar(done / of)} ${done} of ${of}`),
      end: () => stream.write(eraseLine),
    };
  }
  let written = 0;
  const line = (text: string): void => {
    written = now();
    stream.write(`${text}\n`);
  };
  return {
    phase: (name) => line(`${(current = name)} …`),
    step(done, of) {
      if (done < of && now() - written >= millisecondsBetweenLines)
        line(`${current} … ${done} of ${of}`);
    },
    end: () => undefined,
  };
}

function bar(fraction: number): string {
  const width = 24;
  const filled = Math.round(width * fraction);
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
}
