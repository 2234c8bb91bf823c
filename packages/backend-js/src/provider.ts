import type { BackendProvider } from '@separable/core';
import { device, JsBackend } from './backend.js';

/**
 * Plain TypeScript kernels on the caller's thread: no WebAssembly, no generated code, no dependency.
 * Always available.
 *
 * @example
 * ```ts
 * import { graphBuilder, tensor } from '@separable/core';
 * import { js } from '@separable/backend-js';
 * const g = graphBuilder('positive');
 * const x = g.input('x', 'float32', ['n']);
 * g.output('y', g.relu({ x }));
 * await using backend = await js().create();
 * await using executable = await backend.compile(g.build());
 * const { y } = await executable.run({ x: tensor('float32', [3], [-1, 0, 2]) });
 * console.log(y?.data); // Float32Array(3) [ 0, 0, 2 ]
 * ```
 */
export function js(): BackendProvider {
  return {
    name: 'js',
    probe: async () => ({ available: true, device, features: { threads: 1 } }),
    create: async () => new JsBackend(),
  };
}
