import { type Dim, type Graph, type Node, readersOf, typeOf } from '@separable/core';
import { kernelOf } from '../kernel-table.js';

/** The operand that fusion adds to a node. */
export const residualOperand = 'residual';

/** A graph whose convolutions add residuals themselves. */
export interface Fused {
  readonly graph: Graph;
  /** For each node that vanished, the one that does its work. */
  readonly absorbed: ReadonlyMap<string, string>;
}

/**
 * Takes an addition into the convolution that feeds it: `add(a, conv(x))` becomes a convolution with an
 * operand `residual`, in the place of the addition. The convolution must have no activation and no other
 * reader, and both terms the type of the sum.
 */
export function fuseResiduals(graph: Graph): Fused {
  const readers = readersOf(graph);
  const outputs = new Set(graph.outputs.map(({ value }) => value));
  const makers = new Map(graph.nodes.map((node) => [node.outputs[0]!, node]));
  const absorbed = new Map<string, string>();
  const fused = new Map<string, Node>();
  for (const node of graph.nodes) {
    if (node.op !== 'add') continue;
    const { a, b } = node.inputs as { a: string; b: string };
    for (const [made, residual] of [
      [b, a],
      [a, b],
    ] as const) {
      const maker = makers.get(made);
      if (maker === undefined || fused.has(maker.name) || absorbed.has(maker.name)) continue;
      const isOnlyReader = readers.get(made)?.length === 1 && a !== b && !outputs.has(made);
      if (!isOnlyReader || !takesResidual(maker) || graph.constants.has(residual)) continue;
      const sum = typeOf(graph, node.outputs[0]!);
      if (!sameType(graph, made, sum.shape) || !sameType(graph, residual, sum.shape)) continue;
      fused.set(node.name, {
        ...maker,
        inputs: { ...maker.inputs, [residualOperand]: residual },
        outputs: node.outputs,
      });
      absorbed.set(maker.name, node.name);
      break;
    }
  }
  if (fused.size === 0) return { graph, absorbed: new Map() };
  const nodes = graph.nodes.flatMap((node) => {
    if (absorbed.has(node.name)) return [];
    return [fused.get(node.name) ?? node];
  });
  const swallowed = [...absorbed].map(([maker, sum]) => [sum, maker] as const);
  return { graph: { ...graph, nodes }, absorbed: new Map(swallowed) };
}

function takesResidual({ op, attributes }: Node): boolean {
  return kernelOf(op)?.addsResidual === true && (attributes['activation'] ?? null) === null;
}

function sameType(graph: Graph, value: string, shape: readonly Dim[]): boolean {
  const type = typeOf(graph, value);
  return (
    type.dtype === 'float32' &&
    type.shape.length === shape.length &&
    type.shape.every((extent, axis) => extent === shape[axis])
  );
}
