import { type BackendProvider, BackendUnavailableError } from '@separable/core';
import { WasmBackend } from './backend.js';
import { engineFeatures, instructionsOf } from './features.js';
import { threadsFor } from './runtime/crew/threads.js';

/** How the backend runs. */
export interface WasmOptions {
  /** Whether fused multiply-add may be used where the engine has it; true. */
  readonly relaxedSimd?: boolean;
  /** Threads to compute with; as many as there are processors, 8 at most, unless given. */
  readonly threads?: number;
}

/**
 * WebAssembly written for the graph at hand, with SIMD.
 *
 * @example
 * ```ts
 * import { graphBuilder, tensor } from '@separable/core';
 * import { wasm } from '@separable/backend-wasm';
 * const g = graphBuilder('positive');
 * const x = g.input('x', 'float32', ['n']);
 * g.output('y', g.relu({ x }));
 * await using backend = await wasm().create();
 * await using executable = await backend.compile(g.build());
 * const { y } = await executable.run({ x: tensor('float32', [3], [-1, 0, 2]) });
 * console.log(y?.data); // Float32Array(3) [ 0, 0, 2 ]
 * ```
 */
export function wasm(options: WasmOptions = {}): BackendProvider {
  const look = async () => {
    const { missing } = engineFeatures();
    if (missing !== undefined) return { missing };
    const instructions = instructionsOf(engineFeatures(), options.relaxedSimd ?? true);
    const { count, reason } = await threadsFor(options.threads);
    const madd = instructions.relaxedMadd ? ' with fused multiply-add' : '';
    const device = `CPU, WebAssembly SIMD${madd}, ${count === 1 ? '1 thread' : `${count} threads`}`;
    return { missing, device, instructions, threads: count, reason };
  };
  return {
    name: 'wasm',
    async probe() {
      const found = await look();
      if (found.missing !== undefined) return { available: false, reason: found.missing };
      const { device, instructions, threads, reason } = found;
      const features = {
        simd: true,
        relaxedSimd: instructions.relaxedMadd,
        threads,
        ...(reason === undefined ? {} : { oneThread: reason }),
      };
      return { available: true, device, features };
    },
    async create() {
      const found = await look();
      if (found.missing !== undefined) throw new BackendUnavailableError(found.missing);
      const { device, instructions, threads } = found;
      return new WasmBackend(device, { instructions, threads, gap: 0 });
    },
  };
}
