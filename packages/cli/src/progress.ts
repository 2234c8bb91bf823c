import type { TextStream } from './io.js';

/** Tells a person what is being done. */
export interface Progress {
  /** What is being done now. Shown on a terminal only. */
  phase(name: string): void;
  /** How far it has come. Shown on a terminal only. */
  step(done: number, of: number, about?: string): void;
  /** Something to know, on a line of its own, wherever the stream goes. */
  note(text: string): void;
  /** Nothing is being done any more. */
  end(): void;
}

const eraseLine = '\r\u001B[2K';
/** Terminals need no more than this many redraws; a fast suite would spend its time on them. */
const millisecondsBetweenSteps = 50;

/**
 * Progress on a stream. On a terminal it is one line that is rewritten and erased in the end;
 * elsewhere only notes are written. The line is written when something begins, because a running
 * network leaves no time for a spinner.
 */
export function progressOn(stream: TextStream): Progress {
  const live = stream.isTTY === true;
  let [current, shown] = ['', 0];
  return {
    phase(name) {
      current = name;
      if (live) stream.write(`${eraseLine}${name} …`);
    },
    step(done, of, about = '') {
      const now = performance.now();
      if (!live || (now - shown < millisecondsBetweenSteps && done < of)) return;
      shown = now;
      stream.write(
        `${eraseLine}${`${current} ${bar(done / of)} ${done} of ${of} ${about}`.trimEnd()}`,
      );
    },
    note(text) {
      stream.write(`${live ? eraseLine : ''}${text}\n`);
    },
    end() {
      if (live) stream.write(eraseLine);
    },
  };
}

function bar(fraction: number): string {
  const width = 24;
  const filled = Math.round(width * Math.min(1, fraction));
  return `${'█'.repeat(filled)}${'░'.repeat(width - filled)}`;
}
