import {
  type ErrorCode,
  type Graph,
  type GraphBuilder,
  graphBuilder,
  type TensorMap,
  typeOf,
} from '@separable/core';
import type { ComputeCase, ScenarioCase, Tag } from './case.js';
import { type Random, seeded, seedOf } from './random.js';
import { draw, normal, type Source } from './source.js';
import type { Scenario } from './scenario.js';

/** What a case of a whole graph is built with. */
export interface GraphPlan {
  /** Constants named as given, with drawn numbers. */
  readonly weights: (name: string, source: Source) => ReturnType<GraphBuilder['constant']>;
  readonly g: GraphBuilder;
  readonly random: Random;
}

/** A case of a whole graph; `inputs` are drawn for its shapes. */
export function graphCase(
  group: string,
  what: string,
  plan: (plan: GraphPlan) => void,
  inputs: Readonly<Record<string, Source>>,
  options: { readonly tags?: readonly Tag[]; readonly rejects?: ErrorCode } = {},
): ComputeCase {
  const id = `${group}/${what}`;
  const seed = seedOf(id);
  const { tags = [], rejects } = options;
  return {
    kind: 'compute',
    id,
    group,
    seed,
    tags: ['required', ...tags],
    ...(rejects === undefined ? {} : { rejects }),
    build: () => {
      const random = seeded(seed);
      return { graph: planGraph(id, random, plan), inputs: drawAll(inputs, random) };
    },
  };
}

/** Builds a graph with weights out of `random`. */
export function planGraph(name: string, random: Random, plan: (plan: GraphPlan) => void): Graph {
  const g = graphBuilder(name);
  plan({ g, random, weights: (weight, source) => g.constant(weight, draw(source, random)) });
  return g.build();
}

/** Draws every source. */
export function drawAll(sources: Readonly<Record<string, Source>>, random: Random): TensorMap {
  return Object.fromEntries(
    Object.entries(sources).map(([name, source]) => [name, draw(source, random)]),
  );
}

/** Normal inputs for a graph without symbols, or for the shapes given. */
export function normalInputs(
  graph: Graph,
  random: Random,
  shapes: Readonly<Record<string, readonly number[]>> = {},
): TensorMap {
  return Object.fromEntries(
    graph.inputs.map((name) => {
      const shape = shapes[name] ?? (typeOf(graph, name).shape as readonly number[]);
      return [name, draw(normal(shape), random)];
    }),
  );
}

/** A case of a backend's conduct. */
export function scenarioCase(
  group: string,
  what: string,
  tags: readonly Tag[],
  scenario: Scenario,
): ScenarioCase {
  const id = `${group}/${what}`;
  return { kind: 'scenario', id, group, seed: seedOf(id), tags, scenario };
}
