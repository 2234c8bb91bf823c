import { tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { disagreements } from '../../testing/agreement.js';
import { failureOf } from '../../testing/failure.js';
import { modelOf, noise, weights } from '../../testing/models.js';
import { importOnnx } from '../import-onnx.js';
import { encodeModel } from '../proto/encode-model.js';
import { makeNode } from '../proto/make.js';

function einsum(equation: string, ...shapes: readonly (readonly number[])[]): Uint8Array {
  const [first, ...rest] = shapes;
  const constants = rest.map((shape, i) => weights(`c${i}`, shape, i + 2));
  const operands = ['x', ...constants.map(({ name }) => name)];
  return encodeModel(
    modelOf({
      inputs: { x: first! },
      initializers: constants,
      nodes: [makeNode('Einsum', operands, ['y'], { equation }, { name: 'sum' })],
      outputs: ['y'],
    }),
  );
}

const cases: readonly (readonly [equation: string, ...shapes: readonly (readonly number[])[]])[] = [
  ['ij,jk->ik', [2, 3], [3, 4]],
  ['bij,bjk->bik', [2, 3, 4], [2, 4, 5]],
  ['bhid,bhjd->bhij', [2, 3, 4, 5], [2, 3, 6, 5]],
  ['bijd,bhjd->bhij', [2, 6, 4, 5], [2, 3, 4, 5]],
  ['bcij,cd->bdij', [2, 3, 4, 5], [3, 6]],
  ['abcd,cd->ab', [2, 3, 4, 5], [4, 5]],
  ['abcd,dca->b', [2, 3, 4, 5], [5, 4, 2]],
  ['i,j->ij', [3], [4]],
  ['ij,kj->kij', [2, 3], [4, 3]],
  ['i,i', [5], [5]],
  ['ij->ji', [2, 3]],
  ['ijk->j', [2, 3, 4]],
  ['ba', [2, 3]],
  ['ij,jk', [2, 3], [3, 4]],
  ['...ij,...jk->...ik', [2, 3, 4, 5], [2, 3, 5, 2]],
  ['...ij,jk->...ik', [2, 3, 4], [4, 5]],
  ['ij,jk,kl->il', [2, 3], [3, 4], [4, 5]],
  ['ij,ik,il->jkl', [2, 3], [2, 4], [2, 5]],
];

describe('Einsum', () => {
  const runs = cases.map(([equation, ...shapes]) => ({ equation, shapes }));
  it.each(runs)('$equation agrees with onnxruntime-web', async ({ equation, shapes }) => {
    const [shape] = shapes;
    const size = shape!.reduce((a, b) => a * b, 1);
    const x = tensor('float32', shape!, noise(size, 9));
    expect(await disagreements(einsum(equation, ...shapes), { x })).toEqual([]);
  });

  it('becomes one product of matrices where it is one', () => {
    const graph = importOnnx(einsum('bij,bjk->bik', [2, 3, 4], [2, 4, 5]));
    expect(graph.nodes.map(({ op }) => op)).toEqual(['matmul']);
  });

  it('refuses diagonals, and equations that are none', () => {
    expect(failureOf(() => importOnnx(einsum('bii->bi', [2, 3, 3])))).toMatchInlineSnapshot(`
      "UnsupportedOpError: this ONNX model cannot be imported:
        Einsum: its equation bii->bi takes a diagonal (1: sum)
        hint: where sizes or inputs decide, pin them with inputShapes or inputValues; else cut the model off before these nodes, or have its exporter write other operators"
    `);
    expect(failureOf(() => importOnnx(einsum('i>j', [2])))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.node[0] (byte 17): Einsum cannot read its equation i>j"`,
    );
    expect(failureOf(() => importOnnx(einsum('ij->i', [2])))).toMatchInlineSnapshot(
      `"ImportError: ONNX file, graph.node[0] (byte 17): Einsum cannot read its equation ij->i"`,
    );
    expect(failureOf(() => importOnnx(einsum('ij,jk->ik', [2, 3], [4, 5])))).toMatchInlineSnapshot(`
      "UnsupportedOpError: this ONNX model cannot be imported:
        Einsum: its letter j has the extents 3 and 4 (1: sum)
        hint: where sizes or inputs decide, pin them with inputShapes or inputValues; else cut the model off before these nodes, or have its exporter write other operators"
    `);
  });
});
