import type { OpName, TensorData } from '@separable/core';
import type { ConcreteType, Kernel, PlanSite, StepPlan } from '../kernel.js';

/**
 * x as `[outer, repeats, groups, width]`: moments are taken for each of `outer × groups` over repeats and
 * width, scale and offset have `groups × width` elements.
 */
export interface Moments {
  readonly outer: number;
  readonly repeats: number;
  readonly groups: number;
  readonly width: number;
}

interface Arrays {
  readonly x: TensorData;
  readonly scale?: TensorData;
  readonly offset?: TensorData;
}

/** Makes the kernel of a normalisation by moments of x itself. */
export function standardise<K extends OpName>(
  layout: (shape: readonly number[], attributes: PlanSite<K>['attributes']) => Moments,
): Kernel<K> {
  return {
    plan({ attributes, operands }: PlanSite<K>): StepPlan<K> {
      const { shape } = (operands as unknown as { readonly x: ConcreteType }).x;
      const { epsilon } = attributes as unknown as { readonly epsilon: number };
      const moments = layout(shape, attributes);
      const { outer, repeats, groups, width } = moments;
      const block = repeats * groups * width;
      const means = new Float64Array(groups);
      const factors = new Float64Array(groups);
      return {
        inPlace: ['x'] as never,
        bind(memory) {
          const arrays = memory.operands as unknown as Arrays;
          const y = memory.results[0]!;
          return () => {
            for (let n = 0; n < outer; n++) {
              measure(arrays.x, n * block, moments, epsilon, means, factors);
              apply(arrays, y, n * block, moments, means, factors);
            }
          };
        },
      };
    },
  };
}

/** Mean and reciprocal deviation of each group, in two passes so that nothing cancels. */
function measure(
  x: TensorData,
  from: number,
  { repeats, groups, width }: Moments,
  epsilon: number,
  means: Float64Array,
  factors: Float64Array,
): void {
  const count = repeats * width;
  means.fill(0);
  factors.fill(0);
  for (let r = 0, i = from; r < repeats; r++) {
    for (let g = 0; g < groups; g++) {
      let sum = means[g]!;
      for (const end = i + width; i < end; i++) sum += x[i]!;
      means[g] = sum;
    }
  }
  for (let g = 0; g < groups; g++) means[g] = means[g]! / count;
  for (let r = 0, i = from; r < repeats; r++) {
    for (let g = 0; g < groups; g++) {
      const mean = means[g]!;
      let sum = factors[g]!;
      for (const end = i + width; i < end; i++) sum += (x[i]! - mean) ** 2;
      factors[g] = sum;
    }
  }
  for (let g = 0; g < groups; g++) factors[g] = 1 / Math.sqrt(factors[g]! / count + epsilon);
}

function apply(
  { x, scale, offset }: Arrays,
  y: TensorData,
  from: number,
  { repeats, groups, width }: Moments,
  means: Float64Array,
  factors: Float64Array,
): void {
  for (let r = 0, i = from; r < repeats; r++) {
    for (let g = 0, parameter = 0; g < groups; g++) {
      const mean = means[g]!;
      const factor = factors[g]!;
      for (const end = i + width; i < end; i++, parameter++) {
        const slope = scale === undefined ? factor : factor * scale[parameter]!;
        y[i] = (x[i]! - mean) * slope + (offset === undefined ? 0 : offset[parameter]!);
      }
    }
  }
}

/** `[N, …, C]` with its channels in groups. */
export function channelGroups(shape: readonly number[], groups: number): Moments {
  const channels = shape.at(-1)!;
  const repeats = shape.slice(1, -1).reduce((a, b) => a * b, 1);
  return { outer: shape[0]!, repeats, groups, width: groups === 0 ? 0 : channels / groups };
}
