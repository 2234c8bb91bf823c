import {
  type Dim,
  type DType,
  type GraphBuilder,
  type Shape,
  type Tensor,
  tensor,
  type Value,
} from '@separable/core';
import { limits } from '../file/limits.js';
import { errorAt } from '../file/place.js';
import { Unsupported } from '../unsupported.js';
import { Attributes } from './attributes.js';
import type { NodeDef } from './node-def.js';
import type { ConstantOperand, Operand, SizesOperand } from './operand.js';

/** A constant laid out anew before it enters the graph. */
export interface Form {
  readonly name: string;
  readonly make: (t: Tensor) => Tensor;
}

/** One node while it is lowered: its operands in every form, its attributes, names for results. */
export class NodeImport {
  readonly g: GraphBuilder;
  readonly node: NodeDef;
  readonly attributes: Attributes;
  private readonly operands: readonly Operand[];

  constructor(g: GraphBuilder, node: NodeDef, operands: readonly Operand[]) {
    this.g = g;
    this.node = node;
    this.attributes = new Attributes(node.attributes);
    this.operands = operands;
  }

  get count(): number {
    return this.operands.length;
  }

  /** A name for a node of the graph: the TensorFlow node, or a step on the way to its result. */
  name(step?: string): string {
    return step === undefined ? this.node.name : `${this.node.name}/${step}`;
  }

  /** @throws ImportError when there is none */
  operand(index: number): Exclude<Operand, { kind: 'missing' }> {
    const found = this.operands[index];
    if (found === undefined || found.kind === 'missing') {
      throw errorAt(this.node.place, `${this.node.op} needs operand ${index}`);
    }
    return found;
  }

  shape(index: number): Shape {
    const operand = this.operand(index);
    if (operand.kind === 'runtime') return operand.value.shape;
    return operand.kind === 'constant' ? operand.tensor.shape : operand.shape;
  }

  dtype(index: number): DType {
    const operand = this.operand(index);
    if (operand.kind === 'runtime') return operand.value.dtype;
    return operand.kind === 'constant' ? operand.tensor.dtype : 'int32';
  }

  /** The elements of a constant; undefined for anything that is not one. */
  constant(index: number): Tensor | undefined {
    const operand = this.operand(index);
    return operand.kind === 'constant' ? operand.tensor : undefined;
  }

  /** An operand as a value of the graph. */
  value(index: number): Value {
    const operand = this.operand(index);
    if (operand.kind === 'runtime') return operand.value;
    if (operand.kind === 'constant') return this.formOf(operand, { name: '', make: (t) => t });
    return this.g.constant(operand.name, sizesTensor(operand));
  }

  values(): readonly Value[] {
    return this.operands.map((_, index) => this.value(index));
  }

  /** A constant in another layout. @throws Unsupported when the operand is computed */
  arranged(index: number, form: Form): Value {
    const operand = this.operand(index);
    if (operand.kind !== 'constant') throw new Unsupported(`its operand ${index} is no constant`);
    return this.formOf(operand, form);
  }

  /** Sizes, axes and the like. @throws Unsupported when they depend on data */
  dims(index: number): readonly Dim[] {
    const operand = this.operand(index);
    if (operand.kind === 'sizes') return operand.elements;
    if (operand.kind === 'constant' && operand.tensor.dtype === 'int32') {
      if (operand.tensor.data.length > limits.elements) {
        throw errorAt(
          this.node.place,
          `operand ${index} has ${operand.tensor.data.length} elements`,
        );
      }
      return [...operand.tensor.data];
    }
    throw new Unsupported(`its operand ${index} depends on data, not only on shapes`);
  }

  /** Sizes that are numbers. @throws Unsupported when they are open */
  ints(index: number): readonly number[] {
    return this.dims(index).map((d) => {
      if (typeof d === 'number') return d;
      throw new Unsupported(`its operand ${index} has the open size ${d}`);
    });
  }

  int(index: number): number {
    const [value, ...more] = this.ints(index);
    if (value !== undefined && more.length === 0) return value;
    throw errorAt(this.node.place, `operand ${index} of ${this.node.op} must be one integer`);
  }

  /** One number out of a constant. */
  number(index: number): number {
    const found = this.constant(index);
    if (found === undefined) throw new Unsupported(`its operand ${index} is no constant`);
    if (found.data.length === 1) return found.data[0]!;
    throw errorAt(this.node.place, `operand ${index} of ${this.node.op} must be one number`);
  }

  private formOf(operand: ConstantOperand, { name, make }: Form): Value {
    let value = operand.forms.get(name);
    if (value === undefined) {
      value = this.g.constant(operand.name, make(operand.tensor));
      operand.forms.set(name, value);
    }
    return value;
  }
}

function sizesTensor({ name, shape, elements }: SizesOperand): Tensor {
  const numbers = elements.map((d) => {
    if (typeof d === 'number') return d;
    throw new Unsupported(`${name} holds the open size ${d} as data`);
  });
  return tensor('int32', shape, numbers);
}
