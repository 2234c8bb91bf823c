import { readSafetensors, writeSafetensors } from '../data/safetensors.js';
import { tensorEquals } from '../data/tensor.js';
import { ImportError } from '../errors/errors.js';
import type { Graph } from './graph.js';
import { graphFromJson, graphToJson } from './graph-json.js';

/** The files of a saved folder by name. */
export interface GraphFolder {
  readonly 'graph.json': Uint8Array;
  readonly 'weights.safetensors': Uint8Array;
}

const metadataKey = 'separable.graph';

/**
 * The graph as one file: a safetensors file that any reader of that format opens, with the graph's
 * JSON in its metadata.
 *
 * @example
 * ```ts
 * import { graphBuilder, graphEquals, loadGraph, saveGraph } from '@separable/core';
 * const g = graphBuilder('tiny');
 * g.output('y', g.relu({ x: g.input('x', 'float32', ['batch', 4]) }));
 * const graph = g.build();
 * console.log(graphEquals(loadGraph(saveGraph(graph)), graph)); // true
 * ```
 */
export function saveGraph(graph: Graph): Uint8Array {
  return writeSafetensors({
    tensors: graph.constants,
    metadata: { [metadataKey]: graphToJson(graph) },
  });
}

/**
 * Reads what {@link saveGraph} wrote.
 *
 * @throws ImportError when the bytes are no such file, GraphError when the graph in it is not sound
 */
export function loadGraph(file: Uint8Array): Graph {
  const { tensors, metadata } = readSafetensors(file);
  const text: unknown = metadata[metadataKey];
  if (typeof text !== 'string') {
    throw new ImportError(`this safetensors file holds no graph (metadata '${metadataKey}')`);
  }
  return graphFromJson(text, tensors);
}

/** The graph as two files: readable JSON, and weights. */
export function saveGraphFolder(graph: Graph): GraphFolder {
  return {
    'graph.json': new TextEncoder().encode(graphToJson(graph)),
    'weights.safetensors': writeSafetensors({ tensors: graph.constants, metadata: {} }),
  };
}

/**
 * Reads what {@link saveGraphFolder} wrote.
 *
 * @throws ImportError when a file is not what it should be, GraphError when the graph is not sound
 */
export function loadGraphFolder(folder: GraphFolder): Graph {
  const { tensors } = readSafetensors(folder['weights.safetensors']);
  return graphFromJson(new TextDecoder().decode(folder['graph.json']), tensors);
}

/** Whether two graphs are the same: names, types, nodes, attributes and the bits of constants. */
export function graphEquals(a: Graph, b: Graph): boolean {
  if (graphToJson(a) !== graphToJson(b)) return false;
  for (const [name, tensor] of a.constants) {
    const other = b.constants.get(name);
    if (other === undefined || !tensorEquals(tensor, other)) return false;
  }
  return true;
}
