import type { Value } from '../graph/builder-types.js';
import { type Graph, type Node, typeOf } from '../graph/graph.js';
import { type Rewriting, rewriteGraph } from '../graph/rewrite.js';
import { sameType } from '../op/value-type.js';
import type { Pass } from './pass.js';

/**
 * Writes activations that exporters spell out as the one op they are: `x · clip(x + 3, 0, 6) / 6` and
 * `x · hardSigmoid(x)` as hardSwish, `x · sigmoid(x)` as swish.
 */
export const recogniseActivations: Pass = {
  name: 'recognise-activations',
  run: (graph: Graph): Graph =>
    rewriteGraph(graph, (node, rewriting) => {
      const found = recognise(node, rewriting);
      // A constant of a higher rank than x stretches the result.
      if (found === undefined || !sameType(found.x, typeOf(graph, node.outputs[0]!)))
        return undefined;
      return rewriting.g.apply(found.op, { x: found.x }, {}, node.name);
    }),
};

/** An activation and what it is applied to. */
interface Found {
  readonly op: 'hardSwish' | 'swish';
  readonly x: Value;
}

function recognise(node: Node, rewriting: Rewriting): Found | undefined {
  if (node.op !== 'div' && node.op !== 'mul') return undefined;
  const gated = gatedBySix(node, rewriting);
  if (gated !== undefined) return { op: 'hardSwish', x: gated };
  if (node.op !== 'mul') return undefined;
  for (const [x, gate] of bothWays(node, rewriting)) {
    const made = rewriting.producer(gate);
    if (made === undefined || rewriting.operand(made, 'x') !== x) continue;
    if (made.op === 'sigmoid') return { op: 'swish', x };
    if (made.op === 'hardSigmoid' && isSixth(made.attributes)) return { op: 'hardSwish', x };
  }
  return undefined;
}

function isSixth({ alpha, beta }: Node['attributes']): boolean {
  return Math.abs((alpha as number) - 1 / 6) < 1e-7 && beta === 0.5;
}

/** The x of `(x · clip(x + 3, 0, 6)) / 6`, and of the same with the division written as a product. */
function gatedBySix(node: Node, rewriting: Rewriting): Value | undefined {
  for (const [product, six] of bothWays(node, rewriting)) {
    const number = scalarOf(six, rewriting);
    const divides =
      node.op === 'div' ? number === 6 : number !== undefined && Math.abs(number - 1 / 6) < 1e-7;
    const made = rewriting.producer(product);
    if (!divides || made?.op !== 'mul') continue;
    for (const [x, gate] of operandPairs(made, rewriting)) {
      if (isShiftedClip(x, gate, rewriting)) return x;
    }
  }
  return undefined;
}

/** Whether `gate` is `clip(x + 3, 0, 6)` or `relu6(x + 3)`. */
function isShiftedClip(x: Value, gate: Value, rewriting: Rewriting): boolean {
  const clip = rewriting.producer(gate);
  if (clip === undefined) return false;
  const { min, max } = clip.attributes;
  if (clip.op !== 'relu6' && !(clip.op === 'clip' && min === 0 && max === 6)) return false;
  const shifted = rewriting.operand(clip, 'x');
  const sum = shifted && rewriting.producer(shifted);
  if (sum?.op !== 'add') return false;
  return operandPairs(sum, rewriting).some(([a, b]) => a === x && scalarOf(b, rewriting) === 3);
}

/** The operands of a node of the old graph in both orders; a quotient has one. */
function bothWays(node: Node, rewriting: Rewriting): readonly (readonly [Value, Value])[] {
  const a = rewriting.value(node.inputs['a'] as string);
  const b = rewriting.value(node.inputs['b'] as string);
  return node.op === 'div'
    ? [[a, b]]
    : [
        [a, b],
        [b, a],
      ];
}

/** The same for a node of the new graph, whose op commutes. */
function operandPairs(node: Node, rewriting: Rewriting): readonly (readonly [Value, Value])[] {
  const a = rewriting.operand(node, 'a');
  const b = rewriting.operand(node, 'b');
  return a === undefined || b === undefined
    ? []
    : [
        [a, b],
        [b, a],
      ];
}

/** The number of a one-element float constant. */
function scalarOf(value: Value, rewriting: Rewriting): number | undefined {
  const constant = rewriting.constant(value);
  return constant?.dtype === 'float32' && constant.data.length === 1 ? constant.data[0] : undefined;
}
