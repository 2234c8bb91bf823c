import type { MeasurementStore } from './measure-options.js';

/** The parts of Node's built-in modules that are used; this package has no Node types. */
interface Files {
  readFile(path: string, encoding: 'utf8'): Promise<string>;
  writeFile(path: string, text: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
  mkdir(path: string, options: { readonly recursive: true }): Promise<unknown>;
}

interface Process {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly pid: number;
  getBuiltinModule?(name: string): unknown;
}

/**
 * Measurements as files of a few bytes in the user's cache folder: `XDG_CACHE_HOME`, `LOCALAPPDATA` or
 * `~/.cache`. Built-in modules are asked of the process, so that bundlers have nothing to resolve; null
 * where there are none.
 */
export function fileStore(): MeasurementStore | null {
  const { process } = globalThis as { process?: Process };
  const files = process?.getBuiltinModule?.('node:fs/promises') as Files | undefined;
  const system = process?.getBuiltinModule?.('node:os') as { homedir(): string } | undefined;
  if (process === undefined || files === undefined || system === undefined) return null;
  const { XDG_CACHE_HOME: xdg, LOCALAPPDATA: local } = process.env;
  const folder = `${xdg || local || `${system.homedir()}/.cache`}/separable`;
  const fileOf = (key: string): string => `${folder}/${key}.json`;
  return {
    get: (key) => files.readFile(fileOf(key), 'utf8'),
    async set(key, value) {
      await files.mkdir(folder, { recursive: true });
      // Renaming leaves no moment at which another process reads half a file.
      const draft = `${fileOf(key)}.${process.pid}`;
      await files.writeFile(draft, value);
      await files.rename(draft, fileOf(key));
    },
  };
}
