import { type Tensor, tensor } from '@separable/core';
import { describe, expect, it } from 'vitest';
import { evaluateNode } from '../evaluate-node.js';

const floats = (shape: readonly number[], data: readonly number[]): Tensor =>
  tensor('float32', shape, data);

/** The largest distance of the result from the values wanted. */
function apart(
  op: string,
  operands: Readonly<Record<string, Tensor>>,
  attributes: object,
  wanted: readonly number[],
): number {
  const [y] = evaluateNode(op, operands, { ...attributes });
  if (y!.value.length !== wanted.length) return Infinity;
  return Math.max(...wanted.map((v, i) => Math.abs(y!.value[i]! - v)));
}

describe('normalisations', () => {
  it('batchNorm: (x − mean) / √(variance + epsilon) · scale + offset', () => {
    const operands = {
      x: floats([2, 2], [1, 2, 3, 4]),
      mean: floats([2], [1, 0]),
      variance: floats([2], [3, 8]),
      scale: floats([2], [2, 3]),
      offset: floats([2], [0.5, -1]),
    };
    // √(3 + 1) = 2, √(8 + 1) = 3
    expect(apart('batchNorm', operands, { epsilon: 1 }, [0.5, 1, 2.5, 3])).toBeLessThan(1e-12);
    expect(apart('batchNorm', operands, { epsilon: 1, axis: 0 }, [0.5, 1.5, 2, 3])).toBeLessThan(
      1e-12,
    );
  });

  it('layerNorm: mean and variance of the last axes', () => {
    // rows 1, 3 and 2, 6: mean 2 and 4, variance 1 and 4
    const x = floats([2, 2], [1, 3, 2, 6]);
    expect(apart('layerNorm', { x }, { epsilon: 0 }, [-1, 1, -1, 1])).toBeLessThan(1e-12);
    expect(
      apart(
        'layerNorm',
        { x, scale: floats([2], [2, 3]), offset: floats([2], [1, 1]) },
        { epsilon: 0 },
        [-1, 4, -1, 4],
      ),
    ).toBeLessThan(1e-12);
    // all four: mean 3, variance 3.5
    const d = Math.sqrt(3.5);
    expect(
      apart('layerNorm', { x }, { epsilon: 0, axis: 0 }, [-2 / d, 0, -1 / d, 3 / d]),
    ).toBeLessThan(1e-12);
  });

  it('instanceNorm: mean and variance of each channel of each image', () => {
    // image 0: channels 1, 3 and 10, 10; image 1: 0, 4 and 5, 7
    const x = floats([2, 1, 2, 2], [1, 10, 3, 10, 0, 5, 4, 7]);
    expect(
      apart(
        'instanceNorm',
        { x, offset: floats([2], [0, 1]) },
        { epsilon: 1e-30 },
        [-1, 1, 1, 1, -1, 0, 1, 2],
      ),
    ).toBeLessThan(1e-12);
  });

  it('groupNorm: mean and variance of neighbouring channels', () => {
    // groups 1, 3, 1, 3 and 10, 20, 10, 20
    const x = floats([1, 2, 4], [1, 3, 10, 20, 1, 3, 10, 20]);
    const scale = floats([4], [1, 2, 3, 4]);
    expect(
      apart('groupNorm', { x, scale }, { groups: 2, epsilon: 0 }, [-1, 2, -3, 4, -1, 2, -3, 4]),
    ).toBeLessThan(1e-12);
  });

  it('lrn: x / (bias + alpha / size · Σ x²)^beta', () => {
    // size 3, Σ x² of 1, 2, 3: 5, 14, 13; alpha/size = 1, bias 3, beta ½
    expect(
      apart('lrn', { x: floats([1, 3], [1, 2, 3]) }, { size: 3, alpha: 3, bias: 3, beta: 0.5 }, [
        1 / Math.sqrt(8),
        2 / Math.sqrt(17),
        3 / Math.sqrt(16),
      ]),
    ).toBeLessThan(1e-12);
    // size 2 looks one channel ahead: Σ x² of 1, 2: 5, 4
    expect(
      apart('lrn', { x: floats([1, 2], [1, 2]) }, { size: 2, alpha: 2, bias: 0, beta: 1 }, [
        1 / 5,
        2 / 4,
      ]),
    ).toBeLessThan(1e-12);
  });
});
