import { type Bindings, bindSymbols, type Graph, SeparableError, typeOf } from '@separable/core';
import { UsageError } from '../errors.js';
import { symbolsOf } from '../model/sizes.js';

/** Multiples of 32 first, because networks halve their maps up to five times. */
const candidates = [64, 224, 32, 96, 128, 16, 8, 4, 2, 1];

/**
 * The graph with a size for every symbol that was left open: 1 for the first axis of an input, which
 * counts examples, and for all others the first of a few usual sizes that fits.
 *
 * @throws UsageError when none fits
 */
export function withSomeSizes(graph: Graph): Graph {
  const symbols = symbolsOf(graph);
  if (symbols.length === 0) return graph;
  const examples = new Set(graph.inputs.map((name) => typeOf(graph, name).shape[0]));
  for (const size of candidates) {
    const bindings: Bindings = new Map(
      symbols.map((symbol) => [symbol, examples.has(symbol) ? 1 : size]),
    );
    try {
      return bindSymbols(graph, bindings);
    } catch (error) {
      if (!(error instanceof SeparableError)) throw error;
    }
  }
  throw new UsageError(`--verify found no size that fits ${symbols.join(', ')}`, {
    hint: 'give the inputs a size with --inputs or --size, or files with --input',
  });
}
