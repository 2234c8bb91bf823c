import { Breath } from '../async/breath.js';
import type { Graph } from '../graph/graph.js';
import { verifyGraph } from '../graph/verify.js';
import { cancelTransposes } from './cancel-transposes.js';
import { foldAffine } from './fold-affine.js';
import { foldAffineAhead } from './fold-affine-ahead.js';
import { foldConstants } from './fold-constants.js';
import { formSeparable } from './form-separable.js';
import { fuseActivations } from './fuse-activations.js';
import type { Pass, PassContext } from './pass.js';
import { recogniseActivations } from './recognise-activations.js';
import { removeIdentities } from './remove-identities.js';
import { removeDuplicates } from './remove-duplicates.js';

/**
 * The passes of {@link optimise} in order: constants first, so that patterns see them; transposes
 * before folding, because weights fold along the last axis; activations before separable nodes, so
 * that a depthwise node takes its own along.
 */
export const defaultPasses: readonly Pass[] = [
  foldConstants,
  cancelTransposes,
  removeIdentities,
  recogniseActivations,
  foldAffine,
  foldAffineAhead,
  fuseActivations,
  formSeparable,
  removeDuplicates,
];

export interface OptimiseOptions extends PassContext {
  readonly passes?: readonly Pass[];
  /** Checks the graph after each pass; false unless given. */
  readonly verify?: boolean;
  readonly onPass?: (pass: Pass, before: Graph, after: Graph) => void;
}

/**
 * Runs passes over a graph. What it computes stays the same up to the rounding of folded weights.
 *
 * @example
 * ```ts
 * import { graphBuilder, optimise, tensor } from '@separable/core';
 * const g = graphBuilder('tiny');
 * const x = g.input('x', 'float32', ['batch', 8, 8, 4]);
 * const filter = g.constant('w', tensor('float32', [1, 1, 4, 16]));
 * g.output('y', g.relu({ x: g.conv2d({ x, filter }) }));
 * const graph = await optimise(g.build());
 * console.log(graph.nodes.map((node) => node.op)); // [ 'pointwiseConv2d' ]
 * ```
 */
export async function optimise(graph: Graph, options: OptimiseOptions = {}): Promise<Graph> {
  const { passes = defaultPasses, verify = false, onPass } = options;
  // A pass over a large network takes up to half of what a page may be held for.
  const breath = new Breath(2);
  let current = graph;
  for (const pass of passes) {
    if (breath.due) await breath.take();
    const before = current;
    current = await pass.run(current, options);
    if (verify) verifyGraph(current);
    onPass?.(pass, before, current);
  }
  return current;
}
