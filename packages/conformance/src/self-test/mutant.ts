import { type AttributeValue, type Tensor, tensor } from '@separable/core';
import { directConvolution, type Twist } from './direct-convolution.js';
import { type Call, isList, type Kernel, oracleKernel } from './kernel.js';
import type { ReferenceOptions } from './reference-backend.js';

/** A reference backend with one mistake, of the kind real engines have made. */
export interface Mutant {
  readonly name: string;
  /** Starts of the ids of the cases that look where the mistake is. */
  readonly cases: readonly string[];
  readonly options: ReferenceOptions;
}

/** A mistake in the geometry or arithmetic of conv2d and depthwiseConv2d. */
export function convolutionMutant(
  name: string,
  twist: Twist,
  cases: readonly string[] = [],
): Mutant {
  const looked = [...cases, 'depthwiseConv2d/', 'conv2d/'];
  return { name, cases: looked, options: { kernel: directConvolution(oracleKernel, twist) } };
}

/** A mistake in one or several ops: `kernel` is the right one. */
export function kernelMutant(
  name: string,
  ops: readonly string[],
  wrong: (call: Call, kernel: Kernel) => readonly Tensor[],
  cases: readonly string[] = ops.map((op) => `${op}/`),
): Mutant {
  const right = directConvolution();
  const kernel: Kernel = (call) => (ops.includes(call.op) ? wrong(call, right) : right(call));
  // The mutant is native in what it mistakes, or the mistake would be decomposed away.
  return { name, cases, options: { kernel, without: [] } };
}

/** Other attributes than the node has, kept only where the results keep their sizes. */
export function attributeMutant(
  name: string,
  ops: readonly string[],
  change: (attributes: Call['attributes']) => Readonly<Record<string, AttributeValue>>,
): Mutant {
  return kernelMutant(name, ops, (call, kernel) => {
    const right = kernel(call);
    try {
      const wrong = kernel({
        ...call,
        attributes: { ...call.attributes, ...change(call.attributes) },
      });
      if (wrong.some((t, i) => t.data.length !== right[i]!.data.length)) return right;
      return wrong.map((t, i) => ({ ...t, shape: right[i]!.shape }));
    } catch {
      return right;
    }
  });
}

/** Results changed after they were computed, element by element. */
export function resultMutant(
  name: string,
  ops: readonly string[],
  change: (value: number, index: number, result: Tensor, call: Call) => number,
  cases?: readonly string[],
): Mutant {
  return kernelMutant(
    name,
    ops,
    (call, kernel) => kernel(call).map((t) => mapped(t, (v, i) => change(v, i, t, call))),
    cases,
  );
}

/** Operands changed before the op reads them, element by element. */
export function operandMutant(
  name: string,
  ops: readonly string[],
  change: (value: number, operand: string) => number,
  cases?: readonly string[],
): Mutant {
  const changed = (t: Tensor, operand: string): Tensor => mapped(t, (v) => change(v, operand));
  return kernelMutant(
    name,
    ops,
    (call, kernel) => {
      const operands = Object.fromEntries(
        Object.entries(call.operands).map(([operand, given]) => [
          operand,
          given &&
            (isList(given) ? given.map((t) => changed(t, operand)) : changed(given, operand)),
        ]),
      );
      return kernel({ ...call, operands });
    },
    cases,
  );
}

/** A mistake in the conduct of executables. */
export function conductMutant(
  name: string,
  wrap: NonNullable<ReferenceOptions['wrap']>,
  cases: readonly string[] = ['lifecycle/', 'ownership/'],
): Mutant {
  return { name, cases, options: { wrap } };
}

/** A tensor with each element mapped. */
export function mapped(t: Tensor, change: (value: number, index: number) => number): Tensor {
  const y = tensor(t.dtype, t.shape);
  for (let i = 0; i < t.data.length; i++) y.data[i] = change(t.data[i]!, i);
  return y;
}
