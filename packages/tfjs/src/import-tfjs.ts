import { type Dim, type Graph, GraphError, ShapeMismatchError } from '@separable/core';
import type { Json } from './file/json.js';
import { parseModelJson } from './file/parse-model-json.js';
import { errorAt } from './file/place.js';
import { readWeightsManifest } from './file/weights-manifest.js';
import { importGraphModel } from './graph-model/import-graph-model.js';
import { importLayersModel } from './layers-model/import-layers-model.js';
import { type Shards, Weights } from './weights/weights.js';

/** A TensorFlow.js model in memory. */
export interface TfjsFiles {
  /** `model.json`: its bytes or its text. */
  readonly modelJson: Uint8Array | string;
  /** The shards by the paths that `weightsManifest` gives them. */
  readonly shards: Shards;
}

/** Options of the import. */
export interface ImportOptions {
  /** Shapes that fix or name what the model leaves open, by input. */
  readonly inputShapes?: Readonly<Record<string, readonly Dim[]>>;
}

/**
 * Imports a TensorFlow.js layers model or graph model as a graph.
 *
 * Inputs of a layers model are named after its input layers and outputs after the layers that make
 * them; a graph model's have the names of its signature. Feature maps are NHWC in both, and stay so.
 * Open sizes become symbols: `batch`, and `H`, `W` of images. Quantised and float16 weights become
 * float32.
 *
 * Source: the format of `tf.io` in TensorFlow.js 4.
 *
 * @throws ImportError naming the place in model.json of what is wrong
 * @throws UnsupportedOpError listing every layer or node that the op table cannot compute
 * @example
 * ```ts
 * import { printGraph } from '@separable/core';
 * import { importTfjs } from '@separable/tfjs';
 * export function show(modelJson: Uint8Array, shard: Uint8Array): string {
 *   const shards = new Map([['group1-shard1of1.bin', shard]]);
 *   return printGraph(importTfjs({ modelJson, shards }));
 * }
 * ```
 */
export function importTfjs({ modelJson, shards }: TfjsFiles, options: ImportOptions = {}): Graph {
  const model = parseModelJson(modelJson);
  return importParsed(model, new Weights(readWeightsManifest(model), shards), options);
}

/** The graph of a model.json that has been read. */
export function importParsed(model: Json, weights: Weights, options: ImportOptions): Graph {
  const { inputShapes = {} } = options;
  const isGraph = !model.get('modelTopology').get('node').isAbsent;
  try {
    return isGraph
      ? importGraphModel(model, weights, inputShapes)
      : importLayersModel(model, weights, inputShapes);
  } catch (error) {
    if (!(error instanceof GraphError || error instanceof ShapeMismatchError)) throw error;
    // No layer or node made it: an input or output of the graph is not sound.
    throw errorAt('modelTopology', error.message, error);
  }
}
