import type { Graph } from '../../graph/graph.js';
import type { Engine } from '../engine.js';
import { LiveSession } from '../live-session.js';
import { openWarm, warmUpEngine } from '../open-engine.js';
import type { Session } from '../session.js';
import type { SessionOptions } from '../session-options.js';
import { openFastest } from './open-fastest.js';

/** A session on the fastest engine, at once or, in the background, in a while. */
export async function fastestSession(graph: Graph, options: SessionOptions): Promise<Session> {
  if (options.measure?.background !== true) {
    return new LiveSession(graph, await openWarmFastest(graph, options), options);
  }
  const session = new LiveSession(graph, await openWarm(graph, options.backends, options), options);
  session.exchangeLater((signal) => openWarmFastest(graph, { ...options, signal }));
  return session;
}

function openWarmFastest(graph: Graph, options: SessionOptions): Promise<Engine> {
  return warmUpEngine(graph, options, () => openFastest(graph, options));
}
