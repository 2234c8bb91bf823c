import { UnsupportedOpError } from '@separable/core';
import type { NodeDef } from './node-def.js';

/** Operators that decide what runs while it runs. */
export const controlFlow: ReadonlySet<string> = new Set([
  'Enter',
  'Exit',
  'If',
  'LoopCond',
  'Merge',
  'NextIteration',
  'StatelessIf',
  'StatelessWhile',
  'Switch',
  'TensorListConcat',
  'TensorListFromTensor',
  'TensorListGetItem',
  'TensorListReserve',
  'TensorListSetItem',
  'TensorListStack',
  'While',
]);

/** What to do about operators of {@link controlFlow}. */
export const freezeHint =
  'freeze the model so that nothing in it branches or loops, and convert it again';

/** The error of a graph whose nodes loop on purpose; undefined when it has none of those. */
export function loopError(nodes: Iterable<NodeDef>): UnsupportedOpError | undefined {
  const found = [...nodes].filter(({ op }) => controlFlow.has(op));
  if (found.length === 0) return undefined;
  const listed = found.map(({ name, op }) => {
    return { node: name, op, reason: 'control flow is not supported' };
  });
  return new UnsupportedOpError('this TensorFlow.js model cannot be imported:', listed, {
    hint: freezeHint,
  });
}
