import type { AvailableProbe, BackendProvider } from '../../backend/contract.js';
import type { Graph } from '../../graph/graph.js';
import { printGraph } from '../../graph/print.js';
import type { SessionOptions } from '../session-options.js';

/** A provider that is there, and what it found. */
export interface Candidate {
  readonly provider: BackendProvider;
  readonly probe: AvailableProbe;
}

/**
 * A key that changes with all that decides which engine is fastest: the graph's nodes and shapes, the
 * sizes measured, whether nodes may fall back, and every engine's device and features. The values of
 * weights do not count.
 */
export function measurementKey(
  graph: Graph,
  candidates: readonly Candidate[],
  { measure, fallback }: SessionOptions,
): string {
  const devices = candidates.map(({ provider, probe }) => [provider.name, probe]);
  const facts = JSON.stringify([measure?.shapes, fallback, devices]);
  return `separable-1-${hash(printGraph(graph) + facts)}`;
}

/** FNV-1a in two halves: a wrong hit costs time, never a wrong number. */
function hash(text: string): string {
  let [a, b] = [0x811c9dc5, 0x01000193];
  for (let i = 0; i < text.length; i++) {
    a = Math.imul(a ^ text.charCodeAt(i), 0x01000193);
    b = Math.imul(b ^ text.charCodeAt(i), 0x5bd1e995);
  }
  return [a, b].map((half) => (half >>> 0).toString(16).padStart(8, '0')).join('');
}
