import { type AttributeProto, attributeTypes } from '../proto/attribute-proto.js';
import type { GraphProto } from '../proto/graph-proto.js';
import { errorAt, quote } from '../proto/place.js';
import type { NodeProto } from '../proto/node-proto.js';
import type { TensorProto } from '../proto/tensor-proto.js';

const text = new TextDecoder();
const typeNames = new Map(
  Object.entries(attributeTypes).map(([name, type]) => [type as number, name]),
);

/** An int64 as a number; beyond ±(2^53 − 1), where it only ever means "as far as it goes", clamped. */
export function saturate(value: bigint): number {
  const number = Number(value);
  if (Number.isSafeInteger(number)) return number;
  return number < 0 ? Number.MIN_SAFE_INTEGER : Number.MAX_SAFE_INTEGER;
}

/** Reads a node's attributes by name and kind, and remembers which were never asked for. */
export class Attributes {
  private readonly node: NodeProto;
  private readonly byName = new Map<string, AttributeProto>();
  private readonly unread: Set<string>;

  constructor(node: NodeProto) {
    this.node = node;
    for (const attribute of node.attributes) {
      if (this.byName.has(attribute.name)) {
        throw errorAt(attribute.place, `a second attribute named ${quote(attribute.name)}`);
      }
      this.byName.set(attribute.name, attribute);
    }
    this.unread = new Set(this.byName.keys());
  }

  has(name: string): boolean {
    return this.byName.has(name);
  }

  /** Names of attributes no one asked for. */
  leftOver(): readonly string[] {
    return [...this.unread];
  }

  /** Marks attributes that mean nothing to a graph that only infers. */
  ignore(...names: readonly string[]): void {
    for (const name of names) this.unread.delete(name);
  }

  int(name: string, fallback?: number): number {
    const found = this.find(name, attributeTypes.int);
    return found === undefined ? this.required(name, fallback) : saturate(found.i);
  }

  float(name: string, fallback?: number): number {
    const found = this.find(name, attributeTypes.float);
    return found === undefined ? this.required(name, fallback) : found.f;
  }

  /** An int that says yes or no. */
  flag(name: string, fallback: boolean): boolean {
    return this.int(name, Number(fallback)) !== 0;
  }

  string(name: string, fallback?: string): string {
    const found = this.find(name, attributeTypes.string);
    return found === undefined ? this.required(name, fallback) : text.decode(found.s);
  }

  ints(name: string): readonly number[] | undefined {
    const found = this.find(name, attributeTypes.ints);
    return found === undefined ? undefined : Array.from(found.ints, saturate);
  }

  floats(name: string): readonly number[] | undefined {
    const found = this.find(name, attributeTypes.floats);
    return found === undefined ? undefined : [...found.floats];
  }

  strings(name: string): readonly string[] | undefined {
    return this.find(name, attributeTypes.strings)?.strings.map((s) => text.decode(s));
  }

  tensor(name: string): TensorProto | undefined {
    const found = this.find(name, attributeTypes.tensor);
    if (found !== undefined && found.t === undefined) {
      throw errorAt(found.place, `attribute ${quote(name)} holds no tensor`);
    }
    return found?.t;
  }

  graph(name: string): GraphProto {
    const found = this.find(name, attributeTypes.graph);
    return found?.g ?? this.required<GraphProto>(name, undefined);
  }

  private find(name: string, type: number): AttributeProto | undefined {
    const found = this.byName.get(name);
    this.unread.delete(name);
    if (found === undefined || found.type === type || found.type === attributeTypes.undefined)
      return found;
    const got = typeNames.get(found.type) ?? `kind ${found.type}`;
    throw errorAt(
      found.place,
      `attribute ${quote(name)} must be of kind ${typeNames.get(type)}, got ${got}`,
    );
  }

  private required<T>(name: string, fallback: T | undefined): T {
    if (fallback !== undefined) return fallback;
    throw errorAt(this.node.place, `${this.node.opType} needs the attribute ${quote(name)}`);
  }
}
