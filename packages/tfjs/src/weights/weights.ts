import { ImportError, type Tensor } from '@separable/core';
import { errorAt, quote } from '../file/place.js';
import type { ShardGroup, WeightSpec } from '../file/weights-manifest.js';
import { decodeWeight } from './decode-weight.js';

/** Bytes of the shards by the paths the manifest gives them. */
export type Shards = ReadonlyMap<string, Uint8Array>;

/** The weights of a model by name; each is decoded when it is asked for. */
export class Weights {
  private readonly found = new Map<
    string,
    { readonly spec: WeightSpec; readonly parts: readonly Uint8Array[] }
  >();

  private byTail: ReadonlyMap<string, string | null> | undefined;

  /** @throws ImportError when a shard is missing or a group has other bytes than its weights need */
  constructor(groups: readonly ShardGroup[], shards: Shards) {
    for (const group of groups) {
      const parts = group.paths.map((path) => {
        const bytes = shards.get(path);
        if (bytes !== undefined) return bytes;
        throw new ImportError(`the shard ${quote(path)} that ${group.place} names is missing`);
      });
      const got = parts.reduce((sum, part) => sum + part.length, 0);
      if (got !== group.byteLength) {
        const text = `its shards have ${got} bytes, its weights need ${group.byteLength}`;
        throw errorAt(group.place, text);
      }
      for (const spec of group.weights) this.found.set(spec.name, { spec, parts });
    }
  }

  has(name: string): boolean {
    return this.found.has(name);
  }

  /** The one weight whose name ends in two segments such as `conv/kernel`; undefined where several do. */
  endingIn(tail: string): string | undefined {
    this.byTail ??= namesByTail(this.found.keys());
    return this.byTail.get(tail) ?? undefined;
  }

  get(name: string): Tensor | undefined {
    const weight = this.found.get(name);
    if (weight === undefined) return undefined;
    const { spec, parts } = weight;
    return decodeWeight(spec, cut(parts, spec.offset, spec.byteLength));
  }
}

/** Names by their last two segments; null where they are those of several. */
function namesByTail(names: Iterable<string>): ReadonlyMap<string, string | null> {
  const byTail = new Map<string, string | null>();
  for (const name of names) {
    const tail = name.split('/').slice(-2).join('/');
    byTail.set(tail, byTail.has(tail) ? null : name);
  }
  return byTail;
}

/** A stretch of bytes over one or more parts: a view where one part holds all of it. */
function cut(parts: readonly Uint8Array[], offset: number, length: number): Uint8Array {
  let start = offset;
  const pieces: Uint8Array[] = [];
  let left = length;
  for (const part of parts) {
    if (start < part.length && left > 0) {
      const piece = part.subarray(start, start + left);
      pieces.push(piece);
      left -= piece.length;
    }
    start = Math.max(0, start - part.length);
  }
  const [only] = pieces;
  if (pieces.length === 1) return only!;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return joined;
}
