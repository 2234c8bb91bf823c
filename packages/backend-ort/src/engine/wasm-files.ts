import type { FileOptions } from '../options.js';
import { type Build, fileStem } from './build.js';
import { nodeFiles } from './host.js';

/** The files that `wasmPaths` names: those of a prefix, or the ones given. */
export function namedFiles(
  { wasmPaths }: FileOptions,
  build: Build,
): { readonly wasm: string | undefined; readonly mjs: string | undefined } {
  if (wasmPaths === undefined) return { wasm: undefined, mjs: undefined };
  if (typeof wasmPaths === 'string') {
    const stem = wasmPaths + fileStem[build];
    return { wasm: `${stem}.wasm`, mjs: `${stem}.mjs` };
  }
  return { wasm: wasmPaths.wasm?.toString(), mjs: wasmPaths.mjs?.toString() };
}

/** Why the files that `wasmPaths` names cannot be used, without loading them; undefined when they can. */
export async function reasonAgainstFiles(
  files: FileOptions,
  build: Build,
): Promise<string | undefined> {
  const { wasm, mjs } = namedFiles(files, build);
  const needed = [files.wasmBinary === undefined ? wasm : undefined, mjs];
  for (const file of needed) {
    const reason = file === undefined ? undefined : await reasonAgainstFile(file);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

/**
 * The bytes of the `.wasm` file that `wasmPaths` names; undefined when it names none.
 *
 * @throws Error when it is not there or is something else
 */
export async function readWasm(files: FileOptions, build: Build): Promise<ArrayBuffer | undefined> {
  if (files.wasmBinary !== undefined) return bufferOf(files.wasmBinary);
  const { wasm } = namedFiles(files, build);
  if (wasm === undefined) return undefined;
  const bytes = await readFile(wasm);
  const magic = new Uint8Array(bytes, 0, Math.min(4, bytes.byteLength));
  // A server may answer any path with its front page.
  if (magic.join() !== '0,97,115,109') throw new Error(`${wasm} is not a WebAssembly file`);
  return bytes;
}

function bufferOf(bytes: ArrayBuffer | Uint8Array): ArrayBuffer {
  return bytes instanceof ArrayBuffer ? bytes : (bytes.slice().buffer as ArrayBuffer);
}

async function readFile(file: string): Promise<ArrayBuffer> {
  const path = onDisk(file);
  if (path !== undefined && nodeFiles !== undefined)
    return bufferOf(await nodeFiles.readFile(path));
  const response = await fetch(file);
  if (!response.ok) throw new Error(`${file} answered ${response.status}`);
  return response.arrayBuffer();
}

async function reasonAgainstFile(file: string): Promise<string | undefined> {
  try {
    const path = onDisk(file);
    if (path !== undefined && nodeFiles !== undefined) {
      await nodeFiles.access(path);
      return undefined;
    }
    const { status } = await fetch(file, { method: 'HEAD' });
    // Servers that do not know HEAD say 405 or 501; the file may be there.
    return status < 400 || status === 405 || status === 501
      ? undefined
      : `${file} answered ${status}`;
  } catch (error) {
    return `${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** The path of a file in Node; undefined for what has to be fetched. */
function onDisk(file: string): string | URL | undefined {
  if (nodeFiles === undefined || /^(https?|blob|data):/.test(file)) return undefined;
  return file.startsWith('file:') ? new URL(file) : file;
}
