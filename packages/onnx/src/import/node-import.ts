import {
  type Dim,
  type DType,
  type GraphBuilder,
  type Shape,
  type Tensor,
  type Value,
} from '@separable/core';
import type { GraphProto } from '../proto/graph-proto.js';
import type { NodeProto } from '../proto/node-proto.js';
import { errorAt } from '../proto/place.js';
import { type ExternalData } from '../tensor/external-data.js';
import { permute } from '../tensor/permute.js';
import { dtypeOf, toTensor } from '../tensor/to-tensor.js';
import { Attributes } from './attributes.js';
import type { Functions } from './inline.js';
import { dimsOf, knownConstant, knownTensor } from './known.js';
import type { ConstantOperand, KnownOperand, Operand, RuntimeOperand } from './operand.js';
import { labelOf } from './order.js';
import { toNumber } from './quantity.js';
import type { Scope } from './scope.js';
import { Unsupported } from './unsupported.js';

/** Imports a graph on operands, those left out being undefined; its outputs. */
type Body = (
  graph: GraphProto,
  inputs: readonly (Operand | undefined)[],
  around: Scope,
) => readonly Operand[];

/** What all nodes of one import share. */
export interface ModelContext {
  readonly g: GraphBuilder;
  readonly opset: number;
  readonly externalData: ExternalData | undefined;
  /** Operators that the file defines itself. */
  readonly functions: Functions;
  /** How many calls of functions lead here. */
  readonly depth: number;
  /** Names that a node or the graph's outputs read. */
  readonly read: ReadonlySet<string>;
  /** What has been used of the limits on a file. */
  readonly spent: { shapeElements: number; unrolled: number };
  /** What is worth saying of nodes that were imported, and of which. */
  readonly notes: Map<string, string[]>;
  /** Nodes that are listed as unsupported. */
  readonly refused: Set<NodeProto>;
  /** Imports a graph that a node holds, here and now; its outputs. */
  readonly body: Body;
}

/** How a constant is laid out anew when it enters the graph; undefined parts are left out. */
export interface Arrangement {
  readonly reshape?: readonly number[];
  readonly permutation?: readonly number[];
  readonly shape?: readonly number[];
}

/** One node while it is lowered: its operands in every form, its attributes, names for results. */
export class NodeImport {
  readonly g: GraphBuilder;
  readonly opset: number;
  readonly node: NodeProto;
  readonly attributes: Attributes;
  readonly model: ModelContext;
  private readonly operands: readonly (Operand | undefined)[];
  private readonly scope: Scope;

  constructor(
    model: ModelContext,
    node: NodeProto,
    operands: readonly (Operand | undefined)[],
    scope: Scope,
    attributes: Attributes = new Attributes(node),
  ) {
    this.scope = scope;
    this.g = model.g;
    this.opset = model.opset;
    this.model = model;
    this.node = node;
    this.attributes = attributes;
    this.operands = operands;
  }

  get label(): string {
    return labelOf(this.node);
  }

  /** Number of operands, absent ones in the middle included. */
  get count(): number {
    return this.operands.length;
  }

  has(index: number): boolean {
    return this.operands[index] !== undefined;
  }

  /** Whether anything reads a result. */
  isRead(output: number): boolean {
    const name = this.node.outputs[output];
    return name !== undefined && name !== '' && this.model.read.has(name);
  }

  /** A name for a node of the graph: the ONNX value it makes, or a step on the way to it. */
  name(step?: string): string {
    const base = this.node.outputs.find((output) => output !== '') ?? this.label;
    return step === undefined ? base : `${base}/${step}`;
  }

  /** This node on other operands, for a lowering that prepares them for another one. */
  on(operands: readonly (Operand | undefined)[]): NodeImport {
    return new NodeImport(this.model, this.node, operands, this.scope, this.attributes);
  }

  /** Has the import say something of this node. */
  remark(text: string): void {
    const nodes = this.model.notes.get(text);
    if (nodes === undefined) this.model.notes.set(text, [this.label]);
    else nodes.push(this.label);
  }

  /** The results of one of the graphs this node holds. */
  run(graph: GraphProto, inputs: readonly Operand[] = []): readonly Operand[] {
    return this.model.body(graph, inputs, this.scope);
  }

  /** @throws ImportError when the operand is absent */
  operand(index: number): Operand {
    const found = this.operands[index];
    if (found === undefined)
      throw errorAt(this.node.place, `${this.node.opType} needs operand ${index}`);
    return found;
  }

  shape(index: number): Shape {
    const operand = this.operand(index);
    if (operand.kind === 'runtime') return operand.shape;
    if (operand.kind === 'constant') return operand.proto.dims;
    if (operand.kind === 'known') return operand.dims;
    throw notTensor(operand);
  }

  rank(index: number): number {
    return this.shape(index).length;
  }

  dtype(index: number): DType {
    const operand = this.operand(index);
    if (operand.kind === 'runtime') return operand.dtype;
    if (operand.kind === 'constant') return dtypeOf(operand.proto.dataType)!;
    if (operand.kind === 'known') return dtypeOf(operand.elementType) ?? 'int32';
    throw notTensor(operand);
  }

  isConstant(index: number): boolean {
    return this.operands[index]?.kind === 'constant';
  }

  /** An operand as a value of the graph, axes in ONNX's order. */
  value(index: number): Value {
    return this.plain(this.operand(index));
  }

  /** All operands as values. */
  values(): readonly Value[] {
    return this.operands.map((_, index) => this.value(index));
  }

  /** A feature map `[N, C, …]` as `[N, …, C]`. */
  channelsLast(index: number): Value {
    const operand = this.operand(index);
    const rank = this.rank(index);
    if (rank < 3) return this.value(index);
    const permutation = [0, ...Array.from({ length: rank - 2 }, (_, i) => i + 2), 1];
    if (operand.kind !== 'runtime') return this.arranged(index, { permutation });
    operand.channelsLast ??= this.g.transpose(
      { x: this.plain(operand) },
      { permutation },
      `${operand.name}/channelsLast`,
    );
    return operand.channelsLast;
  }

  /** The result of a node computed with channels last. */
  fromChannelsLast(value: Value): RuntimeOperand {
    const { name, dtype, shape } = value;
    const rank = shape.length;
    if (rank < 3) return { kind: 'runtime', name, dtype, shape, plain: value, channelsLast: value };
    const logical = [shape[0]!, shape[rank - 1]!, ...shape.slice(1, -1)];
    return { kind: 'runtime', name, dtype, shape: logical, plain: undefined, channelsLast: value };
  }

  /** A short operand whose elements are exact quantities, or undefined. */
  known(index: number): KnownOperand | undefined {
    const operand = this.operands[index];
    return operand && this.knownOf(operand);
  }

  /** Any operand as exact quantities, where it is that. */
  knownOf(operand: Operand): KnownOperand | undefined {
    if (operand.kind === 'constant') return knownConstant(operand);
    return operand.kind === 'known' ? operand : undefined;
  }

  /** The elements of an operand that says something about shapes. */
  dims(index: number): readonly Dim[] {
    const known = this.known(index);
    const dims = known === undefined ? undefined : dimsOf(known);
    if (dims !== undefined) return dims;
    throw new Unsupported(
      `its operand ${this.operand(index).name} depends on data, not only on shapes`,
    );
  }

  /** The integers of an operand such as axes. */
  integers(index: number): readonly number[] {
    return this.dims(index).map((d) => {
      if (typeof d === 'number') return d;
      throw new Unsupported(
        `its operand ${this.operand(index).name} depends on the size ${d}; pin it with the option inputShapes`,
      );
    });
  }

  /** The numbers of a constant operand, integers or floats. */
  numbers(index: number): readonly number[] {
    const operand = this.operand(index);
    if (operand.kind === 'constant') return Array.from(operand.elements, Number);
    const numbers = this.known(index)?.elements.map(toNumber);
    if (numbers?.every((n) => n !== undefined)) return numbers;
    throw new Unsupported(`its operand ${operand.name} must be a constant`);
  }

  /** The only number of a constant operand. */
  number(index: number): number {
    const [first, ...others] = this.numbers(index);
    if (first !== undefined && others.length === 0) return first;
    const shape = `[${this.shape(index).join(', ')}]`;
    throw errorAt(
      this.node.place,
      `operand ${index} of ${this.node.opType} must be one number, has shape ${shape}`,
    );
  }

  /** An operand in another layout: new data for a constant, nodes for anything else. */
  arranged(index: number, arrangement: Arrangement): Value {
    const operand = this.operand(index);
    if (operand.kind !== 'constant') return this.arrangedAtRun(this.value(index), arrangement);
    const key = JSON.stringify(arrangement);
    let form = operand.forms.get(key);
    if (form === undefined) {
      form = this.g.constant(operand.name, arrange(tensorOf(operand), arrangement));
      operand.forms.set(key, form);
    }
    return form;
  }

  private arrangedAtRun(value: Value, { reshape, permutation, shape }: Arrangement): Value {
    const { g } = this;
    let x = value;
    if (reshape !== undefined) x = g.reshape({ x }, { shape: reshape }, this.name('filter'));
    if (permutation !== undefined) x = g.transpose({ x }, { permutation }, this.name('filter'));
    if (shape !== undefined) x = g.reshape({ x }, { shape }, this.name('filter'));
    return x;
  }

  /** The number that decides what is imported; undefined when only a run can tell. */
  decided(operand: Operand): number | undefined {
    const known = this.knownOf(operand);
    return known?.elements.length === 1 ? toNumber(known.elements[0]!) : undefined;
  }

  /** The value of any operand in ONNX's order of axes. */
  plain(operand: Operand): Value {
    switch (operand.kind) {
      case 'runtime':
        if (operand.channelsLast === undefined && operand.floats !== undefined) {
          const attributes = { to: operand.dtype };
          operand.plain ??= this.g.cast({ x: operand.floats }, attributes, operand.name);
        }
        operand.plain ??= this.g.transpose(
          { x: operand.channelsLast! },
          {
            permutation: [
              0,
              operand.shape.length - 1,
              ...Array.from({ length: operand.shape.length - 2 }, (_, i) => i + 1),
            ],
          },
          `${operand.name}/channelsFirst`,
        );
        return operand.plain;
      case 'constant': {
        const form = operand.forms.get('plain') ?? this.g.constant(operand.name, tensorOf(operand));
        operand.forms.set('plain', form);
        return form;
      }
      case 'known':
        return this.g.constant(operand.name, knownTensor(operand, this.node.place));
      case 'sequence':
      case 'missing':
        throw notTensor(operand);
    }
  }
}

function notTensor({ kind, name }: Operand): Unsupported {
  const why = kind === 'sequence' ? 'is a sequence' : 'cannot be imported';
  return new Unsupported(`its operand ${name} ${why}`);
}

/** A constant as a tensor of the graph's dtypes. */
export function tensorOf(operand: ConstantOperand): Tensor {
  operand.tensor ??= toTensor(operand.proto, operand.elements);
  return operand.tensor;
}

function arrange(tensor: Tensor, { reshape, permutation, shape }: Arrangement): Tensor {
  let result = tensor;
  if (reshape !== undefined) result = { ...result, shape: reshape };
  if (permutation !== undefined) result = permute(result, permutation);
  if (shape !== undefined) result = { ...result, shape };
  return result;
}
