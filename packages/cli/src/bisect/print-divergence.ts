import type { Divergence, IsolatedDivergence } from '@separable/conformance';
import { type Graph, printGraph, shapeText } from '@separable/core';
import { numberText } from '../text/quantity.js';
import { table } from '../text/table.js';
import type { Reproduction } from './write-reproduction.js';

/** A divergence as a person reads it: where, by how much, and the least that shows it. */
export function printDivergence(
  graph: Graph,
  found: Divergence,
  smallest: IsolatedDivergence | undefined,
  written: Reproduction | undefined,
): string {
  const [a, b] = found.departures;
  const at = graph.nodes.findIndex(({ name }) => name === found.node);
  return [
    `${a.backend} and ${b.backend} part at node '${found.node}' (${found.op}), ${at + 1} of ${graph.nodes.length}`,
    '',
    ...values(found),
    '',
    ...(smallest === undefined
      ? ['the node alone does not show it: it depends on the nodes around it']
      : [
          'the smallest graph that shows it:',
          printGraph(smallest.graph),
          '',
          ...values(smallest.divergence),
        ]),
    ...(written === undefined
      ? []
      : ['', `written to ${written.folder}; to see it again:`, `  ${written.line}`]),
  ].join('\n');
}

function values({ value, coordinates, elements, departures }: Divergence): readonly string[] {
  const rows = departures.map(({ backend, got, exact, error, bound }) => [
    backend,
    numberText(got, 9),
    numberText(exact, 9),
    numberText(error, 3),
    numberText(bound, 3),
    error <= bound ? 'within' : 'out of bound',
  ]);
  const more = elements === 1 ? '' : `, the first of ${elements} elements that part`;
  return [
    `${value} ${shapeText(coordinates)}${more}`,
    ...table(
      ['left', 'right', 'right', 'right', 'right', 'left'],
      [['backend', 'got', 'exact', 'error', 'bound', ''], ...rows],
    ),
  ];
}
