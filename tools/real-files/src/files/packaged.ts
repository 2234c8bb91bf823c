import { readFile } from 'node:fs/promises';

const modules = new URL('../../node_modules/', import.meta.url);

/** A file of an installed package, whether or not the package exports it. */
export async function packaged(path: string): Promise<Uint8Array> {
  return new Uint8Array(await readFile(new URL(path, modules)));
}

/** The folder of an installed package. */
export function packageFolder(path: string): URL {
  return new URL(path, modules);
}
