import { broadcast } from '@separable/core';
import { toNumber } from '../import/quantity.js';
import { stretch } from './elementwise.js';
import type { Evaluators } from './evaluator.js';

/** `Where` on sizes, when the condition does not depend on them. */
export const where: Evaluators = {
  Where(node) {
    const [condition, a, b] = [node.known(0), node.known(1), node.known(2)];
    if (condition === undefined || a === undefined || b === undefined) return undefined;
    const dims = broadcast(condition.dims, a.dims, b.dims) as readonly number[];
    const choice = stretch(condition, dims)?.elements.map(toNumber);
    const yes = stretch(a, dims);
    const no = stretch(b, dims);
    if (choice === undefined || yes === undefined || no === undefined) return undefined;
    if (choice.some((c) => c === undefined)) return undefined;
    const elements = choice.map((c, i) => (c === 0 ? no : yes).elements[i]!);
    return { elementType: a.elementType, dims, elements };
  },
};
