import {
  type Backend,
  type BackendProvider,
  bindGraph,
  type Graph,
  removeDead,
  type TensorMap,
} from '@separable/core';
import { type Policy, tolerancePolicy } from '../tolerance/policy.js';
import { type Divergence, divergenceBetween, nodeAlone } from './first-divergence.js';
import { type Piece, smallerPieces } from './smaller-pieces.js';

/** A divergence in a graph of one node. */
export interface IsolatedDivergence extends Piece {
  /** What parts in the small graph; its coordinates are those of the small graph. */
  readonly divergence: Divergence;
}

/** More pieces than this are not tried: each is compiled and run on both engines. */
const mostTries = 400;

/**
 * The smallest graph that shows a divergence: the node alone, fed what the backend at fault was given,
 * its tensors cut down for as long as the two engines still part.
 *
 * @param found what {@link firstDivergence} returned for the graph and the inputs
 * @returns undefined when the node alone does not show it, so that it depends on what is around
 * @throws BackendUnavailableError when one of the engines is not there
 */
export async function isolateDivergence(
  graph: Graph,
  inputs: TensorMap,
  found: Divergence,
  a: BackendProvider,
  b: BackendProvider,
  policy: Policy = tolerancePolicy('cpu'),
): Promise<IsolatedDivergence | undefined> {
  await using left = await a.create();
  await using right = await b.create();
  const shapes = Object.entries(inputs).map(([name, { shape }]) => [name, shape] as const);
  const bound = bindGraph(graph, Object.fromEntries(shapes));
  const node = bound.nodes.find(({ name }) => name === found.node)!;
  const alone = { graph: removeDead(nodeAlone(bound, node)), inputs: found.operands };
  return await shrink(alone, left, right, policy);
}

async function shrink(
  whole: Piece,
  a: Backend,
  b: Backend,
  policy: Policy,
): Promise<IsolatedDivergence | undefined> {
  const show = async (piece: Piece): Promise<IsolatedDivergence | undefined> => {
    const divergence = await divergenceBetween(piece.graph, piece.inputs, a, b, policy);
    return divergence && { ...piece, divergence };
  };
  let smallest = await show(whole);
  let tries = 0;
  for (let progress = smallest !== undefined; progress;) {
    progress = false;
    for (const piece of smallerPieces(smallest!)) {
      if (++tries > mostTries) return smallest;
      const shown = await show(piece);
      if (shown === undefined) continue;
      smallest = shown;
      progress = true;
      break;
    }
  }
  return smallest;
}
