import type { DType, Shape, Tensor, Value } from '@separable/core';
import type { TensorProto } from '../proto/tensor-proto.js';
import type { Elements } from '../tensor/elements.js';
import type { Quantity } from './quantity.js';

/**
 * A value computed when the graph runs. Convolutions make feature maps with channels last, most
 * other nodes read them in ONNX's order; each form is made when it is first asked for.
 */
export interface RuntimeOperand {
  readonly kind: 'runtime';
  readonly name: string;
  readonly dtype: DType;
  /** In ONNX's order of axes. */
  readonly shape: Shape;
  plain: Value | undefined;
  /** The second axis moved to the end. */
  channelsLast: Value | undefined;
  /** The same numbers as float32, of a quantised value; in ONNX's order of axes. */
  readonly floats?: Value;
  /** Narrower integers than `dtype` tells apart, where known. */
  readonly elementType?: number;
}

/** A tensor of the file. It enters the graph in the layouts its readers ask for. */
export interface ConstantOperand {
  readonly kind: 'constant';
  readonly name: string;
  readonly proto: TensorProto;
  readonly elements: Elements;
  /** Its forms in the graph, by layout. */
  readonly forms: Map<string, Value>;
  tensor: Tensor | undefined;
  known: KnownOperand | undefined | 'no';
}

/** A small tensor computed from shapes: every element is an exact quantity. */
export interface KnownOperand {
  readonly kind: 'known';
  readonly name: string;
  /** A value of `elementTypes`. */
  readonly elementType: number;
  readonly dims: readonly number[];
  readonly elements: readonly Quantity[];
}

/** A list of tensors; nothing of it is left in the graph. */
export interface SequenceOperand {
  readonly kind: 'sequence';
  readonly name: string;
  readonly items: readonly Operand[];
}

/** The result of a node that cannot be imported; its readers are passed over. */
export interface MissingOperand {
  readonly kind: 'missing';
  readonly name: string;
}

export type Operand =
  | RuntimeOperand
  | ConstantOperand
  | KnownOperand
  | SequenceOperand
  | MissingOperand;
