import { describe, expect, it } from 'vitest';
import { definitionOf } from './table.js';
import { oneNode, parts } from '../../testing/one-node.js';

const activations = [
  ['relu', 'relu6', 'leakyRelu', 'elu', 'selu', 'sigmoid', 'hardSigmoid', 'hardSwish', 'swish'],
  ['gelu', 'mish', 'tanh', 'softplus', 'softsign', 'clip'],
].flat();
const functions = [
  ['celu', 'thresholdedRelu', 'exp', 'log', 'sqrt', 'rsqrt', 'reciprocal', 'abs', 'neg', 'sign'],
  ['floor', 'ceil', 'round', 'erf', 'sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh'],
  ['asinh', 'acosh', 'atanh'],
].flat();
const arithmetic = ['add', 'sub', 'mul', 'div', 'pow', 'mod', 'minimum', 'maximum'];
const comparisons = ['equal', 'notEqual', 'less', 'lessOrEqual', 'greater', 'greaterOrEqual'];
const logical = ['logicalAnd', 'logicalOr', 'logicalXor'];
const map = ['batch', 'H', 'W', 3] as const;

function resultOf(graph: ReturnType<typeof oneNode>) {
  const { dtype, shape } = graph.values.get(graph.outputs[0]!.value)!;
  return { dtype, shape };
}

describe('unary ops', () => {
  it.each([...activations, ...functions])('%s keeps dtype and symbolic shape', (op) => {
    expect(resultOf(oneNode(op, { x: map }))).toEqual({ dtype: 'float32', shape: map });
    expect(definitionOf(op).sets.includes('activation')).toBe(activations.includes(op));
  });

  it.each(['relu', 'relu6', 'abs', 'sign', 'clip'])('%s takes integers', (op) => {
    for (const dtype of ['int32', 'uint8'] as const) {
      expect(resultOf(oneNode(op, { x: [2] }, {}, { x: dtype }))).toEqual({ dtype, shape: [2] });
    }
  });

  it('negates int32 but no uint8', () => {
    expect(resultOf(oneNode('neg', { x: [2] }, {}, { x: 'int32' })).dtype).toBe('int32');
    expect(() => oneNode('neg', { x: [2] }, {}, { x: 'uint8' })).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'neg' (neg of x uint8 [2]): operand 'x' takes float32 or int32, got uint8]`,
    );
  });

  it('makes bool of tests and casts to any dtype', () => {
    expect(resultOf(oneNode('isNaN', { x: map }))).toEqual({ dtype: 'bool', shape: map });
    expect(resultOf(oneNode('isInf', { x: map }))).toEqual({ dtype: 'bool', shape: map });
    expect(resultOf(oneNode('logicalNot', { x: map }, {}, { x: 'bool' })).dtype).toBe('bool');
    expect(resultOf(oneNode('cast', { x: map }, { to: 'uint8' }))).toEqual({
      dtype: 'uint8',
      shape: map,
    });
    expect(() => oneNode('cast', { x: map })).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'cast': cast needs the attribute 'to': one of float32, int32, uint8, bool]`,
    );
  });

  it('refuses a broken bound for integers', () => {
    expect(() =>
      oneNode('clip', { x: [2] }, { min: 0.5 }, { x: 'int32' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'clip' (clip of x int32 [2]): bounds of int32 must be whole numbers, got 0.5]`,
    );
  });
});

describe('binary ops', () => {
  it.each(arithmetic)('%s broadcasts symbolic shapes', (op) => {
    expect(resultOf(oneNode(op, { a: map, b: [3] }))).toEqual({ dtype: 'float32', shape: map });
    expect(resultOf(oneNode(op, { a: ['W', 1], b: ['H', 1, 4] }))).toEqual({
      dtype: 'float32',
      shape: ['H', 'W', 4],
    });
    expect(resultOf(oneNode(op, { a: [2], b: [2] }, {}, { a: 'int32', b: 'int32' })).dtype).toBe(
      'int32',
    );
  });

  it.each(comparisons)('%s makes bool', (op) => {
    expect(resultOf(oneNode(op, { a: map, b: [] }))).toEqual({ dtype: 'bool', shape: map });
    expect(definitionOf(op).sets).toContain('comparison');
  });

  it.each(logical)('%s takes and makes bool', (op) => {
    const bool = { a: 'bool', b: 'bool' } as const;
    expect(resultOf(oneNode(op, { a: [2, 1], b: [3] }, {}, bool))).toEqual({
      dtype: 'bool',
      shape: [2, 3],
    });
  });

  it('wants one dtype and shapes that broadcast', () => {
    expect(() =>
      oneNode('add', { a: [2], b: [2] }, {}, { b: 'int32' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'add' (add of a float32 [2], b int32 [2]): operand 'b' takes float32, got int32]`,
    );
    expect(() => oneNode('mul', { a: [2, 3], b: [2] })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'mul' (mul of a float32 [2, 3], b float32 [2]): shapes [2, 3] and [2] do not broadcast]`,
    );
    expect(() => oneNode('logicalOr', { a: [2], b: [2] })).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'logicalOr' (logicalOr of a float32 [2], b float32 [2]): operand 'a' takes bool, got float32]`,
    );
  });
});

describe('where and prelu', () => {
  it('broadcasts the condition with both choices', () => {
    const dtypes = { condition: 'bool', a: 'int32', b: 'int32' } as const;
    const graph = oneNode('where', { condition: ['H', 1], a: ['W'], b: [] }, {}, dtypes);
    expect(resultOf(graph)).toEqual({ dtype: 'int32', shape: ['H', 'W'] });
    expect(() =>
      oneNode('where', { condition: [2], a: [2], b: [2] }, {}, { ...dtypes, b: 'float32' }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'where' (where of condition bool [2], a int32 [2], b float32 [2]): a and b need one dtype, got int32 and float32]`,
    );
  });

  it('takes a slope that broadcasts to x', () => {
    expect(resultOf(oneNode('prelu', { x: map, slope: [3] })).shape).toEqual(map);
    expect(() => oneNode('prelu', { x: [2, 1], slope: [2, 4] })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'prelu' (prelu of x float32 [2, 1], slope float32 [2, 4]): slope [2, 4] does not broadcast to x [2, 1]]`,
    );
    expect(() => oneNode('prelu', { x: [3], slope: [2, 3] })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'prelu' (prelu of x float32 [3], slope float32 [2, 3]): slope [2, 3] does not broadcast to x [3]]`,
    );
  });
});

describe('decompositions', () => {
  it.each([
    ['relu6', ['clip']],
    ['leakyRelu', ['prelu']],
    ['selu', ['elu', 'mul']],
    ['celu', ['div', 'elu', 'mul', 'less', 'where']],
    ['hardSigmoid', ['mul', 'add', 'clip']],
    ['hardSwish', ['add', 'clip', 'mul', 'div']],
    ['swish', ['sigmoid', 'mul']],
    ['gelu', ['mul', 'mul', 'erf', 'add', 'mul']],
    ['mish', ['softplus', 'tanh', 'mul']],
    ['softsign', ['abs', 'add', 'div']],
    ['thresholdedRelu', ['lessOrEqual', 'where']],
    ['rsqrt', ['sqrt', 'reciprocal']],
    ['reciprocal', ['div']],
    ['isNaN', ['notEqual']],
    ['isInf', ['abs', 'equal']],
  ])('%s is made of %j', (op, ops) => {
    const whole = oneNode(op, { x: map });
    const parted = parts(whole);
    expect(parted.ops).toEqual(ops);
    expect(resultOf(parted.graph)).toEqual(resultOf(whole));
  });

  it.each([
    ['notEqual', ['equal', 'logicalNot']],
    ['lessOrEqual', ['less', 'equal', 'logicalOr']],
    ['greater', ['less']],
    ['greaterOrEqual', ['lessOrEqual']],
  ])('%s is made of %j', (op, ops) => {
    const whole = oneNode(op, { a: map, b: [3] });
    const parted = parts(whole);
    expect(parted.ops).toEqual(ops);
    expect(resultOf(parted.graph)).toEqual(resultOf(whole));
  });

  it('writes prelu and gelu with tanh out', () => {
    expect(parts(oneNode('prelu', { x: map, slope: [3] })).ops).toEqual(['mul', 'less', 'where']);
    const gelu = parts(oneNode('gelu', { x: map }, { approximate: 'tanh' }));
    expect(gelu.ops).toEqual(['mul', 'mul', 'mul', 'add', 'mul', 'mul', 'tanh', 'add', 'mul']);
    const bool = { a: 'bool', b: 'bool' } as const;
    expect(parts(oneNode('logicalXor', { a: [2], b: [2] }, {}, bool)).ops).toEqual(['notEqual']);
    expect(parts(oneNode('swish', { x: map }, { beta: 2 })).ops).toEqual(['mul', 'sigmoid', 'mul']);
  });
});
