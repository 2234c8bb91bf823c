import type { Dim, Tensor, Value } from '@separable/core';

/** A value computed when the graph runs. */
export interface RuntimeOperand {
  readonly kind: 'runtime';
  readonly value: Value;
}

/** A weight of the file. It enters the graph in the forms its readers ask for. */
export interface ConstantOperand {
  readonly kind: 'constant';
  readonly name: string;
  readonly tensor: Tensor;
  readonly forms: Map<string, Value>;
}

/** Sizes that the model computes from shapes, as expressions over its symbols. */
export interface SizesOperand {
  readonly kind: 'sizes';
  readonly name: string;
  readonly shape: readonly number[];
  readonly elements: readonly Dim[];
}

/** The result of a node that cannot be imported; its readers are passed over. */
export interface MissingOperand {
  readonly kind: 'missing';
}

export type Operand = RuntimeOperand | ConstantOperand | SizesOperand | MissingOperand;
