import { ImportError } from '@separable/core';
import { errorAt, quote } from '../proto/place.js';
import type { TensorProto } from '../proto/tensor-proto.js';

/** A piece of a file beside the model that holds a tensor's elements. */
export interface ExternalPiece {
  /** Relative to the model's folder, `/` between its parts, never leading out of it. */
  readonly location: string;
  readonly offset: number;
  /** Undefined means up to the end of the file. */
  readonly length: number | undefined;
}

/** Gives the bytes of a piece. It may throw what it likes; the import names the tensor. */
export type ExternalData = (piece: ExternalPiece) => Uint8Array;

/**
 * The bytes of a tensor whose elements stand in another file.
 *
 * @throws ImportError when the reference leaves the model's folder, or nothing can be read there
 */
export function externalBytes(
  tensor: TensorProto,
  read: ExternalData | undefined,
  wanted: number,
): Uint8Array {
  const piece = pieceOf(tensor, wanted);
  if (read === undefined) {
    const text = `the elements of tensor ${quote(tensor.name)} stand in the file ${quote(piece.location)}`;
    throw errorAt(tensor.place, `${text}; pass the option externalData to read it`);
  }
  try {
    return read(piece);
  } catch (cause) {
    if (cause instanceof ImportError) throw cause;
    const why = cause instanceof Error ? cause.message : String(cause);
    throw errorAt(
      tensor.place,
      `external data ${quote(piece.location)} cannot be read: ${why}`,
      cause,
    );
  }
}

function pieceOf(tensor: TensorProto, wanted: number): ExternalPiece {
  const entries = new Map(tensor.externalData.map(({ key, value }) => [key, value]));
  const location = entries.get('location');
  if (location === undefined) {
    throw errorAt(tensor.place, `tensor ${quote(tensor.name)} is external but names no location`);
  }
  const number = (key: string): number | undefined => {
    const text = entries.get(key);
    if (text === undefined) return undefined;
    const value = /^\d{1,16}$/.test(text) ? Number(text) : Number.NaN;
    if (!Number.isSafeInteger(value)) {
      throw errorAt(tensor.place, `external data needs a number as ${key}, got ${quote(text)}`);
    }
    return value;
  };
  const length = number('length');
  if (length !== undefined && length !== wanted) {
    throw errorAt(tensor.place, `external data has ${length} bytes, the tensor needs ${wanted}`);
  }
  return {
    location: insideFolder(location, tensor),
    offset: number('offset') ?? 0,
    length: wanted,
  };
}

/** Refuses whatever could lead out of the folder on any system, rather than resolving it. */
function insideFolder(location: string, tensor: TensorProto): string {
  const parts = location.split('/').filter((part) => part !== '.');
  const control = [...location].some((letter) => letter.charCodeAt(0) < 0x20);
  const outside = parts.some((part) => part === '' || part === '..') || /[\\:]/.test(location);
  if (outside || control || parts.length === 0) {
    const text = `external data must be a path inside the model's folder, got ${quote(location)}`;
    throw errorAt(tensor.place, text);
  }
  return parts.join('/');
}
