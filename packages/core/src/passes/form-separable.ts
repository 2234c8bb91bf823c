import { tensor } from '../data/tensor.js';
import type { Value } from '../graph/builder-types.js';
import type { Graph, Node } from '../graph/graph.js';
import { type Rewriting, rewriteGraph } from '../graph/rewrite.js';
import type { Pass } from './pass.js';

/**
 * Makes separable convolutions visible: a 1×1 convolution becomes a pointwise one, and a depthwise
 * convolution that only a pointwise one reads becomes one separable node with it.
 */
export const formSeparable: Pass = {
  name: 'form-separable',
  run: (graph: Graph): Graph => rewriteGraph(graph, formNode),
};

function formNode(node: Node, rewriting: Rewriting): readonly Value[] | undefined {
  const pointwise = pointwiseOf(node, rewriting);
  if (pointwise === undefined) return undefined;
  const { x, filter, bias, activation } = pointwise;
  const depthwise = rewriting.producer(x);
  if (depthwise?.op !== 'depthwiseConv2d' || !rewriting.isReadOnce(x)) {
    if (node.op === 'pointwiseConv2d') return undefined;
    return rewriting.g.apply('pointwiseConv2d', { x, filter, bias }, { activation }, node.name);
  }
  const { strides, dilations, padding, activation: depthwiseActivation } = depthwise.attributes;
  return rewriting.g.apply(
    'separableConv2d',
    {
      x: rewriting.operand(depthwise, 'x'),
      depthwiseFilter: rewriting.operand(depthwise, 'filter'),
      pointwiseFilter: filter,
      depthwiseBias: rewriting.operand(depthwise, 'bias'),
      bias,
    },
    { strides, dilations, padding, depthwiseActivation, activation },
    node.name,
  );
}

interface Pointwise {
  readonly x: Value;
  readonly filter: Value;
  readonly bias: Value | undefined;
  readonly activation: Node['attributes'][string];
}

function pointwiseOf(node: Node, rewriting: Rewriting): Pointwise | undefined {
  if (node.op !== 'pointwiseConv2d' && !isPointwise(node)) return undefined;
  const { x, filter, bias } = node.inputs as Record<string, string>;
  const flat = flatFilter(rewriting.value(filter!), rewriting);
  if (flat === undefined) return undefined;
  return {
    x: rewriting.value(x!),
    filter: flat,
    bias: bias === undefined ? undefined : rewriting.value(bias),
    activation: node.attributes['activation']!,
  };
}

function isPointwise({ op, attributes }: Node): boolean {
  if (op !== 'conv2d' || attributes['groups'] !== 1) return false;
  const { strides, padding } = attributes as { strides: readonly number[]; padding: unknown };
  const unpadded =
    typeof padding === 'string' || Object.values(padding as object).every((pixels) => pixels === 0);
  return strides.every((s) => s === 1) && unpadded;
}

/** The filter as `[Cin, Cout]`; undefined when it spans more than one pixel or is computed. */
function flatFilter(filter: Value, rewriting: Rewriting): Value | undefined {
  if (filter.shape.length === 2) return filter;
  const [kh, kw, channels, outputs] = filter.shape as number[];
  const constant = rewriting.constant(filter);
  if (kh !== 1 || kw !== 1 || constant === undefined) return undefined;
  return rewriting.g.constant(
    filter.name,
    tensor(constant.dtype, [channels!, outputs!], constant.data),
  );
}
