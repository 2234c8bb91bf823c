import { type BackendProvider, BackendUnavailableError } from '@separable/core';
import { WasmBackend } from './backend.js';
import { engineFeatures } from './features.js';

/** How the backend runs. */
export interface WasmOptions {
  /** Whether fused multiply-add may be used where the engine has it; true. */
  readonly relaxedSimd?: boolean;
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
  const instructions = () => ({
    relaxedMadd: (options.relaxedSimd ?? true) && engineFeatures().relaxedMadd,
    // Relaxed SIMD came to V8 later than the compiler that keeps the order.
    keepsOrder: engineFeatures().relaxedMadd,
  });
  const device = () =>
    `CPU, WebAssembly SIMD${instructions().relaxedMadd ? ' with fused multiply-add' : ''}`;
  return {
    name: 'wasm',
    async probe() {
      const { missing, simd } = engineFeatures();
      if (missing !== undefined) return { available: false, reason: missing };
      const features = { simd, relaxedSimd: instructions().relaxedMadd, threads: 1 };
      return { available: true, device: device(), features };
    },
    async create() {
      const { missing } = engineFeatures();
      if (missing !== undefined) throw new BackendUnavailableError(missing);
      return new WasmBackend(device(), { instructions: instructions() });
    },
  };
}
