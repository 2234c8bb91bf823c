import { mkdir, stat, writeFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { type Graph, saveGraph, saveGraphFolder } from '@separable/core';
import { FileError, UsageError } from '../errors.js';

/** What OUT may be, for help. */
export const writtenHelp: string =
  'OUT is an .onnx file, a .safetensors file, which is the native form as one file, or a folder, which\n' +
  'gets graph.json and weights.safetensors. Its ending says which.';

/** How an ONNX file is written; `exportOnnx` says more. */
export type Numerics = 'exact' | 'plain';

/** A form in which a model can be written. */
export type Form = 'onnx' | 'file' | 'folder';

const forms: Readonly<Record<string, Form>> = {
  '.onnx': 'onnx',
  '.safetensors': 'file',
  '': 'folder',
};

/**
 * The form that a path asks for: by its ending, or the folder that lies there.
 *
 * @throws UsageError on an ending that no form has
 */
export async function formOf(path: string): Promise<Form> {
  const found = await stat(path).catch(() => undefined);
  if (found?.isDirectory()) return 'folder';
  const ending = extname(path).toLowerCase();
  const form = Object.hasOwn(forms, ending) ? forms[ending] : undefined;
  if (form === undefined) {
    throw new UsageError(`OUT cannot be written as '${ending}'`, {
      hint:
        ending === '.json'
          ? 'models of TensorFlow.js are read, not written; OUT ends in .onnx or .safetensors, or is a folder'
          : 'OUT ends in .onnx or .safetensors, or is a folder',
    });
  }
  return form;
}

/**
 * Writes a graph in a form.
 *
 * @returns the bytes written
 * @throws UnsupportedOpError when ONNX cannot express it, before anything is written; FileError when the
 *   system refuses
 */
export async function writeModel(
  graph: Graph,
  path: string,
  form: Form,
  numerics: Numerics,
): Promise<number> {
  const files = await filesOf(graph, path, form, numerics);
  try {
    if (form === 'folder') await mkdir(path, { recursive: true });
    for (const [file, bytes] of files) await writeFile(file, bytes);
  } catch (cause) {
    throw new FileError(`${path} cannot be written: ${(cause as Error).message}`, { cause });
  }
  return files.reduce((sum, [, bytes]) => sum + bytes.length, 0);
}

async function filesOf(
  graph: Graph,
  path: string,
  form: Form,
  numerics: Numerics,
): Promise<readonly (readonly [path: string, bytes: Uint8Array])[]> {
  switch (form) {
    case 'onnx': {
      const { exportOnnx } = await import('@separable/onnx');
      return [[path, exportOnnx(graph, { numerics })]];
    }
    case 'file':
      return [[path, saveGraph(graph)]];
    case 'folder':
      return Object.entries(saveGraphFolder(graph)).map(([name, bytes]) => [
        join(path, name),
        bytes as Uint8Array,
      ]);
  }
}
