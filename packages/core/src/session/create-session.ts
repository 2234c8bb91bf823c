import type { Graph } from '../graph/graph.js';
import { LiveSession } from './live-session.js';
import { openWarm } from './open-engine.js';
import type { Session } from './session.js';
import type { SessionOptions } from './session-options.js';

/**
 * Optimises a graph and compiles it on the first backend that takes it, or on the fastest.
 *
 * @throws BackendUnavailableError when no provider is there, with each one's reason
 * @throws UnsupportedOpError when providers are there but none can run every node
 * @throws ExecutionError when the only provider fails to compile
 * @throws AbortedError when the signal ends it
 * @example
 * ```ts
 * import { js } from '@separable/backend-js';
 * import { createSession, graphBuilder, tensor } from '@separable/core';
 * const g = graphBuilder('positive');
 * g.output('y', g.relu({ x: g.input('x', 'float32', ['n']) }));
 * await using session = await createSession(g.build(), { backends: [js()] });
 * const { y } = await session.run({ x: tensor('float32', [2], [-1, 2]) });
 * console.log(session.considered[0]?.backend, y?.data); // js Float32Array(2) [ 0, 2 ]
 * ```
 */
export async function createSession(graph: Graph, options: SessionOptions): Promise<Session> {
  if (options.prefer === 'fastest') {
    // Loaded when it is asked for.
    const { fastestSession } = await import('./fastest/fastest-session.js');
    return fastestSession(graph, options);
  }
  return new LiveSession(graph, await openWarm(graph, options.backends, options), options);
}
