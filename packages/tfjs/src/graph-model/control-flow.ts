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
