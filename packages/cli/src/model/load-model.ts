import { stat } from 'node:fs/promises';
import { extname, join } from 'node:path';
import {
  type Graph,
  ImportError,
  loadGraph,
  loadGraphFolder,
  SeparableError,
  UnsupportedOpError,
} from '@separable/core';
import { FileError } from '../errors.js';
import { readBytes, unreadable } from './read-bytes.js';
import { loadOnnx } from './load-onnx.js';
import { loadTfjsFile } from './load-tfjs.js';

/** Shapes by input, for a format that may need them to read a model. */
export type InputShapes = Readonly<Record<string, readonly number[]>>;

/** What MODEL may be, for help. */
export const modelHelp: string =
  'MODEL is an .onnx file, the model.json of a TensorFlow.js model, a .safetensors file that\n' +
  'saveGraph wrote, or a folder with model.json or of saveGraphFolder (graph.json and\n' +
  'weights.safetensors). External data of an .onnx file and the shards of a model.json are read\n' +
  'from the folder of the file and nowhere else.';

type Loader = (path: string, shapes: InputShapes) => Promise<Graph>;

const loaders: Readonly<Record<string, Loader>> = {
  '.json': loadTfjsFile,
  '.onnx': loadOnnx,
  '.safetensors': async (path) => loadGraph(await readBytes(path)),
};

/**
 * Reads a model of any kind that the command takes.
 *
 * @throws FileError when there is none or it is of no known kind; ImportError when it is damaged;
 *   UnsupportedOpError listing what cannot be imported
 */
export async function loadModel(path: string, shapes: InputShapes = {}): Promise<Graph> {
  const load = await loaderOf(path);
  try {
    return await load(path, shapes);
  } catch (error) {
    if (!(error instanceof SeparableError) || error instanceof UnsupportedOpError) throw error;
    // Which file it was is the first thing to know; a graph that is not sound is a file that is not.
    throw new ImportError(`${path}: ${error.message}`, { cause: error });
  }
}

async function loaderOf(path: string): Promise<Loader> {
  const found = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause);
  });
  if (found.isDirectory()) {
    const tfjs = await stat(join(path, 'model.json')).catch(() => undefined);
    return tfjs === undefined
      ? loadFolder
      : (_, shapes) => loadTfjsFile(join(path, 'model.json'), shapes);
  }
  const load = loaders[extname(path).toLowerCase()];
  if (load === undefined) {
    const endings = new Intl.ListFormat('en', { type: 'disjunction' }).format(Object.keys(loaders));
    throw new FileError(`${path} is no model that can be read`, {
      hint: `a model is a file that ends in ${endings}, or a folder with model.json or graph.json`,
    });
  }
  return load;
}

async function loadFolder(folder: string): Promise<Graph> {
  return loadGraphFolder({
    'graph.json': await readBytes(join(folder, 'graph.json')),
    'weights.safetensors': await readBytes(join(folder, 'weights.safetensors')),
  });
}
