import { readFile } from 'node:fs/promises';
import { FileError } from '../errors.js';

const reasons: Readonly<Record<string, (path: string) => string>> = {
  ENOENT: (path) => `there is no file ${path}`,
  ENOTDIR: (path) => `there is no file ${path}`,
  EISDIR: (path) => `${path} is a folder, not a file`,
  EACCES: (path) => `${path} may not be read`,
  ERR_FS_FILE_TOO_LARGE: (path) => `${path} is too large to be read into memory`,
};

/**
 * A whole file.
 *
 * @throws FileError that says in words what the system says in a code
 */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

/** The error for a file that the system would not give. */
export function unreadable(path: string, cause: unknown): FileError {
  const code = String((cause as { readonly code?: unknown } | undefined)?.code ?? cause);
  return new FileError(reasons[code]?.(path) ?? `${path} cannot be read: ${code}`, { cause });
}
