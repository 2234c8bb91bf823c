import {
  type Activation,
  activationAttributes,
  type AttributesOf,
  type AttributeValue,
  type Dim,
  definitionOf,
  type DType,
  type OpName,
  type Shape,
  type Tensor,
  type ValueType,
} from '@separable/core';
import type { ExportValue } from './export-value.js';
import { Inexpressible } from './inexpressible.js';
import type { ModelExport } from './model-export.js';
import type { OnnxAttributes } from './nodes.js';
import {
  channelsFirstOrder,
  inOrder,
  isRowMajor,
  type Laid,
  type Order,
  plainOrder,
} from './order.js';

/** Operands of an op as values of an export. */
export type Operands = Readonly<Record<string, ExportValue | readonly ExportValue[]>>;

/** What a lowering is given. */
export interface NodeParts {
  readonly op: string;
  readonly operands: Operands;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly types: readonly ValueType[];
  /** What names are made of. */
  readonly place: string;
}

/** One node of the graph as a lowering sees it: what it reads, and how to add to the model. */
export class NodeExport<K extends OpName = OpName> {
  readonly op: string;
  readonly attributes: AttributesOf<K>;
  /** Types of the results. */
  readonly types: readonly ValueType[];
  readonly model: ModelExport;
  private readonly operands: Operands;
  private readonly place: string;

  constructor(model: ModelExport, { op, operands, attributes, types, place }: NodeParts) {
    this.model = model;
    this.op = op;
    this.operands = operands;
    this.attributes = attributes as AttributesOf<K>;
    this.types = types;
    this.place = place;
  }

  get dtype(): DType {
    return this.types[0]!.dtype;
  }

  has(operand: string): boolean {
    return this.operands[operand] !== undefined;
  }

  value(operand: string): ExportValue {
    return this.operands[operand] as ExportValue;
  }

  list(operand: string): readonly ExportValue[] {
    return [this.operands[operand]!].flat();
  }

  shape(operand: string): Shape {
    return this.value(operand).shape;
  }

  tensor(operand: string): Tensor | undefined {
    return this.value(operand).tensor;
  }

  /** An operand in the graph's order of axes. */
  plain(operand: string): string {
    return this.inOrder(operand, plainOrder(this.shape(operand).length));
  }

  channelsFirst(operand: string): string {
    return this.inOrder(operand, channelsFirstOrder(this.shape(operand).length));
  }

  inOrder(operand: string, order: Order): string {
    return this.model.inOrder(this.value(operand), order);
  }

  /** An operand as it was made; a constant in the graph's order. */
  home(operand: string): Laid {
    return this.model.home(this.value(operand));
  }

  /** An operand whose elements lie in the graph's row-major order, whatever its axes of 1 do. */
  rowMajor(operand: string): Laid {
    const { shape, laid } = this.value(operand);
    const found = laid.find(({ order }) => isRowMajor(order, shape));
    return found ?? { name: this.plain(operand), order: plainOrder(shape.length) };
  }

  /** An operand with its axes permuted and then under another shape; at export time if it is a constant. */
  arranged(
    operand: string,
    { permutation, shape }: { readonly permutation: Order; readonly shape: readonly Dim[] },
  ): string {
    const { name, tensor } = this.value(operand);
    if (tensor !== undefined) {
      return this.model.constants.arranged(name, tensor, permutation, shape as readonly number[]);
    }
    return this.reshape(
      this.inOrder(operand, permutation),
      inOrder(this.shape(operand), permutation),
      shape,
    );
  }

  /** An optional operand in the graph's order, or nothing. */
  optional(operand: string): readonly string[] {
    return this.has(operand) ? [this.plain(operand)] : [];
  }

  /** Adds a node of one result. */
  add(op: string, inputs: readonly string[], attributes: OnnxAttributes = {}): string {
    return this.addMany(op, inputs, attributes, 1)[0]!;
  }

  addMany(
    op: string,
    inputs: readonly string[],
    attributes: OnnxAttributes,
    count: number,
  ): readonly string[] {
    const wishes = Array.from({ length: count }, () => `${this.place}.${op}`);
    return this.model.nodes.add(op, inputs, attributes, wishes);
  }

  /** A tensor of the model under another shape. */
  reshape(name: string, from: Shape, to: Shape): string {
    const shape = to.map((extent, axis) => {
      if (typeof extent === 'number') return extent;
      return extent === from[axis] ? 0 : -1;
    });
    const open = to.filter((extent) => typeof extent === 'string').length;
    const copied = shape.filter((extent) => extent === 0).length;
    // 0 copies the extent at its place, unless it is to be taken as a number.
    if (!to.includes(0) && (open === copied || (open === 1 && !shape.includes(0))))
      return this.add('Reshape', [name, this.int64s(shape)]);
    return this.add('Reshape', [name, this.sizes(to)], { allowzero: 1 });
  }

  /** A float32 constant without axes. */
  float(value: number): string {
    return this.model.constants.scalar('float32', value);
  }

  int32(value: number): string {
    return this.model.constants.scalar('int32', value);
  }

  int64s(values: readonly number[]): string {
    return this.model.constants.int64s(values);
  }

  /** A vector of extents. */
  sizes(dims: readonly Dim[]): string {
    return this.model.sizes.vector(dims);
  }

  cast(value: string, to: number): string {
    return this.add('Cast', [value], { to });
  }

  /** A number of the graph that ONNX wants as an attribute. */
  number(d: Dim, what: string): number {
    if (typeof d === 'number') return d;
    throw new Inexpressible(`the number of ${what} has the open size ${d}`);
  }

  /** Lowers another op on the way; its attributes may leave defaults out. */
  apply(
    op: OpName,
    operands: Operands,
    attributes: Readonly<Record<string, AttributeValue>> = {},
  ): readonly ExportValue[] {
    return this.model.apply(op, operands, attributes, `${this.place}.${op}`);
  }

  /** Lowers this op as another one that computes the same. */
  as(
    op: OpName,
    operands: Operands,
    attributes: Readonly<Record<string, AttributeValue>> = {},
  ): Laid {
    return this.apply(op, operands, attributes)[0]!.laid[0]!;
  }

  /** Lowers the op's own decomposition. */
  decomposed(): Laid {
    const g = this.model.decomposing(this.place);
    const [result] = definitionOf(this.op).decompose!(g, this.operands, this.attributes as never);
    return this.model.home(result as ExportValue);
  }

  /** A result that `compute` makes in some order, with an activation applied to it. */
  activated(f: Activation | null, order: Order, compute: () => string): Laid {
    const laid = { name: compute(), order };
    if (f === null) return laid;
    const x: ExportValue = { ...this.types[0]!, name: this.place, laid: [laid] };
    return this.as(f.op as OpName, { x }, activationAttributes(f));
  }
}
