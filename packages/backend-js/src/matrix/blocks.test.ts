import { describe, expect, it } from 'vitest';
import { blocksLength, blockViews, packBlocks } from './blocks.js';
import { multiplyBlocks } from './multiply-blocks.js';
import { multiply } from './multiply.js';
import { packPanels, panelsLength, panelViews } from './panels.js';
import { numbers } from '../testing/numbers.js';

describe('packPanels', () => {
  it('puts biases first, then four columns row by row, zeros beyond the matrix', () => {
    const panels = new Float32Array(panelsLength(2, 5)).fill(9);
    const matrix = Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);
    const place = { offset: 0, depthStride: 5, columnStride: 1 };
    packPanels(matrix, place, 2, 5, Float32Array.of(10, 20, 30, 40, 50), 0, panels, 0);
    expect([...panels.subarray(0, 12)]).toEqual([10, 20, 30, 40, 1, 2, 3, 4, 6, 7, 8, 9]);
    expect([...panels.subarray(12)]).toEqual([50, 0, 0, 0, 5, 0, 0, 0, 10, 0, 0, 0]);
  });
});

describe('packBlocks', () => {
  it('interleaves four rows and leaves the gaps of the last block alone', () => {
    const blocks = new Float32Array(blocksLength(5, 2)).fill(-1);
    packBlocks(Float32Array.of(0, 1, 10, 11, 20, 21, 30, 31, 40, 41), 0, 2, 5, 2, blocks);
    expect([...blocks]).toEqual([0, 10, 20, 30, 1, 11, 21, 31, 40, -1, -1, -1, 41, -1, -1, -1]);
  });
});

describe.each([1, 2, 3, 4, 5, 7, 8, 9])('%i rows', (rows) => {
  it.each([
    { depth: 0, columns: 3 },
    { depth: 1, columns: 1 },
    { depth: 2, columns: 4 },
    { depth: 5, columns: 6 },
    { depth: 8, columns: 11 },
  ])('by $depth by $columns: the product and nothing beyond it', ({ depth, columns }) => {
    const a = Float32Array.from(numbers(rows * depth, 1));
    const b = Float32Array.from(numbers(depth * columns, 2));
    const bias = Float32Array.from(numbers(columns, 3));
    const panels = new Float32Array(panelsLength(depth, columns));
    const place = { offset: 0, depthStride: columns, columnStride: 1 };
    packPanels(b, place, depth, columns, bias, 0, panels, 0);
    const stride = columns + 2;
    const wanted = new Float32Array(rows * stride).fill(7);
    for (let r = 0; r < rows; r++) {
      for (let j = 0; j < columns; j++) {
        let sum = bias[j]!;
        for (let k = 0; k < depth; k++) sum += a[r * depth + k]! * b[k * columns + j]!;
        wanted[r * stride + j] = sum;
      }
    }

    const direct = new Float32Array(rows * stride).fill(7);
    multiply(a, 0, depth, rows, depth, panels, 0, columns, direct, 0, stride);
    expect(direct).toEqual(wanted);

    // Gaps of the last block hold NaN, which must reach no result.
    const data = new Float32Array(blocksLength(rows, depth)).fill(NaN);
    packBlocks(a, 0, depth, rows, depth, data);
    const blocked = new Float32Array(rows * stride).fill(7);
    const views = panelViews(panels, depth);
    multiplyBlocks(blockViews(data, depth), rows, depth, views, 0, columns, blocked, 0, stride);
    expect(blocked).toEqual(wanted);
  });
});
