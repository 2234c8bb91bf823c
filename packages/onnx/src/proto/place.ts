import { ImportError } from '@separable/core';

/** A stretch of an ONNX file and the way to it from the model: `graph.node[12].attribute[0].t`. */
export interface Place {
  readonly parent: Place | undefined;
  readonly step: string;
  /** Offset of its first byte in the file. */
  readonly offset: number;
}

export function pathOf(place: Place): string {
  const steps: string[] = [];
  for (let at: Place | undefined = place; at !== undefined; at = at.parent) {
    if (at.step !== '') steps.push(at.step);
  }
  return steps.length === 0 ? 'model' : steps.reverse().join('.');
}

/** An error that names where in the file it was met. */
export function errorAt(place: Place, message: string, cause?: unknown): ImportError {
  const options = cause === undefined ? {} : { cause };
  return new ImportError(`ONNX file, ${pathOf(place)} (byte ${place.offset}): ${message}`, options);
}

const shownLetters = 80;

/** A name from a file as messages show it: quoted, without control characters, not endless. */
export function quote(name: string): string {
  const shown = name.length > shownLetters ? `${name.slice(0, shownLetters)}…` : name;
  return JSON.stringify(shown);
}
