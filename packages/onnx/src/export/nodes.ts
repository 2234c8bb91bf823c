import { type AttributeInput, makeNode } from '../proto/make.js';
import type { NodeProto } from '../proto/node-proto.js';
import type { Names } from './names.js';

/** Attributes of an ONNX node; those that are undefined are left out. */
export type OnnxAttributes = Readonly<Record<string, AttributeInput | undefined>>;

/** The nodes of the model in order. */
export class Nodes {
  readonly list: NodeProto[] = [];
  private readonly names: Names;

  constructor(names: Names) {
    this.names = names;
  }

  /** Adds a node and names its results as wished, or nearly so. */
  add(
    op: string,
    inputs: readonly string[],
    attributes: OnnxAttributes,
    wishes: readonly string[],
  ): readonly string[] {
    const outputs = wishes.map((wish) => this.names.fresh(wish));
    const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
    const written = Object.fromEntries(given) as Readonly<Record<string, AttributeInput>>;
    this.list.push(makeNode(op, inputs, outputs, written, { name: outputs[0]! }));
    return outputs;
  }

  /** Adds a node whose results have names already. */
  addNamed(op: string, inputs: readonly string[], outputs: readonly string[]): void {
    this.list.push(makeNode(op, inputs, outputs, {}, { name: outputs[0]! }));
  }

  /**
   * Gives a result of a node another name, if a node from `first` on makes it.
   *
   * @returns the name it has now
   */
  rename(result: string, named: () => string, first = 0): string {
    const maker = this.list.findIndex((node, i) => i >= first && node.outputs.includes(result));
    if (maker < 0) return result;
    const wish = named();
    const renamed = (names: readonly string[]) =>
      names.map((name) => (name === result ? wish : name));
    for (let i = maker; i < this.list.length; i++) {
      const node = this.list[i]!;
      if (i > maker && !node.inputs.includes(result)) continue;
      const outputs = renamed(node.outputs);
      this.list[i] = { ...node, name: outputs[0]!, inputs: renamed(node.inputs), outputs };
    }
    return wish;
  }
}
