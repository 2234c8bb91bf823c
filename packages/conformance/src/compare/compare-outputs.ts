import type { TensorMap } from '@separable/core';
import type { Exact } from '../oracle/exact.js';
import { compareTensor, misfit, mismatchText } from './compare-tensor.js';

/** How all outputs of a run compare with the exact ones. */
export interface OutputComparison {
  /** What is wrong, one line an output; empty when all is within bounds. */
  readonly problems: readonly string[];
  readonly elements: number;
  readonly ambiguous: number;
  readonly worst: number;
}

/** Compares names, dtypes, shapes and elements of the outputs of one run. */
export function compareOutputs(
  got: TensorMap,
  exact: Readonly<Record<string, Exact>>,
  signedZero = false,
): OutputComparison {
  const problems = Object.keys(got)
    .filter((name) => !Object.hasOwn(exact, name))
    .map((name) => `there is an output '${name}' the graph does not have`);
  let [elements, ambiguous, worst] = [0, 0, 0];
  for (const [name, wanted] of Object.entries(exact)) {
    const tensor = got[name];
    const unfit = misfit(tensor, wanted);
    if (tensor === undefined || unfit !== undefined) {
      problems.push(`output '${name}' ${unfit}`);
      continue;
    }
    const result = compareTensor(tensor, wanted, signedZero);
    elements += result.elements;
    ambiguous += result.ambiguous;
    worst = Math.max(worst, result.worst);
    if (result.first !== undefined) {
      problems.push(
        `output '${name}': ${result.wrong} of ${result.elements} elements are out of bounds, first ${mismatchText(result.first)}`,
      );
    }
  }
  return { problems, elements, ambiguous, worst };
}
