import { describe, expect, it } from 'vitest';
import { tensor } from '../data/tensor.js';
import { SeparableError } from '../errors/separable-error.js';
import type { Shape } from '../shape/shape.js';
import { bindGraph, solveSymbols } from './bind.js';
import { graphBuilder } from './builder.js';
import type { Graph } from './graph.js';
import { verifyGraph } from './verify.js';

/** The first line of the typed error that comes of a call; anything else is thrown on. */
function refusal(call: () => unknown): string {
  try {
    call();
  } catch (error) {
    if (error instanceof SeparableError) return `${error.code}: ${error.message.split('\n')[0]}`;
    throw error;
  }
  return 'none';
}

describe('a builder used from plain JavaScript', () => {
  const g = graphBuilder('g');
  const x = g.input('x', 'float32', ['n', 4]);
  const any = g as unknown as Record<string, (...given: readonly unknown[]) => unknown>;

  it('says what it needed', () => {
    const refusals = [
      () => any['relu']!(),
      () => any['relu']!({ x: undefined }),
      () => any['relu']!({ x: 'x' }),
      () => any['relu']!({ x: null }),
      () => any['relu']!({ x: [x] }),
      () => any['relu']!({ x, __proto__: null, ['y']: x }),
      () => any['relu']!(JSON.parse('{"__proto__": {"name": "x"}}')),
      () => any['concat']!({ inputs: x }, { axis: 0 }),
      () => any['concat']!({ inputs: [] }, { axis: 0 }),
      () => any['concat']!({ inputs: [x] }, { axis: Array.from({ length: 10_000 }, () => 0) }),
      () => any['transpose']!({ x }, { permutation: Array.from({ length: 9999 }, (_, i) => i) }),
      () => any['expandDims']!({ x }, { axes: Array.from({ length: 70 }, (_, i) => i) }),
      () => any['input']!('y', 'float64', [1]),
      () => any['input']!('y', 'float32'),
      () => any['input']!('y', 'float32', [-1]),
      () => any['input']!('y', 'float32', [{}]),
      () => any['output']!('y'),
      () => any['constant']!('c', { dtype: 'float32' }),
      () => tensor('float32', [1e6, 1e6]),
      () => tensor('float32', [2 ** 40, 2 ** 40]),
    ].map(refusal);
    expect(refusals).toMatchInlineSnapshot(`
      [
        "graph: node 'relu' (relu of nothing): operand 'x' is missing",
        "graph: node 'relu_2' (relu of nothing): operand 'x' is missing",
        "graph: node 'relu_3' (relu) uses 'undefined', which graph 'g' did not make",
        "graph: node 'relu_4' (relu) uses 'undefined', which graph 'g' did not make",
        "graph: node 'relu_5' (relu of x float32 [n, 4]): operand 'x' takes one value",
        "graph: node 'relu_6' (relu of x float32 [n, 4], y float32 [n, 4]): it has no operand 'y'; it takes x",
        "graph: node 'relu_7' (relu) uses 'x', which graph 'g' did not make",
        "graph: node 'concat' (concat of inputs float32 [n, 4]): operand 'inputs' takes a list",
        "graph: node 'concat_2' (concat of inputs ): operand 'inputs' needs at least one value",
        "graph: node 'concat_3': concat attribute 'axis': expected an integer, got [0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0",
        "graph: node 'transpose': transpose attribute 'permutation': expected a list of integers of at least 0, got [0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,25,26,27,28,29,30,31,32,33,34,35,3",
        "shape-mismatch: node 'expandDims' (expandDims of x float32 [n, 4]): its result would have 72 axes, more than 64",
        "graph: input 'y' needs a dtype and a shape, got "float64" and [1]",
        "graph: input 'y' needs a dtype and a shape, got "float32" and undefined",
        "shape-mismatch: input 'y' would have the shape [-1]",
        "graph: a dimension is a number or an expression, got {}",
        "graph: output 'y' uses 'undefined', which graph 'g' did not make",
        "graph: tensor shape must hold non-negative integers, got undefined",
        "graph: there is no memory for a tensor of 1000000000000 float32 elements",
        "graph: there is no memory for a tensor of 1.2089258196146292e+24 float32 elements",
      ]
    `);
  });
});

describe('sizes that do not fit', () => {
  const g = graphBuilder('g');
  const a = g.input('a', 'float32', ['n', '2*H + 1', 'H*W']);
  g.input('b', 'float32', ['W', '(H + 1)//2', 'min(H, n)']);
  g.output('y', g.relu({ x: a }));
  const graph = g.build();

  it('are refused by input', () => {
    const sizes: readonly Readonly<Record<string, unknown>>[] = [
      { a: [1, 9, 8], b: [3, 2, 1] },
      { a: [1, 8, 8] },
      { a: [1, 9] },
      { a: [-1, 9, 8] },
      { a: [1.5, 9, 8] },
      { a: [NaN, 9, 8] },
      { a: 'shape' },
      { a: [1, 9, 8] },
      { c: [1] },
      { constructor: [1] },
      {},
    ];
    const refusals = sizes.map((shapes) => refusal(() => bindGraph(graph, shapes as never)));
    expect(refusals).toMatchInlineSnapshot(`
      [
        "input-mismatch: input 'a' needs the shape [n, 2*H + 1, H*W], got [1, 9, 8] (with n = 1, W = 3, H = 4)",
        "input-mismatch: input 'a' needs the shape [n, 2*H + 1, H*W], got [1, 8, 8] (with n = 1)",
        "input-mismatch: input 'a' needs the shape [n, 2*H + 1, H*W], got [1, 9]",
        "input-mismatch: input 'a' needs the shape [n, 2*H + 1, H*W], got [-1, 9, 8]",
        "input-mismatch: input 'a' needs the shape [n, 2*H + 1, H*W], got [1.5, 9, 8]",
        "input-mismatch: input 'a' needs the shape [n, 2*H + 1, H*W], got [NaN, 9, 8]",
        "input-mismatch: input 'a' needs the shape [n, 2*H + 1, H*W], got "shape"",
        "none",
        "input-mismatch: graph 'g' has no input 'c'",
        "input-mismatch: graph 'g' has no input 'constructor'",
        "input-mismatch: graph 'g' has no size yet: 'a' is [n, 2*H + 1, H*W]",
      ]
    `);
  });

  it('follow from one another wherever one symbol is left', () => {
    const bindings = solveSymbols(graph, { a: [3, 9, 20], b: [5, 2, 3] });
    expect(Object.fromEntries(bindings)).toEqual({ n: 3, W: 5, H: 4 });
    const late = graphBuilder('late');
    late.input('p', 'float32', ['A + B']);
    late.output('y', late.relu({ x: late.input('q', 'float32', ['2*B']) }));
    const known = solveSymbols(late.build(), { p: [7], q: [6] });
    expect(Object.fromEntries(known)).toEqual({ A: 4, B: 3 });
    expect(bindGraph(graph, { a: [0, 1, 0], b: [0, 0, 0] }).values.get('relu')?.shape).toEqual([
      0, 1, 0,
    ]);
  });
});

describe('the verifier', () => {
  const g = graphBuilder('g');
  const x = g.input('x', 'float32', ['n', 4]);
  g.output('y', g.add({ a: g.relu({ x }), b: g.constant('c', tensor('float32', [4])) }));
  const graph = g.build();
  const [relu, add] = graph.nodes as [Graph['nodes'][number], Graph['nodes'][number]];
  const typed = (name: string, dtype: 'float32' | 'int32', shape: Shape): Partial<Graph> => ({
    values: new Map(graph.values).set(name, { dtype, shape }),
  });

  it('finds what does not hold', () => {
    const c = graph.constants.get('c')!;
    const broken: readonly Partial<Graph>[] = [
      { nodes: [add, relu] },
      { nodes: [relu, { ...relu, name: 'again' }, add] },
      { nodes: [relu, { ...add, name: 'relu' }] },
      { nodes: [{ ...relu, op: '__proto__' }, add] },
      { nodes: [{ ...relu, inputs: {} }, add] },
      { nodes: [{ ...relu, inputs: JSON.parse('{"x": "x", "__proto__": "x"}') as {} }, add] },
      { nodes: [{ ...relu, outputs: ['relu', 'more'] }, add] },
      { nodes: [{ ...relu, attributes: { alpha: 1 } }, add] },
      { constants: new Map([['c', { ...c, data: new Float32Array(3) }]]) },
      { constants: new Map([['c', { ...c, data: new Int32Array(4) }]]) },
      { constants: new Map([['x', c]]) },
      typed('x', 'int32', ['n', 4]),
      typed('x', 'float32', ['n', -4]),
      typed('x', 'float32', ['4 + n']),
      typed('ghost', 'float32', []),
      { outputs: [{ name: 'y', value: 'ghost' }] },
      { outputs: [] },
    ];
    const refusals = broken.map((part) => refusal(() => verifyGraph({ ...graph, ...part })));
    expect(refusals).toMatchInlineSnapshot(`
      [
        "graph: node 'add' (add) reads 'relu' before anything makes it",
        "graph: node 'again' makes 'relu', which was made before",
        "graph: two nodes are named 'relu'",
        "graph: there is no op named '__proto__'",
        "graph: node 'relu' (relu of nothing): operand 'x' is missing",
        "graph: node 'relu' (relu of x float32 [n, 4], __proto__ float32 [n, 4]): it has no operand '__proto__'; it takes x",
        "graph: node 'relu' (relu) makes 1 values, it names 2",
        "graph: relu has no attribute 'alpha'; it has none",
        "graph: constant 'c' of float32 [4] holds a Float32Array of 3",
        "graph: constant 'c' of float32 [4] holds a Int32Array of 4",
        "graph: the constants make 'x' as float32 [4], the graph says float32 [n, 4]",
        "graph: node 'relu' makes 'relu' as int32 [n, 4], the graph says float32 [n, 4]",
        "shape-mismatch: value 'x' would have the shape [n, -4]",
        "graph: the inputs make 'x' as float32 [n + 4], the graph says float32 [4 + n]",
        "graph: nothing makes the values ghost",
        "graph: output 'y' is 'ghost', which nothing makes",
        "graph: graph 'g' has no output",
      ]
    `);
  });
});
