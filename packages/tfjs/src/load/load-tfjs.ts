import { AbortedError, type Graph, ImportError, SeparableError } from '@separable/core';
import { parseModelJson } from '../file/parse-model-json.js';
import { quote } from '../file/place.js';
import { readWeightsManifest } from '../file/weights-manifest.js';
import { importParsed, type ImportOptions } from '../import-tfjs.js';
import { Weights } from '../weights/weights.js';
import { fetchModel } from './fetch-model.js';
import type { ReadModelFile } from './read-model-file.js';

/** How far the shards of a model are. */
export interface LoadProgress {
  /** Bytes of shards that have arrived. */
  readonly loadedBytes: number;
  /** Bytes of all shards, known from model.json before any is asked for. */
  readonly totalBytes: number;
}

/** Options of {@link loadTfjs}. */
export interface LoadOptions extends ImportOptions {
  /** Told as pieces of shards arrive. */
  readonly onProgress?: (progress: LoadProgress) => void;
  readonly signal?: AbortSignal;
}

/** Shards under way at a time: enough to fill a connection, few enough for any server. */
const atATime = 6;

/**
 * Loads a TensorFlow.js model and imports it as {@link importTfjs} does.
 *
 * @param source the address of model.json, or a function that reads the model's files, such as
 *   `modelFolder` of `@separable/tfjs/node`
 * @throws ImportError when a file cannot be read or is not what model.json says
 * @throws UnsupportedOpError listing every layer or node that the op table cannot compute
 * @throws AbortedError when the signal ends it
 * @example
 * ```ts
 * import type { Graph } from '@separable/core';
 * import { loadTfjs } from '@separable/tfjs';
 * export function load(address: string): Promise<Graph> {
 *   return loadTfjs(address, {
 *     onProgress: ({ loadedBytes, totalBytes }) => console.log(loadedBytes / totalBytes),
 *   });
 * }
 * ```
 */
export async function loadTfjs(
  source: string | URL | ReadModelFile,
  options: LoadOptions = {},
): Promise<Graph> {
  const { onProgress, signal } = options;
  const read = guarded(
    typeof source === 'function' ? source : fetchModel(addressOf(source)),
    signal,
  );
  const model = parseModelJson(await read('model.json'));
  const groups = readWeightsManifest(model);
  const totalBytes = groups.reduce((sum, { byteLength }) => sum + byteLength, 0);
  let loadedBytes = 0;
  const shards = new Map<string, Uint8Array>();
  const paths = [...new Set(groups.flatMap(({ paths: list }) => list))];
  await inTurn(paths, async (path) => {
    let told = 0;
    const tell = (count: number): void => {
      told += count;
      loadedBytes += count;
      onProgress?.({ loadedBytes, totalBytes });
    };
    const bytes = await read(path, tell);
    // A reader that does not tell pieces has told nothing yet.
    if (bytes.length > told) tell(bytes.length - told);
    shards.set(path, bytes);
  });
  return importParsed(model, new Weights(groups, shards), options);
}

function addressOf(source: string | URL): URL {
  try {
    return new URL(source, globalThis.location?.href);
  } catch (cause) {
    throw new ImportError(`${quote(String(source))} is no address of a model.json`, { cause });
  }
}

/** A reader whose errors are typed, whatever it throws. */
function guarded(read: ReadModelFile, signal: AbortSignal | undefined) {
  return async (path: string, onBytes?: (count: number) => void): Promise<Uint8Array> => {
    if (signal?.aborted) throw new AbortedError('loading the model');
    try {
      return await read(path, { signal, onBytes });
    } catch (cause) {
      if (signal?.aborted) throw new AbortedError('loading the model', { cause });
      if (cause instanceof SeparableError) throw cause;
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new ImportError(`${quote(path)} cannot be read: ${why}`, { cause });
    }
  };
}

/** Runs a task for each item, a few at a time; the first error ends it. */
async function inTurn(
  items: readonly string[],
  task: (item: string) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  const worker = async (): Promise<void> => {
    for (const item of queue) await task(item);
  };
  await Promise.all(Array.from({ length: Math.min(atATime, items.length) }, worker));
}
