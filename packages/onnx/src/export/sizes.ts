import { dim, type Dim, type Graph, typeOf } from '@separable/core';
import type { Initialisers } from './initialisers.js';
import { Inexpressible } from './inexpressible.js';
import type { Nodes, OnnxAttributes } from './nodes.js';
import { readSize, type SizeArithmetic } from './size-expression.js';

interface Axis {
  readonly input: string;
  readonly axis: number;
  readonly extent: Dim;
}

/**
 * Dimensions as values of the model, each an int64 vector of one element. Symbols are read from the
 * shapes of the graph's inputs; what is made of them is computed by nodes, once each.
 */
export class Sizes implements SizeArithmetic<string> {
  private readonly axes: readonly Axis[];
  private readonly nodes: Nodes;
  private readonly constants: Initialisers;
  private readonly known = new Map<string, string>();

  constructor(graph: Graph, nodes: Nodes, constants: Initialisers) {
    this.nodes = nodes;
    this.constants = constants;
    this.axes = graph.inputs.flatMap((input) =>
      typeOf(graph, input).shape.map((extent, axis) => ({ input, axis, extent })),
    );
  }

  /** @throws Inexpressible when no input tells the size of a symbol */
  of(d: Dim): string {
    if (typeof d === 'number') return this.number(d);
    return this.once(d, () => {
      const found = this.axes.find(({ extent }) => extent === d);
      return found === undefined ? readSize(d, this) : this.read(found);
    });
  }

  /** A vector of all extents: a constant where all are numbers. */
  vector(dims: readonly Dim[]): string {
    if (dims.every((d) => typeof d === 'number')) return this.constants.int64s(dims);
    return this.once(`[${dims.join(', ')}]`, () => {
      const parts = dims.map((d) => this.of(d));
      return parts.length === 1 ? parts[0]! : this.node('Concat', parts, 'shape', { axis: 0 });
    });
  }

  number(value: number): string {
    return this.constants.int64s([value]);
  }

  symbol(name: string): string {
    return this.once(name, () => {
      const whole = this.axes.find(({ extent }) => extent === name);
      return whole === undefined ? this.solved(name) : this.read(whole);
    });
  }

  add(a: string, b: string): string {
    return this.compute('Add', a, b);
  }

  subtract(a: string, b: string): string {
    return this.compute('Sub', a, b);
  }

  multiply(a: string, b: string): string {
    return this.compute('Mul', a, b);
  }

  /** ONNX's Div truncates; less its remainder of the divisor's sign, a dividend divides exactly. */
  floorDivide(a: string, b: string): string {
    return this.compute('Div', this.subtract(a, this.compute('Mod', a, b)), b);
  }

  minimum(a: string, b: string): string {
    return this.compute('Min', a, b);
  }

  maximum(a: string, b: string): string {
    return this.compute('Max', a, b);
  }

  private compute(op: string, a: string, b: string): string {
    return this.once(`${op} ${a} ${b}`, () => this.node(op, [a, b], 'size'));
  }

  private read({ input, axis }: Axis): string {
    return this.node('Shape', [input], `${input}.${axis}`, { start: axis, end: axis + 1 });
  }

  /** Solves `slope · symbol + offset = extent` on an axis that has no other symbol. */
  private solved(symbol: string): string {
    for (const found of this.axes) {
      const { extent } = found;
      if (dim.symbolsOf(extent).join() !== symbol || String(extent).includes('(')) continue;
      const at = (value: number) => dim.bind(extent, new Map([[symbol, value]])) as number;
      const offset = at(0);
      const slope = at(1) - offset;
      if (dim.subtract(extent, dim.multiply(slope, symbol)) !== offset) continue;
      return this.compute(
        'Div',
        this.subtract(this.read(found), this.number(offset)),
        this.number(slope),
      );
    }
    throw new Inexpressible(`no input tells the size of '${symbol}'`);
  }

  private node(
    op: string,
    inputs: readonly string[],
    wish: string,
    attributes: OnnxAttributes = {},
  ): string {
    return this.nodes.add(op, inputs, attributes, [wish])[0]!;
  }

  private once(key: string, make: () => string): string {
    let name = this.known.get(key);
    if (name === undefined) this.known.set(key, (name = make()));
    return name;
  }
}
