import { broadcast, sizeOf } from '@separable/core';
import { emitPlaces } from '../elements/places.js';
import { broadcastNest } from '../elementwise/broadcast-nest.js';
import { i32 } from '../encoder/index.js';
import type { EmitSite, Kernel, Stage } from '../kernel.js';
import { packStage } from '../tiles/pack-stage.js';
import { aligned } from '../memory/arena.js';
import { planCopy } from '../movement/copy-plan.js';
import { emitGridUnit, gridOf, panelsBytes, unitsOf } from '../tiles/matrix-stage.js';
import { tileRows } from '../tiles/tile-rows.js';
import { matricesLength, packMatrices, type WeightMatrices } from '../tiles/weight-matrices.js';

/** Packs the matrices of `b`, transposes those of `a` where needed, then multiplies strips and panels. */
export const matmul: Kernel<'matmul'> = {
  pack({ attributes: { transposeB }, constants: { b } }) {
    if (b === undefined) return undefined;
    const [rows, columns] = b.shape.slice(-2) as [number, number];
    const [depth, n] = transposeB ? [columns, rows] : [rows, columns];
    const matrices = matricesOf(sizeOf(b.shape.slice(0, -2)), depth, n, false);
    const data = new Float32Array(matricesLength(matrices));
    const all = transposeB ? transposed(b.data as Float32Array, n, depth) : b.data;
    packMatrices(matrices, all, undefined, data);
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
    const packed = matricesOf(sizeOf(right), depth, n, transposeB);
    const panelScratch = isPacked ? 0 : aligned(panels * packed.groups);
    const turned = planCopy(transposition(sizeOf(left), m, depth), 4);
    const stages: Stage<'matmul'>[] = [];
    if (!isPacked) {
      const placeOf = (emission: EmitSite<'matmul'>) => ({
        source: emission.operands.b,
        panels: emission.scratch,
      });
      stages.push(packStage(packed, placeOf));
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

/** Matrices `[rows, columns]` with rows and columns swapped. */
function transposed(matrices: Float32Array, rows: number, columns: number): Float32Array {
  const size = rows * columns;
  return Float32Array.from(matrices, (_, i) => {
    const within = i % size;
    return matrices[i - within + (within % rows) * columns + Math.floor(within / rows)]!;
  });
}

function matricesOf(
  groups: number,
  rows: number,
  columns: number,
  isTransposed: boolean,
): WeightMatrices {
  const blocks = [{ offset: 0, rows, step: columns }];
  return { groups, groupStep: rows * columns, blocks, columns, transposed: isTransposed };
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
