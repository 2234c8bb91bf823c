import type { Engine } from '../engine.js';
import type { SessionOptions } from '../session-options.js';

/** Tells which nodes run elsewhere, where that was asked for. */
export function reportFallback(
  { placement, backend }: Pick<Engine, 'placement' | 'backend'>,
  { fallback, onFallback }: SessionOptions,
): void {
  const fallen = placement.nodes.filter(({ mode }) => mode === 'fallback');
  if (fallback !== 'report' || fallen.length === 0) return;
  if (onFallback !== undefined) return onFallback(fallen);
  const lines = fallen.map(
    ({ node, op, backend: where, reason }) => `\n  ${node} (${op}) on ${where}: ${reason}`,
  );
  console.warn(`${fallen.length} nodes do not run on backend '${backend}'${lines.join('')}`);
}
