import { basename, dirname } from 'node:path';
import type { Graph } from '@separable/core';
import type { InputShapes } from './load-model.js';

/**
 * Imports a TensorFlow.js model, with its shards from the folder model.json lies in. Sizes stay open
 * where the model leaves them so; shapes are pinned only for a model that cannot be imported without.
 *
 * @throws ImportError, UnsupportedOpError
 */
export async function loadTfjsFile(path: string, inputShapes: InputShapes): Promise<Graph> {
  const { loadTfjs } = await import('@separable/tfjs');
  const { modelFolder } = await import('@separable/tfjs/node');
  const read = modelFolder(dirname(path), basename(path));
  try {
    return await loadTfjs(read);
  } catch (error) {
    if (Object.keys(inputShapes).length === 0) throw error;
    return loadTfjs(read, { inputShapes });
  }
}
