import { ImportError } from '@separable/core';

const longest = 80;

/** Text of a file as messages show it: quoted and cut. */
export function quote(text: string): string {
  return JSON.stringify(text.length > longest ? `${text.slice(0, longest)}…` : text);
}

/** The error of something wrong at a place of the file, such as `modelTopology.node[3].attr.strides`. */
export function errorAt(place: string, message: string, cause?: unknown): ImportError {
  const where = place === '' ? 'model.json' : `model.json, ${place}`;
  return new ImportError(`${where}: ${message}`, cause === undefined ? {} : { cause });
}
