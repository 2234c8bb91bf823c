import { errorAt } from '../../file/place.js';
import { limits } from '../../file/limits.js';
import type { NodeImport } from '../node-import.js';
import type { Operand } from '../operand.js';
import { evaluators } from './evaluators.js';
import { type Sizes, scalarSize, vector } from './sizes.js';

/** What has been used of the limit on open sizes. */
export interface SizesBudget {
  spent: number;
}

/**
 * The result of a node that computes from shapes alone, as expressions; undefined for a node that does
 * not, which is then lowered.
 *
 * @throws ImportError when the expressions outgrow what shape computations come to
 */
export function evaluateSizes(
  node: NodeImport,
  operands: readonly Operand[],
  budget: SizesBudget,
): Sizes | undefined {
  const sizes = evaluated(node, operands);
  if (sizes === undefined) return undefined;
  const { elements, expressionLetters, openSizes } = limits;
  if (sizes.elements.length > elements) {
    throw errorAt(node.node.place, `it makes over ${elements} sizes`);
  }
  for (const size of sizes.elements) {
    if (typeof size !== 'string') continue;
    if (size.length > expressionLetters) {
      throw errorAt(
        node.node.place,
        `a size is an expression of over ${expressionLetters} letters`,
      );
    }
    budget.spent++;
  }
  if (budget.spent > openSizes) {
    throw errorAt(node.node.place, `the shape computations make over ${openSizes} open sizes`);
  }
  return sizes;
}

/** Whether an operator without a lowering is known all the same, for what it makes of shapes. */
export function computesSizes(op: string): boolean {
  return op === 'Shape' || op === 'Rank' || Object.hasOwn(evaluators, op);
}

function evaluated(node: NodeImport, operands: readonly Operand[]): Sizes | undefined {
  const { op } = node.node;
  if (op === 'Shape') return vector(node.shape(0));
  if (op === 'Rank') return scalarSize(node.shape(0).length);
  const evaluate = Object.hasOwn(evaluators, op) ? evaluators[op] : undefined;
  if (evaluate === undefined || !operands.some(({ kind }) => kind === 'sizes')) return undefined;
  const inputs = operands.map(sizesOf);
  return inputs.every((input) => input !== undefined) ? evaluate(node, inputs) : undefined;
}

/** An operand as sizes, where it is that or a small constant of integers. */
function sizesOf(operand: Operand): Sizes | undefined {
  if (operand.kind === 'sizes') return operand;
  if (operand.kind !== 'constant') return undefined;
  const { dtype, shape, data } = operand.tensor;
  if (dtype !== 'int32' || data.length > limits.elements) return undefined;
  return { shape, elements: [...data] };
}
