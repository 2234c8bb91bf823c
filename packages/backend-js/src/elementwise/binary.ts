import {
  type AttributesOf,
  bytesPerElement,
  type DType,
  type OpName,
  type TensorData,
} from '@separable/core';
import type { ConcreteType, Kernel, PlanSite, StepPlan } from '../kernel.js';
import { type BroadcastNest, broadcastNest, type Row, walkNest } from './broadcast-nest.js';

/**
 * `y[i] = f(a, b)` for `start ≤ i < end`, where each operand is `array[i + shift]` or one number. `y` may be
 * the array of an operand whose shift is 0.
 */
export interface PairLoops {
  both(
    a: TensorData,
    b: TensorData,
    y: TensorData,
    start: number,
    end: number,
    p: number,
    q: number,
  ): void;
  right(a: TensorData, b: number, y: TensorData, start: number, end: number, p: number): void;
  left(a: number, b: TensorData, y: TensorData, start: number, end: number, q: number): void;
}

/** The loops of a function of two numbers; ops that networks run on whole maps write their own. */
export function pairwise(f: (a: number, b: number) => number): PairLoops {
  return {
    both(a, b, y, start, end, p, q) {
      for (let i = start; i < end; i++) y[i] = f(a[i + p]!, b[i + q]!);
    },
    right(a, b, y, start, end, p) {
      for (let i = start; i < end; i++) y[i] = f(a[i + p]!, b);
    },
    left(a, b, y, start, end, q) {
      for (let i = start; i < end; i++) y[i] = f(a, b[i + q]!);
    },
  };
}

/** Makes the kernel of a binary op. */
export function binary<K extends OpName>(
  choose: (dtype: DType, attributes: AttributesOf<K>) => PairLoops,
  names: readonly [string, string] = ['a', 'b'],
): Kernel<K> {
  return {
    plan({ attributes, operands, results }: PlanSite<K>): StepPlan<K> {
      const types = names.map(
        (name) => (operands as unknown as Record<string, ConcreteType>)[name]!,
      );
      const loops = choose(types[0]!.dtype, attributes);
      const result = results[0]!;
      const nest = broadcastNest(
        types.map(({ shape }) => shape),
        result.shape,
      );
      return {
        inPlace: names.filter((_, i) => fits(types[i]!, i, result, nest)) as never,
        bind(memory) {
          const arrays = memory.operands as unknown as Record<string, TensorData>;
          const [a, b] = names.map((name) => arrays[name]!);
          return walkNest(nest, rowOf(loops, nest, a!, b!, memory.results[0]!));
        },
      };
    },
  };
}

/** Whether element i of an operand lies where element i of the result would. */
export function fits(
  type: ConcreteType,
  operand: number,
  result: ConcreteType,
  nest: BroadcastNest,
): boolean {
  const stretched = [...nest.outer, nest.inner].some(
    ({ extent, steps }) => extent > 1 && steps[operand] === 0,
  );
  return !stretched && bytesPerElement(type.dtype) === bytesPerElement(result.dtype);
}

function rowOf(
  loops: PairLoops,
  nest: BroadcastNest,
  a: TensorData,
  b: TensorData,
  y: TensorData,
): Row {
  const [stepA, stepB] = nest.inner.steps;
  if (stepA === stepB) {
    return (start, end, i, j) => loops.both(a, b, y, start, end, i - start, j - start);
  }
  return stepB === 0
    ? (start, end, i, j) => loops.right(a, b[j]!, y, start, end, i - start)
    : (start, end, i, j) => loops.left(a[i]!, b, y, start, end, j - start);
}
