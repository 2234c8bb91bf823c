import { broadcast, sizeOf } from '@separable/core';
import { emitPlaces } from '../elements/places.js';
import { broadcastNest } from '../elementwise/broadcast-nest.js';
import { i32 } from '../encoder/index.js';
import type { Kernel, Stage } from '../kernel.js';
import { emitPackUnit, panelShares } from '../matrix/pack-stage.js';
import { aligned } from '../memory/arena.js';
import { planCopy } from '../movement/copy-plan.js';
import { emitGridUnit, gridOf, panelsBytes, unitsOf } from '../tiles/matrix-stage.js';
import { packPanels, panelsLength } from '../tiles/panels.js';
import { tileRows } from '../tiles/tile-rows.js';

/** Packs the matrices of `b`, transposes those of `a` where needed, then multiplies strips and panels. */
export const matmul: Kernel<'matmul'> = {
  pack({ attributes: { transposeB }, constants: { b } }) {
    if (b === undefined) return undefined;
    const [rows, columns] = b.shape.slice(-2) as [number, number];
    const [depth, n] = transposeB ? [columns, rows] : [rows, columns];
    const length = panelsLength(depth, n);
    const matrices = sizeOf(b.shape.slice(0, -2));
    const data = new Float32Array(matrices * length);
    for (let i = 0; i < matrices; i++) {
      const matrix = (b.data as Float32Array).subarray(i * depth * n, (i + 1) * depth * n);
      const weights = transposeB ? transposed(matrix, n, depth) : matrix;
      const place = { offset: 0, rowStep: n };
      packPanels(weights, place, depth, n, undefined, 0, data, i * length);
    }
    return { takes: ['b'], data };
  },

  plan({ attributes: { transposeA, transposeB }, operands: { a, b }, results, ...site }) {
    const { instructions, isPacked, threads } = site;
    const [m, n] = results[0]!.shape.slice(-2) as [number, number];
    const depth = a.shape.at(transposeA ? -2 : -1)!;
    const [left, right] = [a.shape.slice(0, -2), b.shape.slice(0, -2)];
    const whole = broadcast(left, right) as readonly number[];
    // One matrix on the right: the rows of all on the left are one tall matrix.
    const isTall = sizeOf(right) === 1 && sizeOf(left) === sizeOf(whole);
    const [batch, rows] = isTall ? [1, sizeOf(whole) * m] : [sizeOf(whole), m];
    const { outer, inner } = broadcastNest([left, right], whole);
    const grid = gridOf(rows, depth, n, { instructions, threads });
    const perMatrix = unitsOf(grid);
    const panels = panelsBytes(depth, n);
    const packed = { matrices: sizeOf(right), depth, columns: n, transposed: transposeB };
    const panelScratch = isPacked ? 0 : aligned(panels * packed.matrices);
    const turned = planCopy(transposition(sizeOf(left), m, depth), 4);
    const stages: Stage<'matmul'>[] = [];
    if (!isPacked) {
      stages.push({
        units: panelShares(packed).units,
        emit: ({ f, unit, operands, scratch }) =>
          emitPackUnit(f, packed, unit, operands.b, scratch),
      });
    }
    if (transposeA) {
      stages.push({
        units: turned.units,
        emit: ({ f, unit, operands, scratch }) =>
          turned.emit(f, unit, operands.a, scratch + panelScratch),
      });
    }
    stages.push({
      units: batch * perMatrix,
      emit(emission) {
        const { module, f, unit, operands, scratch, packed: weights } = emission;
        const matrix = f.local('i32', batch === 1 ? 0 : i32.divU(unit, perMatrix));
        const own = f.local('i32', i32.sub(unit, i32.mul(matrix, perMatrix)));
        const axes = isTall ? [] : [...outer, inner];
        const [leftIndex, rightIndex] = emitPlaces(f, axes, matrix, 2);
        const source = transposeA ? scratch + panelScratch : operands.a;
        const at = (base: number, index: typeof matrix, bytes: number) =>
          f.local('i32', i32.add(i32.mul(index, bytes), base));
        const product = {
          depth,
          columns: n,
          sourceStep: depth * 4,
          resultStep: n * 4,
          residual: false,
          activation: undefined,
          activationKey: '',
          instructions,
        };
        emitGridUnit(module, f, own, product, grid, {
          source: at(source, leftIndex!, m * depth * 4),
          panels: at(isPacked ? weights : scratch, rightIndex!, panels),
          result: at(emission.results[0]!, matrix, rows * n * 4),
          residual: 0,
        });
      },
    });
    return {
      label: `matmul, ${tileRows(grid.strip, instructions)}×8 tiles`,
      scratch: panelScratch + (transposeA ? sizeOf(a.shape) * 4 : 0),
      stages,
    };
  },
};

function transposed(matrix: Float32Array, rows: number, columns: number): Float32Array {
  return Float32Array.from(matrix, (_, i) => matrix[(i % rows) * columns + Math.floor(i / rows)]!);
}

/** Matrices `[depth, m]` as `[m, depth]`. */
function transposition(matrices: number, m: number, depth: number) {
  const axes = [
    { extent: matrices, from: m * depth, to: m * depth },
    { extent: m, from: 1, to: depth },
    { extent: depth, from: m, to: 1 },
  ];
  return { axes, fromStart: 0, toStart: 0 };
}
