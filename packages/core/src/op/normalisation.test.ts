import { describe, expect, it } from 'vitest';
import { definitionOf } from './table.js';
import { oneNode, parts, shapeOf } from '../../testing/one-node.js';

const map = ['batch', 'H', 'W', 4] as const;
const standardise = ['reduceMean', 'sub', 'mul', 'reduceMean', 'add', 'sqrt', 'div'];

describe('ops along an axis', () => {
  it.each(['softmax', 'logSoftmax', 'cumsum'])('%s keeps the shape', (op) => {
    expect(shapeOf(oneNode(op, { x: map }, { axis: 1 }))).toEqual(map);
    expect(shapeOf(oneNode(op, { x: map }))).toEqual(map);
    expect(() => oneNode(op, { x: [2] }, { axis: 1 })).toThrow(
      `axis 1 is outside a value of rank 1`,
    );
  });

  it('follows its axis through a transpose', () => {
    expect(definitionOf('softmax').permute?.({ axis: 1 }, [0, 3, 1, 2])).toEqual({
      attributes: { axis: 3 },
      result: [0, 3, 1, 2],
    });
  });

  it('is made of simpler ops', () => {
    expect(parts(oneNode('softmax', { x: map })).ops).toEqual([
      'reduceMax',
      'sub',
      'exp',
      'reduceSum',
      'div',
    ]);
    expect(parts(oneNode('logSoftmax', { x: map })).ops).toEqual(['reduceLogSumExp', 'sub']);
  });
});

describe('batchNorm', () => {
  const vectors = { mean: [4], variance: [4] };

  it('takes one number a channel', () => {
    expect(shapeOf(oneNode('batchNorm', { x: map, ...vectors, scale: [4], offset: [4] }))).toEqual(
      map,
    );
    expect(() =>
      oneNode('batchNorm', { x: map, mean: [4], variance: [3] }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'batchNorm' (batchNorm of x float32 [batch, H, W, 4], mean float32 [4], variance float32 [3]): variance needs the shape [4], got [3]]`,
    );
    expect(() =>
      oneNode('batchNorm', { x: map, ...vectors }, { epsilon: -1 }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[GraphError: node 'batchNorm': batchNorm attribute 'epsilon': expected a number of at least 0, got -1]`,
    );
  });

  it('decomposes, with vectors laid along any axis', () => {
    const last = parts(oneNode('batchNorm', { x: map, ...vectors, offset: [4] }));
    expect(last.ops).toEqual(['sub', 'add', 'sqrt', 'div', 'add']);
    const second = parts(oneNode('batchNorm', { x: ['N', 4, 'H'], ...vectors }, { axis: 1 }));
    expect(second.ops).toEqual(['reshape', 'sub', 'reshape', 'add', 'sqrt', 'div']);
    expect(shapeOf(second.graph)).toEqual(['N', 4, 'H']);
  });

  it('counts scale and offset', () => {
    const x = { dtype: 'float32', shape: [2, 4] } as const;
    const vector = { dtype: 'float32', shape: [4] } as const;
    const work = definitionOf('batchNorm').work!;
    expect(work({ x }, [], {}).operations).toBe(16);
    expect(work({ x, scale: vector, offset: vector }, [], {}).operations).toBe(32);
  });
});

describe('layerNorm', () => {
  it('takes parameters of the shape it normalises over', () => {
    expect(shapeOf(oneNode('layerNorm', { x: map, scale: ['W', 4] }, { axis: 2 }))).toEqual(map);
    expect(() =>
      oneNode('layerNorm', { x: map, scale: [4] }, { axis: 2 }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'layerNorm' (layerNorm of x float32 [batch, H, W, 4], scale float32 [4]): scale needs the shape [W, 4], got [4]]`,
    );
  });

  it('decomposes', () => {
    const { ops, graph } = parts(oneNode('layerNorm', { x: map, scale: [4], offset: [4] }));
    expect(ops).toEqual([...standardise, 'mul', 'add']);
    expect(shapeOf(graph)).toEqual(map);
  });

  it('lets a transpose of other axes pass', () => {
    const { permute } = definitionOf('layerNorm');
    const attributes = { axis: -1, epsilon: 1e-5 };
    expect(permute?.(attributes, [1, 0, 2])).toEqual({ attributes, result: [1, 0, 2] });
    expect(permute?.(attributes, [0, 2, 1])).toBeUndefined();
  });
});

describe('instanceNorm and groupNorm', () => {
  it('normalises a map of channels', () => {
    expect(shapeOf(oneNode('instanceNorm', { x: map, scale: [4], offset: [4] }))).toEqual(map);
    expect(shapeOf(oneNode('groupNorm', { x: map, scale: [4] }, { groups: 2 }))).toEqual(map);
    expect(() => oneNode('instanceNorm', { x: [2, 4] })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'instanceNorm' (instanceNorm of x float32 [2, 4]): x needs a rank of at least 3, got [2, 4]]`,
    );
    expect(() =>
      oneNode('groupNorm', { x: map }, { groups: 3 }),
    ).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'groupNorm' (groupNorm of x float32 [batch, H, W, 4]): number of channels 4 does not divide by 3]`,
    );
  });

  it('decomposes', () => {
    const instance = parts(oneNode('instanceNorm', { x: map }));
    expect(instance.ops).toEqual(standardise);
    const group = parts(oneNode('groupNorm', { x: map, offset: [4] }, { groups: 2 }));
    expect(group.ops).toEqual(['reshape', ...standardise, 'reshape', 'add']);
    expect(
      shapeOf({
        ...group.graph,
        outputs: [{ name: 'y', value: group.graph.nodes[0]!.outputs[0]! }],
      }),
    ).toEqual(['batch', 'H', 'W', 2, 2]);
    expect(shapeOf(group.graph)).toEqual(map);
  });
});

describe('lrn', () => {
  it('decomposes into a pool across channels', () => {
    const whole = oneNode('lrn', { x: map }, { size: 5 });
    const { ops, graph } = parts(whole);
    expect(ops).toEqual(['mul', 'reshape', 'averagePool2d', 'reshape', 'mul', 'add', 'pow', 'div']);
    expect(shapeOf(graph)).toEqual(map);
  });
});

describe('topK', () => {
  it('gives values and int32 indices', () => {
    const graph = oneNode('topK', { x: map }, { k: 2 });
    expect(graph.values.get('topK.values')).toMatchObject({
      dtype: 'float32',
      shape: ['batch', 'H', 'W', 2],
    });
    expect(graph.values.get('topK.indices')).toMatchObject({
      dtype: 'int32',
      shape: ['batch', 'H', 'W', 2],
    });
    expect(() => oneNode('topK', { x: map }, { k: 5 })).toThrowErrorMatchingInlineSnapshot(
      `[ShapeMismatchError: node 'topK' (topK of x float32 [batch, H, W, 4]): k is 5, axis 3 of x has 4]`,
    );
  });
});

describe('oneHot', () => {
  const int32 = { indices: 'int32' } as const;

  it('puts a new axis anywhere', () => {
    expect(shapeOf(oneNode('oneHot', { indices: ['N', 3] }, { depth: 5 }, int32))).toEqual([
      'N',
      3,
      5,
    ]);
    expect(shapeOf(oneNode('oneHot', { indices: ['N', 3] }, { depth: 5, axis: 0 }, int32))).toEqual(
      [5, 'N', 3],
    );
    const typed = oneNode('oneHot', { indices: [] }, { depth: 5, dtype: 'bool' }, int32);
    expect(typed.values.get('oneHot')).toMatchObject({ dtype: 'bool', shape: [5] });
  });

  it('decomposes', () => {
    const { ops, graph } = parts(
      oneNode('oneHot', { indices: ['N', 3] }, { depth: 5, axis: 1 }, int32),
    );
    expect(ops).toEqual(['expandDims', 'equal', 'equal', 'logicalOr', 'cast', 'cast', 'where']);
    expect(shapeOf(graph)).toEqual(['N', 5, 3]);
  });
});
