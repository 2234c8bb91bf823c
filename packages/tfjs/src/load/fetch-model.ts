import { ImportError } from '@separable/core';
import type { ReadModelFile, ReadRequest } from './read-model-file.js';

/**
 * Reads a model's files over HTTP: `model.json` from the address, shards from beside it with the same
 * query.
 */
export function fetchModel(address: URL): ReadModelFile {
  return async (path, request) => {
    const url = path === 'model.json' ? address : new URL(path, address);
    if (path !== 'model.json') url.search = address.search;
    const { signal } = request;
    const response = await fetch(url, signal === undefined ? {} : { signal });
    if (!response.ok) {
      throw new ImportError(`${path} cannot be loaded: ${url.href} answered ${response.status}`);
    }
    return bytesOf(response, request);
  };
}

/** The body piece by piece, so that progress is seen. */
async function bytesOf(response: Response, { onBytes }: ReadRequest): Promise<Uint8Array> {
  if (response.body === null) return new Uint8Array(await response.arrayBuffer());
  const pieces: Uint8Array[] = [];
  let length = 0;
  const reader = response.body.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    pieces.push(next.value);
    length += next.value.length;
    onBytes?.(next.value.length);
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
