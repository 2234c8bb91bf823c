import {
  type AttributesIn,
  type ErrorCode,
  type GraphBuilder,
  graphBuilder,
  type OpDefinition,
  type OperandsOf,
  type OpName,
  type Ops,
  type Tensor,
  type Value,
} from '@separable/core';
import type { ComputeCase, Tag } from './case.js';
import { type Random, seeded, seedOf } from './random.js';
import { draw, type Source } from './source.js';

/** One node with its operands and attributes, to become a case. */
export type NodeCase<K extends OpName> =
  Ops[K] extends OpDefinition<infer O, infer A, infer _R>
    ? {
        /** Unique within the op. */
        readonly name: string;
        readonly operands: OperandsOf<O, Source>;
        readonly attributes?: AttributesIn<A>;
        /** Beside `required`, which stays unless `optional` is among them. */
        readonly tags?: readonly Tag[];
        readonly signedZero?: boolean;
        readonly rejects?: ErrorCode;
      }
    : never;

interface AnyNodeCase {
  readonly name: string;
  readonly operands: Readonly<Record<string, Source | readonly Source[] | undefined>>;
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly tags?: readonly Tag[];
  readonly signedZero?: boolean;
  readonly rejects?: ErrorCode;
}

/** Cases of one op, one node each; their numbers follow from op and name. */
export function nodeCases<K extends OpName>(
  op: K,
  list: readonly NodeCase<K>[],
): readonly ComputeCase[] {
  return list.map((given) => nodeCase(op, given as unknown as AnyNodeCase));
}

function nodeCase(op: string, given: AnyNodeCase): ComputeCase {
  const id = `${op}/${given.name}`;
  const seed = seedOf(id);
  const { signedZero, rejects, tags = [] } = given;
  return {
    kind: 'compute',
    id,
    group: op,
    seed,
    tags: tags.includes('optional') || tags.includes('required') ? tags : ['required', ...tags],
    ...(signedZero === undefined ? {} : { signedZero }),
    ...(rejects === undefined ? {} : { rejects }),
    build() {
      const g = graphBuilder(id);
      const random = seeded(seed);
      const inputs: Record<string, Tensor> = {};
      const operands: Record<string, Value | readonly Value[]> = {};
      for (const [name, source] of Object.entries(given.operands)) {
        if (source === undefined) continue;
        operands[name] = isList(source)
          ? source.map((one, i) => place(g, `${name}${i}`, one, random, inputs))
          : place(g, name, source, random, inputs);
      }
      const results = g.apply(op, operands, given.attributes, 'y');
      results.forEach((value, i) => g.output(results.length === 1 ? 'y' : `y${i}`, value));
      return { graph: g.build(), inputs };
    },
  };
}

function isList(source: Source | readonly Source[]): source is readonly Source[] {
  return Array.isArray(source);
}

function place(
  g: GraphBuilder,
  name: string,
  source: Source,
  random: Random,
  inputs: Record<string, Tensor>,
): Value {
  const drawn = draw(source, random);
  if (source.constant === true) return g.constant(name, drawn);
  inputs[name] = drawn;
  return g.input(name, source.dtype, source.declared ?? source.shape);
}
