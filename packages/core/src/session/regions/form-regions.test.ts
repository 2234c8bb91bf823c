import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphBuilder } from '../../graph/builder.js';
import type { Value } from '../../graph/builder-types.js';
import { type Graph, type Node, operandsOf } from '../../graph/graph.js';
import { formRegions } from './form-regions.js';

/** A graph of additions: node i adds two of the values before it (the input is value 0). */
function additions(reads: readonly (readonly [number, number])[]): Graph {
  const g = graphBuilder('additions');
  const values: Value[] = [g.input('x', 'float32', [1])];
  for (const [a, b] of reads) {
    const at = (index: number): Value => values[index % values.length]!;
    values.push(g.add({ a: at(a), b: at(b) }));
  }
  g.output('y', values.at(-1)!);
  for (const [i, value] of values.slice(1, -1).entries()) g.output(`y${i}`, value);
  return g.build();
}

/** The fewest regions there are, by trying every schedule: each state is the set of nodes done. */
function fewest(graph: Graph, homes: ReadonlyMap<Node, number>): number {
  const makers = new Map(graph.nodes.flatMap((node) => node.outputs.map((name) => [name, node])));
  let states = new Set([0]);
  const all = 2 ** graph.nodes.length - 1;
  const done = (state: number, node: Node): boolean =>
    (state & (1 << graph.nodes.indexOf(node))) !== 0;
  const isReady = (state: number, node: Node): boolean =>
    operandsOf(node).every((value) => !makers.has(value) || done(state, makers.get(value)!));
  for (let regions = 0; ; regions++) {
    if (states.has(all)) return regions;
    const next = new Set<number>();
    for (const start of states) {
      for (const home of new Set(homes.values())) {
        // Every way to run some nodes of one home, not the greedy one alone.
        const open = [start];
        const seen = new Set<number>();
        for (let state = open.pop(); state !== undefined; state = open.pop()) {
          next.add(state);
          seen.add(state);
          for (const [index, node] of graph.nodes.entries()) {
            const after: number = state | (1 << index);
            if (homes.get(node) !== home || after === state || !isReady(state, node)) continue;
            if (!seen.has(after)) open.push(after);
          }
        }
      }
    }
    states = next;
  }
}

const reads = fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 1, maxLength: 9 });

function homesOf(graph: Graph, places: readonly number[]): ReadonlyMap<Node, number> {
  return new Map(graph.nodes.map((node, i) => [node, places[i]!]));
}

describe('regions', () => {
  it('are as few as any schedule can have, for two homes', () => {
    const places = fc.array(fc.nat(1), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(reads, places, (pairs, at) => {
        const graph = additions(pairs);
        const homes = homesOf(graph, at);
        expect(formRegions(graph, homes)).toHaveLength(fewest(graph, homes));
      }),
      { numRuns: 150 },
    );
  });

  it('hold every node once, at its home, after everything it reads', () => {
    const places = fc.array(fc.nat(3), { minLength: 9, maxLength: 9 });
    fc.assert(
      fc.property(reads, places, (pairs, at) => {
        const graph = additions(pairs);
        const homes = homesOf(graph, at);
        const regions = formRegions(graph, homes);
        const made = new Set(graph.inputs);
        for (const { home, nodes } of regions) {
          for (const node of nodes) {
            expect(homes.get(node)).toBe(home);
            expect(operandsOf(node).every((value) => made.has(value))).toBe(true);
            for (const value of node.outputs) made.add(value);
          }
        }
        expect(regions.flatMap(({ nodes }) => nodes)).toHaveLength(graph.nodes.length);
      }),
    );
  });
});
