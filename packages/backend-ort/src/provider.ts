import { type BackendProvider, BackendUnavailableError } from '@separable/core';
import { OrtBackend } from './backend.js';
import { reasonAgainstStart, startRuntime } from './engine/runtime.js';
import { reasonAgainstFiles } from './engine/wasm-files.js';
import type { OrtOptions } from './options.js';
import type { ExecutionProvider } from './provider/execution-provider.js';
import { wasmProvider } from './provider/wasm.js';
import { webgpuProvider } from './provider/webgpu.js';
import { webnnProvider } from './provider/webnn.js';

/**
 * onnxruntime-web: a graph is lowered to ONNX in memory and runs whole on one of its execution
 * providers, named `ort:wasm`, `ort:webgpu` or `ort:webnn`. Nothing is loaded before the backend is
 * created.
 *
 * @param options which provider; WebAssembly unless given
 * @example
 * ```ts
 * import { graphBuilder, tensor } from '@separable/core';
 * import { ort } from '@separable/backend-ort';
 * const g = graphBuilder('positive');
 * const x = g.input('x', 'float32', ['n']);
 * g.output('y', g.relu({ x }));
 * await using backend = await ort({ provider: 'wasm', threads: 1 }).create();
 * await using executable = await backend.compile(g.build());
 * const { y } = await executable.run({ x: tensor('float32', [3], [-1, 0, 2]) });
 * console.log(y?.data); // Float32Array(3) [ 0, 0, 2 ]
 * ```
 */
export function ort(options: OrtOptions = {}): BackendProvider {
  const provider = providerOf(options);
  const { name, build, threads } = provider;
  return {
    name,
    async probe() {
      const sight = await provider.look();
      if ('absent' in sight) return { available: false, reason: sight.absent };
      const reason =
        reasonAgainstStart(build, threads) ?? (await reasonAgainstFiles(options, build));
      return reason === undefined ? { available: true, ...sight } : { available: false, reason };
    },
    async create() {
      // Before megabytes are loaded for a device that is not there.
      const sight = await provider.look();
      if ('absent' in sight) throw new BackendUnavailableError(sight.absent, { hint: sight.hint });
      const runtime = await startRuntime(build, options, threads);
      return new OrtBackend(name, runtime, await provider.take(runtime));
    },
  };
}

function providerOf(options: OrtOptions): ExecutionProvider {
  switch (options.provider) {
    case 'webgpu':
      return webgpuProvider(options);
    case 'webnn':
      return webnnProvider(options);
    default:
      return wasmProvider(options);
  }
}
