import type { Tensor } from '../data/tensor.js';
import type { Activation } from '../op/activation.js';
import type { Pair } from '../op/attribute.js';
import type { OpDefinition, OperandsOf, ResultsOf, ValueType } from '../op/definition.js';
import type { OpName, Ops } from '../op/table.js';

/** A value of a graph under construction. Hand it to the methods of the builder that made it. */
export interface Value extends ValueType {
  readonly name: string;
}

/** What a caller may write for an attribute: normal forms and their shorthands. */
export type Written<T> = T extends Pair ? Pair | number : Activation extends T ? T | string : T;

/** Attributes as a caller writes them: all optional here, required ones are checked when built. */
export type AttributesIn<A> = { readonly [K in keyof A]?: Written<A[K]> | undefined };

/** The method of one op: operands by name, attributes, and a name for the node. */
export type OpMethod<D> =
  D extends OpDefinition<infer O, infer A, infer R>
    ? (
        operands: OperandsOf<O, Value>,
        attributes?: AttributesIn<A>,
        name?: string,
      ) => ResultsOf<R, Value>
    : never;

/** One method an op, and `apply` for an op whose name is only known at run time. */
export type OpMethods = { readonly [K in OpName]: OpMethod<Ops[K]> } & {
  /**
   * Adds a node of any op.
   *
   * @throws GraphError on unknown ops, operands or attributes, and on wrong dtypes
   * @throws ShapeMismatchError when the operands' shapes do not fit the op
   */
  apply(
    op: string,
    operands: Readonly<Record<string, Value | readonly Value[] | undefined>>,
    attributes?: Readonly<Record<string, unknown>>,
    name?: string,
  ): readonly Value[];
  /** Adds a constant; equal names get a number behind them. */
  constant(name: string, tensor: Tensor): Value;
};
