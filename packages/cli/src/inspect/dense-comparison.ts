import { type Graph, isIn, type Node, type NodeCost, type OpName, typeOf } from '@separable/core';

/** A separable, depthwise or grouped convolution beside the dense one between the same shapes. */
export interface DenseComparison {
  readonly name: string;
  readonly op: string;
  readonly macs: number;
  readonly denseMacs: number;
  /** `macs / denseMacs`. */
  readonly ratio: number;
  /** For a separable convolution, what its extents say the ratio is; null for the others. */
  readonly formula: SeparableFormula | null;
}

/**
 * `m · (1/N + 1/k²)`: what a depthwise (k², m maps a channel) and a pointwise (N outputs) cost, over
 * the k² · C · N of the dense convolution. Source: Howard et al., "MobileNets" (2017), section 3.1.
 */
export interface SeparableFormula {
  readonly kernel: readonly [height: number, width: number];
  readonly outputChannels: number;
  readonly multiplier: number;
  readonly ratio: number;
}

/** Undefined for a node that stands for no dense convolution, or while its cost is unknown. */
export function denseComparison(
  graph: Graph,
  node: Node,
  cost: NodeCost | undefined,
): DenseComparison | undefined {
  if (cost === undefined) return undefined;
  const denseMacs = cost.denseMacs ?? cost.macs * groupsOf(node);
  if (denseMacs === 0 || denseMacs === cost.macs) return undefined;
  return {
    name: node.name,
    op: node.op,
    macs: cost.macs,
    denseMacs,
    ratio: cost.macs / denseMacs,
    formula: formulaOf(graph, node) ?? null,
  };
}

/** Each output of a grouped convolution sees one group of channels, of a dense one all of them. */
function groupsOf({ op, attributes }: Node): number {
  const { groups } = attributes;
  return isIn(op as OpName, 'convolution') && typeof groups === 'number' ? groups : 1;
}

function formulaOf(graph: Graph, { inputs }: Node): SeparableFormula | undefined {
  const { depthwiseFilter, pointwiseFilter } = inputs;
  if (typeof depthwiseFilter !== 'string' || typeof pointwiseFilter !== 'string') return undefined;
  const [height, width, , multiplier] = typeOf(graph, depthwiseFilter).shape as [
    number,
    number,
    number,
    number,
  ];
  const outputChannels = typeOf(graph, pointwiseFilter).shape[1] as number;
  return {
    kernel: [height, width],
    outputChannels,
    multiplier,
    ratio: multiplier * (1 / outputChannels + 1 / (height * width)),
  };
}
