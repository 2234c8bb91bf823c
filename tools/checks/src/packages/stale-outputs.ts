import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const outputOf = /\.(?:js|d\.ts)(?:\.map)?$/;

/**
 * Built files whose source is gone: they would be published all the same.
 *
 * @returns paths relative to the package's folder
 */
export function staleOutputs(packageFolder: string): readonly string[] {
  const dist = join(packageFolder, 'dist');
  if (!existsSync(dist)) return [];
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((file) => outputOf.test(file))
    .filter((file) => !existsSync(join(packageFolder, 'src', file.replace(outputOf, '.ts'))))
    .map((file) => join('dist', file))
    .sort();
}
