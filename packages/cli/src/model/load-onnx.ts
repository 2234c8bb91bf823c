import { dirname } from 'node:path';
import type { Graph } from '@separable/core';
import type { InputShapes } from './load-model.js';
import { readBytes } from './read-bytes.js';

/**
 * Imports an ONNX file, with its external data from the folder it lies in. Sizes stay open where the
 * import allows it; shapes are pinned only for a model that cannot be imported without.
 *
 * @throws ImportError, UnsupportedOpError
 */
export async function loadOnnx(path: string, inputShapes: InputShapes): Promise<Graph> {
  const bytes = await readBytes(path);
  const { importOnnx } = await import('@separable/onnx');
  const { externalFolder } = await import('@separable/onnx/node');
  const externalData = externalFolder(dirname(path));
  try {
    return importOnnx(bytes, { externalData });
  } catch (error) {
    if (Object.keys(inputShapes).length === 0) throw error;
    return importOnnx(bytes, { externalData, inputShapes });
  }
}
