import type { GraphBuilder, Value } from '@separable/core';
import type { Random } from '../src/case/random.js';
import { draw, type Source } from '../src/case/source.js';

/** A feature map under construction, and which axis holds its channels. */
export interface Map4 {
  readonly value: Value;
  readonly channels: number;
  readonly axis: 1 | 3;
}

export interface Plan {
  readonly g: GraphBuilder;
  readonly random: Random;
  readonly maps: Map4[];
}

export const toLast: { readonly permutation: readonly number[] } = { permutation: [0, 2, 3, 1] };
export const toFirst: { readonly permutation: readonly number[] } = { permutation: [0, 3, 1, 2] };

/** Adds a map to the plan. */
export type Step = (plan: Plan) => Map4;

/** Mostly the newest map, so that chains form; sometimes an earlier one, so that it has readers. */
export function take({ random, maps }: Plan): Map4 {
  return random.next() < 0.7 ? maps.at(-1)! : random.pick(maps as [Map4]);
}

export function drawn({ g, random }: Plan, source: Source): Value {
  return g.constant('w', draw(source, random));
}
